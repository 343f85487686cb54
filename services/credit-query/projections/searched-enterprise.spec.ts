import { expect, test } from 'vitest'
import { delisted, established, event, items, listed, renamed } from '../example-history.ts'
import { searchedEnterprise } from './searched-enterprise.ts'

type Document = NonNullable<ReturnType<typeof searchedEnterprise.evolve>>
const after = (...events: Parameters<typeof searchedEnterprise.evolve>[1][]): Document | undefined =>
  events.reduce<Document | undefined>((document, one) => searchedEnterprise.evolve(document, one), undefined)

test('an enterprise is found by its name and by those it had', () => {
  const document = after(established(1), renamed(2, '远航公司', '2022-01-01'), renamed(3, '草原公司', '2023-01-01'))
  expect(document).toMatchObject({ name: '草原公司', oldNames: [items.name, '远航公司'] })
})

test('a name that was taken up again is no old name', () => {
  expect(
    after(established(1), renamed(2, '远航公司', '2022-01-01'), renamed(3, items.name, '2023-01-01'))?.oldNames,
  ).toEqual(['远航公司'])
})

test('it is on a list until its last ground has ended', () => {
  const uncontactable = { ground: 'uncontactable', year: null, decision: '', reason: '', remedy: null } as const
  const both = [
    established(1),
    listed(2, 2023, '2024-07-01'),
    event(3, 'AbnormalOperationsListed', uncontactable, '2024-08-01'),
  ]
  expect(after(...both)?.lists).toEqual(['abnormal'])
  expect(after(...both, delisted(4, [2023], '2024-09-01'))?.lists).toEqual(['abnormal'])
  const ended = { ground: 'uncontactable', years: [], decision: '', reason: '' } as const
  expect(
    after(...both, delisted(4, [2023], '2024-09-01'), event(5, 'AbnormalOperationsDelisted', ended, '2024-10-01'))
      ?.lists,
  ).toEqual([])
})

test('a removal ends the years that it names', () => {
  const missed = [established(1), listed(2, 2023, '2024-07-01'), listed(3, 2024, '2025-07-01')]
  expect(after(...missed, delisted(4, [2023], '2025-08-01'))?.lists).toEqual(['abnormal'])
  expect(after(...missed, delisted(4, [2023, 2024], '2025-08-01'))?.lists).toEqual([])
})

test('its state is that of the register', () => {
  const end = event(2, 'EnterpriseDeregistered', { procedure: 'simplified', reason: null }, '2024-01-01')
  expect(after(established(1), end)?.state).toBe('注销')
})

test('what is not known to the register can not be found', () => {
  expect(after(listed(1, 2023, '2024-07-01'))).toBeUndefined()
})
