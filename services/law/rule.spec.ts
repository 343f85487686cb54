import { describe, expect, test } from 'vitest'
import { disclosureRegulation, penaltyLaw } from './instruments.ts'
import { amount, date, fits, flag, listOf, type Member, oneOf, optional, recordOf, tableOf, text } from './question.ts'
import { deadlineRule, rule, unmet } from './rule.ts'
import { days, workingDays } from './term.ts'

const today = '2026-11-23'

describe('a rule', () => {
  const fined = rule({
    name: 'test.fined',
    question: '是否处罚',
    provisions: [
      { instrument: disclosureRegulation, article: { 777: '18.2' }, confidence: 'likely' },
      { instrument: penaltyLaw, article: '28', confidence: 'certain' },
    ],
    given: { fine: amount, decided_on: optional(date), harm: optional(flag) },
    judgedOn: ({ decided_on }) => decided_on,
    find: ({ fine }, on) => ({ result: { fine, on }, trace: ['处罚'] }),
  })

  test('is judged by the day of its facts, else by the day of the question', () => {
    expect(fined.evaluate({ fine: 1, decided_on: '2024-05-01' }, today)).toMatchObject({ result: { on: '2024-05-01' } })
    expect(fined.evaluate({ fine: 1 }, today)).toMatchObject({ result: { on: today } })
    expect(fined.evaluate({ fine: 1, decided_on: null }, today)).toMatchObject({ result: { on: today } })
  })

  test('cites what was law that day, and is as sure as the least sure of it', () => {
    expect(fined.evaluate({ fine: 1 }, '2024-04-30')).toMatchObject({
      basis: [{ instrument: 'administrative-penalty-law', version: '2021', article: '28' }],
      confidence: 'certain',
    })
    expect(fined.evaluate({ fine: 1 }, '2024-05-01')).toMatchObject({
      basis: [{ instrument: 'disclosure-regulation' }, { instrument: 'administrative-penalty-law' }],
      confidence: 'likely',
    })
  })

  test.each([
    [{}, 'fine'],
    [{ fine: '1' }, 'fine'],
    [{ fine: null }, 'fine'],
    [{ fine: Number.NaN }, 'fine'],
    [{ fine: -1 }, 'fine'],
    [{ fine: 1, decided_on: '2023-02-29' }, 'decided_on'],
    [{ fine: 1, decided_on: 20230228 }, 'decided_on'],
    [{ fine: 1, harm: 'no' }, 'harm'],
  ])('asked with %o refuses and names the member', (given, member) => {
    expect(fined.evaluate(given, today)).toMatchObject({ code: 'given', member })
  })

  test('whose provisions were not law that day answers by the nearest wording and says that it does', () => {
    const revoked = rule({
      name: 'test.revoked',
      question: '是否吊销',
      provisions: [{ instrument: disclosureRegulation, article: { 777: '18.1' }, confidence: 'certain' }],
      given: {},
      find: () => ({ result: { revoked: false }, trace: ['未吊销'] }),
    })
    expect(revoked.evaluate({}, '2024-04-30')).toMatchObject({
      confidence: 'to-verify',
      trace: [expect.stringContaining('没有这一规定'), '未吊销'],
    })
  })
})

describe('a deadline', () => {
  const publish = deadlineRule({
    name: 'test.publish',
    question: '最迟何日公示',
    provisions: [{ instrument: disclosureRegulation, article: '10.1', confidence: 'certain' }],
    from: 'formed_on',
    term: (on) => (on < '2020-01-01' ? days(3) : workingDays(3)),
    by: 'publish_by',
  })

  test('is counted by the term of its day', () => {
    expect(publish.evaluate({ formed_on: '2019-09-28' }, today)).toMatchObject({ result: { publish_by: '2019-10-01' } })
    expect(publish.evaluate({ formed_on: '2020-09-29' }, today)).toMatchObject({ result: { publish_by: '2020-10-10' } })
  })

  test('that ends in a year without announced holidays is provisional', () => {
    expect(publish.evaluate({ formed_on: '2026-12-30' }, today)).toMatchObject({
      result: { publish_by: '2027-01-04' },
      confidence: 'to-verify',
      trace: [expect.stringContaining('暂定')],
    })
  })
})

describe('conditions that must hold together', () => {
  const of = (a: boolean | undefined, b: boolean | undefined) =>
    unmet([
      { member: 'a', holds: a, otherwise: '没有甲' },
      { member: 'b', holds: b, otherwise: '没有乙' },
    ])

  test('hold when all do', () => expect(of(true, true)).toEqual([]))
  test('fail when one is known not to hold, whatever is not said', () => {
    expect(of(undefined, false)).toEqual(['没有乙'])
    expect(of(false, false)).toEqual(['没有甲', '没有乙'])
  })
  test('ask for what is not said when it would decide', () => {
    expect(of(true, undefined)).toMatchObject({ code: 'given', member: 'b' })
  })
})

describe('a value', () => {
  test.each([
    [oneOf('甲', '乙'), '甲', '丙'],
    [listOf(flag), [true, false], [true, 'no']],
    [tableOf(text), { a: 'x' }, { a: 1 }],
    [tableOf(text), {}, []],
    [recordOf({ a: amount, b: optional(text) }), { a: 1 }, { b: 'x' }],
    [recordOf({ a: amount, b: optional(text) }), { a: 1, b: 'x' }, { a: 1, b: 2 }],
    [date, '2199-12-31', '2200-01-01'],
  ])('of kind %o is %o and not %o', (wanted, right, wrong) => {
    expect(fits(wanted as Member<unknown>, right)).toBe(true)
    expect(fits(wanted as Member<unknown>, wrong)).toBe(false)
  })
})
