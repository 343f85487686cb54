import { describe, expect, test } from 'vitest'
import { superiorOf } from './authorities.ts'
import { encodeCitation } from './citations.ts'
import {
  litigationLastDay,
  reconsiderationAuthority,
  reconsiderationLastDay,
  remediesOf,
  remedyRules,
} from './remedies.ts'

const ask = (name: string, given: Readonly<Record<string, unknown>>) =>
  remedyRules.find((r) => r.name === name)?.evaluate(given, '2026-11-23')

describe('reconsideration', () => {
  test.each([
    ['2024-03-15', '2024-05-14'],
    ['2018-08-07', '2018-10-08'],
    ['2023-08-02', '2023-10-07'],
  ])('of what was known on %s may be asked for until %s, a rest day at the end running on', (knewOn, last) => {
    expect(reconsiderationLastDay(knewOn)).toBe(last)
  })

  test('of a district bureau is for the people’s government alone since 2024', () => {
    const bureau = '昆都仑区市场监督管理局'
    expect(reconsiderationAuthority(bureau, '2023-12-31')).toBe('昆都仑区人民政府或者包头市市场监督管理局')
    expect(reconsiderationAuthority(bureau, '2024-01-01')).toBe('昆都仑区人民政府')
    expect(reconsiderationAuthority('某委员会', '2024-01-01')).toBe('本级人民政府')
  })

  test('has no summary procedure before 2024, and a summary one is not extended', () => {
    const old = { accepted_on: '2023-12-31', procedure: '简易' }
    expect(ask('review.decide_by', old)).toMatchObject({
      result: { decide_by: '2024-02-29', max_extended: '2024-03-30' },
    })
    expect(ask('review.decide_by', { ...old, accepted_on: '2024-01-01' })).toMatchObject({
      result: { decide_by: '2024-01-31', max_extended: null },
    })
  })

  test('comes before a suit against a penalty imposed on the spot since 2024, not against a listing', () => {
    const before = (act: string, on: string) => ask('review.mandatory_first', { act, on })
    expect(before('当场作出的行政处罚决定', '2023-12-31')).toMatchObject({ result: { review_before_suit: false } })
    expect(before('当场作出的行政处罚决定', '2024-01-01')).toMatchObject({ result: { review_before_suit: true } })
    expect(before('列入经营异常名录', '2024-01-01')).toMatchObject({ result: { review_before_suit: false } })
  })
})

describe('litigation', () => {
  test.each([
    ['2023-08-31', '2024-02-29'],
    ['2024-08-31', '2025-02-28'],
    ['2023-03-30', '2023-10-07'],
  ])('of what was known on %s may be brought until %s', (knewOn, last) => {
    expect(litigationLastDay(knewOn)).toBe(last)
  })
})

test('a decision names both remedies with their last days and provisions', () => {
  const { basis, ...remedies } = remediesOf('昆都仑区市场监督管理局', '2026-07-14')
  expect(remedies).toEqual({
    reconsiderationTo: '昆都仑区人民政府',
    reconsiderationBy: '2026-09-14',
    litigationBy: '2027-01-14',
  })
  expect(basis.map(encodeCitation)).toEqual([
    'reconsideration-law@2023:20.1',
    'reconsideration-law@2023:24.1',
    'administrative-litigation-law@2017:46.1',
  ])
})

test('each market regulator has the one of the next level above it', () => {
  expect(superiorOf('昆都仑区市场监督管理局', '2026-01-01')).toBe('包头市市场监督管理局')
  expect(superiorOf('国家市场监督管理总局', '2026-01-01')).toBeUndefined()
})
