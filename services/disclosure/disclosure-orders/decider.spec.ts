import { established, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { disclosureOrders } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const order = (servedOn = '2026-03-06', demand: 'publish' | 'correct' = 'publish') =>
  ({ type: 'OrderDisclosure', data: { uscc, demand, information: '股权变更', reportYear: null, servedOn } }) as const
const obey = (on: string) => ({ type: 'ConfirmOrderedDisclosure', data: { uscc, order: 1, on } }) as const
const expire = { type: 'RecordOrderExpiry', data: { uscc, order: 1 } } as const

const on = (today: string, typeCode = '1130') =>
  given(disclosureOrders, { facts: [established({ typeCode })], today }).when(order())

describe('an order to publish 责令公示 (条例第十条、异常名录办法第七条)', () => {
  test('gives ten calendar days; rest days at their end run on', () => {
    // 2026-03-16 is a Monday; ten days from 2026-03-04 end on a Saturday.
    expect(on('2026-03-20').events).toMatchObject([
      {
        type: 'DisclosureOrdered',
        data: { order: 1, performBy: '2026-03-16', remedy: { reconsiderationTo: '昆都仑区人民政府' } },
        basis: ['disclosure-regulation@777:10.2', 'abnormal-list-rule@SAMR101:7'],
        numbered: { name: '昆都仑区市监责公', year: 2026 },
      },
    ])
    expect(given(disclosureOrders, { facts: [established()] }).when(order('2026-03-04')).events).toMatchObject([
      { data: { performBy: '2026-03-16' } },
    ])
  })
  test('expires the day after, not before, and once', () => {
    expect(on('2026-03-16').when(expire).refusal).toBe('order-running')
    expect(on('2026-03-17').when(expire).events).toMatchObject([
      { type: 'DisclosureOrderExpired', effectiveOn: '2026-03-17', data: { expiredOn: '2026-03-16' } },
    ])
    expect(on('2026-03-17').when(expire).when(expire).types).toEqual([])
  })
  test('that was obeyed in time does not expire; obeyed late it says so', () => {
    expect(on('2026-03-20').when(obey('2026-03-16')).events).toMatchObject([{ data: { late: false } }])
    expect(on('2026-03-20').when(obey('2026-03-16')).when(expire).outcome).toEqual([])
    expect(on('2026-03-20').when(expire).when(obey('2026-03-18')).events).toMatchObject([{ data: { late: true } }])
    expect(on('2026-03-20').when(obey('2026-03-05')).refusal).toBe('before-the-order')
    const obeyed = on('2026-03-20').when(obey('2026-03-16'))
    expect(obeyed.when(obey('2026-03-16')).outcome).toEqual([])
    expect(obeyed.when(obey('2026-03-17')).refusal).toBe('decided-otherwise')
  })
  test('is given once, to a living enterprise, and to no sole trader', () => {
    expect(on('2026-03-20').when(order()).outcome).toEqual([])
    const otherYear = { ...order(), data: { ...order().data, reportYear: 2024 } }
    expect(on('2026-03-20').when(otherYear).refusal).toBe('decided-otherwise')
    expect(given(disclosureOrders, {}).when(order()).refusal).toBe('unknown-enterprise')
    expect(on('2026-03-20', '9500').refusal).toBe('no-such-duty')
  })
})

test('an order to correct rests on the duty to correct, of whatever kind of subject', () => {
  const correct = (typeCode: string) =>
    given(disclosureOrders, { facts: [established({ typeCode })] }).when(order('2026-03-06', 'correct')).events[0]
      ?.basis
  expect(correct('1130')).toContain('disclosure-regulation@777:18.2')
  expect(correct('9500')?.[0]).toMatch(/^sole-trader-report-rule@SAMR101:/)
})
