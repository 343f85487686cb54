import { describe, expect, test } from 'vitest'
import { delisted, event, listed, USCC } from './example-history.ts'
import { listLines } from './list-lines.ts'
import { entriesAfter, type ListEntry } from './projections/list-entries.ts'

const entries = [
  listed(1, 2023, '2024-07-01'),
  delisted(2, [2023], '2024-09-02'),
  listed(3, 2024, '2025-07-01'),
  listed(4, 2025, '2026-07-01'),
].reduce<readonly ListEntry[]>(entriesAfter, [])
const on = (asOf: string, history = false) =>
  listLines(USCC, entries, { asOf, history }).map(({ years, listedOn, removedOn }) => ({ years, listedOn, removedOn }))

describe('a list on a day', () => {
  test('has what was in force at its end, the years of a ground together', () => {
    expect(on('2026-07-01')).toEqual([{ years: [2024, 2025], listedOn: '2025-07-01', removedOn: undefined }])
    expect(on('2025-07-01')).toEqual([{ years: [2024], listedOn: '2025-07-01', removedOn: undefined }])
    expect(on('2024-09-01')).toEqual([{ years: [2023], listedOn: '2024-07-01', removedOn: undefined }])
  })
  test('has nothing from the day of the removal', () => expect(on('2024-09-02')).toEqual([]))
  test('has nothing before the listing', () => expect(on('2024-06-30')).toEqual([]))
})

test('its history has the removed entries too, with their day', () => {
  expect(on('2026-07-01', true)).toEqual([
    { years: [2023], listedOn: '2024-07-01', removedOn: '2024-09-02' },
    { years: [2024, 2025], listedOn: '2025-07-01', removedOn: undefined },
  ])
  expect(on('2024-08-01', true)).toEqual([{ years: [2023], listedOn: '2024-07-01', removedOn: undefined }])
})

test('in its history each removed decision has a day of its own, though they were removed together', () => {
  const together = [
    listed(1, 2023, '2024-07-01'),
    listed(2, 2024, '2025-07-01'),
    delisted(3, [2023, 2024], '2025-09-02'),
  ].reduce<readonly ListEntry[]>(entriesAfter, [])
  expect(listLines(USCC, together, { asOf: '2026-01-01', history: true })).toMatchObject([
    { years: [2023], listedOn: '2024-07-01', removedOn: '2025-09-02' },
    { years: [2024], listedOn: '2025-07-01', removedOn: '2025-09-02' },
  ])
})

test('a ground other than missed reports names no year', () => {
  const found = event(
    1,
    'AbnormalOperationsListed',
    { ground: 'uncontactable', year: null, decision: '', reason: '无法联系', remedy: null },
    '2025-01-02',
  )
  const [line] = listLines(USCC, entriesAfter([], found), { asOf: '2025-01-02', history: false })
  expect(line).toEqual({
    uscc: USCC,
    list: 'abnormal',
    ground: 'uncontactable',
    listedOn: '2025-01-02',
    authority: '昆都仑区市场监督管理局',
    decision: null,
    basis: [],
  })
})
