import { given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { cases } from './decider.ts'
import * as food from './food-case.fixture.ts'
import { after, before, changed, decide, facts, light, nothing, provisionOf, step } from './food-case.fixture.ts'

describe('performance (第六十六条至第七十三条)', () => {
  const served = before(light, food.pay)
  const paid = (on: string, fineYuan: number, surchargeYuan: number, confiscatedYuan = 20_000) =>
    step('ReceivePayment', on, { receiptNo: `r-${on}`, fineYuan, surchargeYuan, confiscatedYuan })

  test('is due fifteen days after service', () => {
    expect(served.events).toMatchObject([{ data: { payBy: '2026-08-10', late: false } }])
  })
  test('three per cent a day follow, at most as much again', () => {
    expect(served.when(paid('2026-08-12', 90_000, 0)).types).toEqual(['PaymentReceived'])
    expect(served.when(paid('2026-08-12', 90_000, 5_400)).types).toEqual(['PaymentReceived', 'CasePerformed'])
    expect(served.when(paid('2026-08-12', 90_000, 5_401)).refusal).toBe('wrong-amount')
    expect(served.when(paid('2026-11-12', 90_000, 90_000)).types).toEqual(['PaymentReceived', 'CasePerformed'])
  })
  test('the surcharge rests while the decision is reviewed', () => {
    const contested = served.when(
      step('ContestDecision', '2026-08-12', { forum: 'reconsideration', body: '昆都仑区人民政府' }),
    )
    const upheld = contested.when(
      step('UpholdDecision', '2026-09-20', { body: '昆都仑区人民政府', documentNo: '昆政复〔2026〕1号' }),
    )
    expect(upheld.types).toEqual(['DecisionUpheld'])
    // One day before the contest, two after it.
    expect(upheld.when(paid('2026-09-22', 90_000, 8_100)).types).toEqual(['PaymentReceived', 'CasePerformed'])
  })
  test('may be paid by instalments', () => {
    const deferred = served.when(
      step('DeferPayment', '2026-08-01', {
        instalments: [
          { by: '2026-09-10', yuan: 40_000 },
          { by: '2026-10-10', yuan: 50_000 },
        ],
        reason: '经济困难',
        approvedBy: '局长',
      }),
    )
    expect(deferred.types).toEqual(['PaymentDeferred'])
    const half = deferred.when(paid('2026-09-10', 40_000, 0))
    expect(half.types).toEqual(['PaymentReceived'])
    expect(half.when(paid('2026-10-11', 50_000, 1_500, 0)).types).toEqual(['PaymentReceived', 'CasePerformed'])
  })
  test('is urged, and then enforced by the court when nothing can be contested any more', () => {
    const urged = served.when(step('UrgePerformance', '2026-08-11'))
    const apply = (on: string) => step('ApplyForEnforcement', on, { court: '昆都仑区人民法院' })
    expect(served.when(apply('2026-08-30')).refusal).toBe('not-urged')
    expect(urged.when(apply('2026-08-21')).refusal).toBe('not-urged')
    expect(urged.when(apply('2026-08-30')).refusal).toBe('before-its-time')
    const months = after(light.slice(0, light.indexOf(food.pay)), given(cases, { facts, today: '2027-06-01' }))
    const applied = months.when(step('UrgePerformance', '2026-08-11')).when(apply('2027-01-26'))
    expect(applied.types).toEqual(['EnforcementApplied'])
    const concluded = step('ConcludeEnforcement', '2027-03-01', { outcome: '已划拨', performed: true })
    expect(applied.when(concluded).types).toEqual(['EnforcementConcluded', 'CasePerformed'])
    const fruitless = applied.when(changed(concluded, { performed: false }))
    expect(fruitless.types).toEqual(['EnforcementConcluded'])
    expect(fruitless.when(paid('2027-05-01', 90_000, 90_000)).types).toEqual(['PaymentReceived', 'CasePerformed'])
    const tooLate = months.when(step('UrgePerformance', '2026-08-11')).when(apply('2027-04-26'))
    expect(tooLate.refusal).toBe('too-late')
  })
})

describe('what reviewers make of it', () => {
  const served = before(light, food.pay)
  const contest = step('ContestDecision', '2026-08-12', { forum: 'reconsideration', body: '昆都仑区人民政府' })
  const overturn = (outcome: string, more: Readonly<Record<string, unknown>> = {}) =>
    step('OverturnDecision', '2026-09-20', {
      outcome,
      by: 'reconsideration',
      body: '昆都仑区人民政府',
      overturningNo: '昆政复〔2026〕1号',
      kinds: [],
      fineYuan: 0,
      confiscatedYuan: 0,
      ...more,
    })

  test.each(['revoked', 'unlawful', 'invalid'])('ends it: %s', (outcome) => {
    expect(served.when(overturn(outcome)).refusal).toBe('not-contested')
    const ended = served.when(contest).when(overturn(outcome))
    expect(ended.types).toEqual(['DecisionOverturned'])
    expect(ended.when(changed(food.pay, { on: '2026-09-21' })).refusal).toBe('overturned')
    expect(ended.when(step('CloseCase', '2026-09-21', { result: '决定已撤销' })).types).toEqual(['CaseClosed'])
  })
  test('is entered once, as it was decided', () => {
    const ended = served.when(contest).when(overturn('revoked', { fineYuan: 5 }))
    expect(ended.when(overturn('revoked', { fineYuan: 5 })).outcome).toEqual([])
    expect(ended.when(overturn('invalid')).refusal).toBe('decided-otherwise')
  })
  test('or changes it, never for the worse', () => {
    const contested = served.when(contest)
    const lighter = { kinds: ['罚款'], fineYuan: 50_000 }
    expect(contested.when(overturn('changed', { ...lighter, fineYuan: 95_000 })).refusal).toBe('heavier-than-before')
    const changedOne = contested.when(overturn('changed', lighter))
    expect(changedOne.types).toEqual(['DecisionOverturned'])
    const pay = step('ReceivePayment', '2026-09-30', {
      receiptNo: 'r',
      fineYuan: 50_000,
      confiscatedYuan: 0,
      surchargeYuan: 0,
    })
    expect(changedOne.when(pay).types).toEqual(['PaymentReceived', 'CasePerformed'])
  })
  test('comes too late after sixty days', () => {
    expect(served.when(changed(contest, { on: '2026-09-23' })).refusal).toBe('too-late')
  })
})

describe('a suspected crime (移送规定)', () => {
  const ready = before(light, decide)
  const report = step('ReportSuspectedCrime', '2026-07-01', {
    officers: food.OFFICERS,
    crime: '销售不符合安全标准的食品罪',
    report: '报告',
  })
  const approve = step('DecideReferral', '2026-07-02', {
    approved: true,
    decidedBy: '局长',
    decidedAt: '2026-07-02T09:00',
    reason: '涉嫌犯罪',
  })
  const refer = step('ReferCase', '2026-07-03', { police: '昆都仑区公安分局', transferredAt: '2026-07-03T08:30' })
  const answer = (filed: boolean) =>
    step('EnterPoliceAnswer', '2026-07-06', { filed, documentNo: '公立〔2026〕1号', reason: '理由' })

  test('is not fined instead', () => {
    const suspected = ready.when(report)
    const instead = suspected.when(decide)
    expect([instead.refusal, provisionOf(instead)]).toEqual([
      'fine-instead-of-punishment',
      'criminal-referral-rule@2020:11',
    ])
  })
  test('is decided in three days, transferred in 24 hours, answered in three days', () => {
    const reported = ready.when(report)
    expect(reported.events).toMatchObject([{ data: { clocks: [{ by: '2026-07-04' }] } }])
    const referred = reported.when(approve).when(refer)
    expect(referred.events).toMatchObject([{ data: { late: false, clocks: [{ who: '公安机关', by: '2026-07-06' }] } }])
    const slow = changed(refer, { transferredAt: '2026-07-03T09:01' })
    expect(reported.when(approve).when(slow).events).toMatchObject([{ data: { late: true } }])
    expect(reported.when(refer).refusal).toBe('out-of-order')
  })
  test('is not decided again with another outcome, by another head or on another day', () => {
    const approved = ready.when(report).when(approve)
    expect(approved.when(approve).outcome).toEqual([])
    for (const otherwise of [
      { approved: false },
      { decidedBy: '副局长' },
      { on: '2026-07-03', decidedAt: '2026-07-03T09:00' },
    ])
      expect(approved.when(changed(approve, otherwise)).refusal).toBe('decided-otherwise')
    const answered = approved.when(refer).when(answer(true))
    expect(answered.when(answer(true)).outcome).toEqual([])
    expect(answered.when(answer(false)).refusal).toBe('decided-otherwise')
  })
  test('that the police file ends the investigation; that they decline lets the fine go on', () => {
    const referred = ready.when(report).when(approve).when(refer)
    const filed = referred.when(answer(true))
    expect(filed.when(decide).refusal).toBe('fine-instead-of-punishment')
    expect(filed.when(step('TerminateCase', '2026-07-07', { ground: '公安机关立案', reason: '移送' })).types).toEqual([
      'CaseTerminated',
    ])
    const declined = referred.when(answer(false))
    expect(declined.when(step('ChallengePoliceRefusal', '2026-07-09', { to: '人民检察院' })).types).toEqual([
      'PoliceRefusalChallenged',
    ])
    expect(declined.when(step('ChallengePoliceRefusal', '2026-07-10', { to: '人民检察院' })).refusal).toBe('too-late')
    expect(declined.when(decide).types).toEqual(['CaseDecided'])
  })
})

describe('the summary procedure (第五十一条)', () => {
  const onTheSpot = step('DecideOnTheSpot', '2026-06-01', {
    officers: food.OFFICERS,
    violation: '不按规定明码标价',
    facts: '未标明价格',
    penaltyBasis: '《中华人民共和国价格法》第四十二条',
    kinds: ['罚款'],
    fineYuan: 3_000,
    actEndedOn: '2026-06-01',
    statement: '无异议',
  })
  test('decides and serves at once, up to three thousand yuan', () => {
    expect(nothing.when(onTheSpot).types).toEqual(['CaseOpened', 'StatementHeard', 'CaseDecided', 'DecisionServed'])
    expect(nothing.when(onTheSpot).when(onTheSpot).outcome).toEqual([])
    expect(nothing.when(changed(onTheSpot, { fineYuan: 3_001 })).refusal).toBe('not-on-the-spot')
    expect(nothing.when(changed(onTheSpot, { kinds: ['罚款', '没收违法所得'] })).refusal).toBe('not-on-the-spot')
  })
  test('is reconsidered before it is brought to court (复议法第二十三条)', () => {
    const court = step('ContestDecision', '2026-06-10', { forum: 'court', body: '昆都仑区人民法院' })
    expect(nothing.when(onTheSpot).when(court).refusal).toBe('review-first')
  })
})
