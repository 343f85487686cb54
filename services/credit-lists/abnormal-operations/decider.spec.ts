import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abnormalOperations } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const ended: PastEvent = {
  type: 'EnterpriseDeregistered',
  data: { procedure: 'ordinary', reason: null },
  effectiveOn: '2026-01-05',
  basis: [],
}
const listFor = (year: number, on = `${year + 1}-07-01`) =>
  ({
    type: 'ListAbnormalOperations',
    data: { uscc, ground: 'annual_report_missed', year, on, groundOn: `${year + 1}-06-30` },
  }) as const
const uncontactable = {
  type: 'ListAbnormalOperations',
  data: { uscc, ground: 'uncontactable', year: null, on: '2026-03-10', groundOn: '2026-03-05' },
} as const
const delist = (years?: readonly number[]) =>
  ({
    type: 'DelistAbnormalOperations',
    data: {
      uscc,
      ground: 'annual_report_missed',
      on: '2026-09-01',
      reason: '补报',
      ...(years === undefined ? {} : { years }),
    },
  }) as const
const end = { type: 'EndAbnormalOperations', data: { uscc, on: '2026-10-09', reason: '已办理注销登记' } } as const

const living = given(abnormalOperations, { facts: [established()] })

describe('a missed annual report', () => {
  test('lists the enterprise once for a year', () => {
    expect(living.when(listFor(2024)).types).toEqual(['AbnormalOperationsListed'])
    expect(living.when(listFor(2024)).when(listFor(2024)).outcome).toEqual([])
    expect(living.when(listFor(2024)).when(listFor(2025)).types).toEqual(['AbnormalOperationsListed'])
  })
  test('marks a sole trader instead, and lists a cooperative', () => {
    expect(given(abnormalOperations, { facts: [established({ typeCode: '9500' })] }).when(listFor(2024)).types).toEqual(
      ['AbnormalStateMarked'],
    )
    expect(given(abnormalOperations, { facts: [established({ typeCode: '9100' })] }).when(listFor(2024)).types).toEqual(
      ['AbnormalOperationsListed'],
    )
  })
  test('is decided with the wording of the day, its number and the last days of its remedies', () => {
    const [old] = living.when(listFor(2022)).events
    const [now] = living.when(listFor(2024)).events
    expect(old?.basis).toContain('disclosure-regulation@654:17.1.1')
    expect(now?.basis).toContain('disclosure-regulation@777:18.1')
    expect(now?.numbered).toEqual({ name: '昆都仑区市监异列', year: 2025 })
    expect(now).toMatchObject({
      data: {
        remedy: { reconsiderationTo: '昆都仑区人民政府', reconsiderationBy: '2025-09-01', objectionBy: '2025-07-31' },
      },
    })
  })
  test('is listed within ten working days after the window (第六条), not later and not in the future', () => {
    expect(living.when(listFor(2024, '2025-07-14')).types).toEqual(['AbnormalOperationsListed'])
    expect(living.when(listFor(2024, '2025-07-15')).refusal).toBe('listing-too-late')
    expect(given(abnormalOperations, { facts: [established()], today: '2025-06-30' }).when(listFor(2024)).refusal).toBe(
      'decision-in-the-future',
    )
  })
  test('lists nobody who is gone or unknown', () => {
    expect(given(abnormalOperations, { facts: [established(), ended] }).when(listFor(2025)).refusal).toBe('not-living')
    expect(given(abnormalOperations).when(listFor(2025)).refusal).toBe('unknown-enterprise')
  })
})

describe('removal', () => {
  test('ends the year whose report was filed, and leaves the others', () => {
    const both = living.when(listFor(2023)).when(listFor(2024))
    const [removed] = both.when(delist([2024])).events
    expect(removed).toMatchObject({ data: { years: [2024] } })
    const [rest] = both.when(delist([2024])).when(delist()).events
    expect(rest).toMatchObject({ data: { years: [2023] } })
  })
  test('of what is not listed does nothing; a year that was removed is not listed again', () => {
    expect(living.when(delist()).outcome).toEqual([])
    expect(
      living
        .when(listFor(2024))
        .when(delist([2024]))
        .when(listFor(2024)).outcome,
    ).toEqual([])
  })
  test('of one ground leaves another in force', () => {
    const ground = living.when(listFor(2024)).when(uncontactable).when(delist())
    expect(ground.when(uncontactable).outcome).toEqual([])
  })
  test('of everything comes with the end of the enterprise', () => {
    expect(living.when(listFor(2024)).when(uncontactable).when(end).types).toEqual([
      'AbnormalOperationsDelisted',
      'AbnormalOperationsDelisted',
    ])
  })
})

describe('a history taken over from another system', () => {
  const history = (removedOn: string | null) =>
    ({
      type: 'RecordAbnormalHistory',
      data: {
        uscc,
        ground: 'annual_report_missed',
        year: 2023,
        on: '2024-07-05',
        reason: '',
        removedOn,
        removalReason: null,
      },
    }) as const
  test('keeps its entries and removals, without numbers of ours', () => {
    expect(living.when(history('2024-09-02')).types).toEqual(['AbnormalOperationsListed', 'AbnormalOperationsDelisted'])
    expect(living.when(history(null)).events[0]?.numbered).toBeUndefined()
  })
  test('keeps our own sweep from listing the year again', () => {
    expect(living.when(history('2024-09-02')).when(listFor(2023)).outcome).toEqual([])
  })
  test('lists no year again that our own sweep has listed, but tells of its removal', () => {
    expect(living.when(listFor(2023)).when(history(null)).types).toEqual([])
    expect(living.when(listFor(2023)).when(history('2024-09-02')).types).toEqual(['AbnormalOperationsDelisted'])
  })
  test('lists nobody twice for a ground that is in force, on whichever day it says that it began', () => {
    const unreachable = (on: string) =>
      ({ ...history(null), data: { ...history(null).data, ground: 'uncontactable', year: null, on } }) as const
    expect(living.when(unreachable('2024-07-05')).when(unreachable('2024-07-08')).outcome).toEqual([])
  })
  test('that tells of a removal later adds the removal alone', () => {
    expect(living.when(history(null)).when(history('2024-09-02')).types).toEqual(['AbnormalOperationsDelisted'])
  })
})

test('any command given twice in a row records nothing the second time', () => {
  const command = fc.oneof(
    fc.integer({ min: 2019, max: 2025 }).map((year) => listFor(year)),
    fc.constant(uncontactable),
    fc.constant(delist()),
    fc.integer({ min: 2019, max: 2025 }).map((year) => delist([year])),
    fc.constant(end),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 10 }), command, (before, last) => {
      const once = before.reduce((past, next) => past.when(next), living).when(last)
      expect(once.when(last).types).toEqual([])
    }),
  )
})
