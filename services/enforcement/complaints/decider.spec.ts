import type { PastEvent } from '@mingjian/kernel'
import { established, type Given, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import * as food from '../cases/food-case.fixture.ts'
import { type ComplaintCommand, complaints } from './decider.ts'

const ID = 'COMPLAINT-2026-0001'
const step = (
  type: ComplaintCommand['type'],
  on: string,
  data: Readonly<Record<string, unknown>> = {},
): ComplaintCommand => ({ type, data: { complaintId: ID, on, ...data } }) as ComplaintCommand
const received = (more: Readonly<Record<string, unknown>> = {}, on = '2026-06-01') =>
  step('ReceiveComplaint', on, {
    kind: '投诉',
    uscc: food.PARTY,
    reporterRef: 'R-8f3a',
    named: true,
    channel: '12315平台',
    matter: '购买的食品已过期，要求赔偿',
    violation: '经营超过保质期的食品',
    knewOn: '2026-05-30',
    purpose: '生活消费',
    ...more,
  })
const report = received({ kind: '举报', knewOn: null, purpose: null })
const nothing = given(complaints, { facts: [established()] })
const changed = (command: ComplaintCommand, data: Readonly<Record<string, unknown>>): ComplaintCommand =>
  ({ ...command, data: { ...command.data, ...data } }) as ComplaintCommand
const clocksOf = ({ events }: Given<ComplaintCommand>) =>
  events.map(({ data }) => ('clocks' in data ? data.clocks : []))

describe('a complaint (投诉举报处理办法第十四条至第二十一条)', () => {
  const complaint = nothing.when(received())
  test('is accepted or not within seven working days', () => {
    expect(clocksOf(complaint)).toMatchObject([[{ what: '决定是否受理投诉', by: '2026-06-10' }]])
    expect(complaint.when(step('AcceptComplaint', '2026-06-10')).types).toEqual(['ComplaintAccepted'])
    expect(complaint.when(step('AcceptComplaint', '2026-06-11')).refusal).toBe('too-late')
  })
  test('is not of a trader, and not three years old', () => {
    for (const bar of [{ purpose: '非生活消费' }, { knewOn: '2023-05-31' }]) {
      const barred = nothing.when(received(bar))
      expect(barred.when(step('AcceptComplaint', '2026-06-03')).refusal).toBe('not-admissible')
      const decline = step('DeclineComplaint', '2026-06-03', { ground: '不是生活消费或者超过三年', reason: '理由' })
      expect(barred.when(decline).types).toEqual(['ComplaintDeclined'])
      expect(complaint.when(decline).refusal).toBe('admissible')
    }
  })
  test('can be abusive only since 2026-04-15', () => {
    const decline = (on: string) => step('DeclineComplaint', on, { ground: '滥用投诉举报', reason: '理由' })
    expect(complaint.when(decline('2026-06-03')).types).toEqual(['ComplaintDeclined'])
    expect(nothing.when(received({ knewOn: null }, '2026-04-13')).when(decline('2026-04-14')).refusal).toBe(
      'no-such-ground',
    )
  })
  test('goes to the authority that is competent', () => {
    const transfer = step('TransferComplaint', '2026-06-03', { to: '青山区市场监督管理局', reason: '经营者住所地' })
    expect(complaint.when(transfer).types).toEqual(['ComplaintTransferred'])
    expect(complaint.when(transfer).when(step('AcceptComplaint', '2026-06-04')).refusal).toBe('out-of-order')
  })
  test('is mediated for forty-five working days, and its end is told within seven', () => {
    const accepted = complaint.when(step('AcceptComplaint', '2026-06-03'))
    expect(clocksOf(accepted)).toMatchObject([[{ by: '2026-08-06' }]])
    const agree = (on: string) => step('AgreeMediation', on, { agreement: '退一赔十' })
    expect(accepted.when(agree('2026-08-06')).types).toEqual(['MediationAgreed'])
    expect(accepted.when(agree('2026-08-07')).refusal).toBe('too-late')
    const terminate = (on: string, ground: string) => step('TerminateMediation', on, { ground })
    expect(accepted.when(terminate('2026-07-01', '期限届满未达成协议')).refusal).toBe('term-running')
    const terminated = accepted.when(terminate('2026-07-01', '一方不接受调解'))
    expect(clocksOf(terminated)).toMatchObject([[{ what: '告知终止调解', by: '2026-07-10' }]])
    expect(terminated.when(step('InformTermination', '2026-07-02', { way: '短信' })).types).toEqual([
      'TerminationInformed',
    ])
  })
  test('may be withdrawn, a report not', () => {
    const withdraw = step('WithdrawComplaint', '2026-06-03', { reason: '已和解' })
    expect(complaint.when(withdraw).types).toEqual(['ComplaintWithdrawn'])
    expect(nothing.when(report).when(withdraw).refusal).toBe('not-a-complaint')
  })
  test('made twice is handled once', () => {
    const { complaintId: _, on: __, ...first } = received().data as unknown as Readonly<Record<string, unknown>>
    const earlier = (more: Readonly<Record<string, unknown>> = {}): PastEvent =>
      ({
        type: 'ComplaintReceived',
        data: { ...first, authority: food.AUTHORITY, receivedOn: '2026-05-30', clocks: [], ...more },
        effectiveOn: '2026-05-30',
        basis: [],
      }) as never
    const merge = step('MergeComplaint', '2026-06-02', { into: 'COMPLAINT-2026-0000' })
    const after = (event: PastEvent) =>
      given(complaints, { facts: [established(), event] })
        .when(received())
        .when(merge)
    expect(after(earlier()).types).toEqual(['ComplaintMerged'])
    expect(after(earlier({ reporterRef: 'R-other' })).refusal).toBe('not-the-same')
    expect(complaint.when(merge).refusal).toBe('not-the-same')
  })
})

test('what was done is not done again with other content: it says how that is put right', () => {
  const accepted = nothing.when(received()).when(step('AcceptComplaint', '2026-06-03'))
  expect(accepted.when(step('AcceptComplaint', '2026-06-03')).outcome).toEqual([])
  expect(accepted.when(step('AcceptComplaint', '2026-06-04')).refusal).toBe('decided-otherwise')
  const agreed = accepted.when(step('AgreeMediation', '2026-06-05', { agreement: '退款' }))
  expect(agreed.when(step('AgreeMediation', '2026-06-05', { agreement: '退款' })).outcome).toEqual([])
  expect(agreed.when(step('AgreeMediation', '2026-06-05', { agreement: '退一赔十' })).refusal).toBe('decided-otherwise')
})

describe('a report (第二十三条、第三十一条)', () => {
  const handedOver = nothing.when(report).when(step('HandOverLead', '2026-06-04'))
  const noted = (filed: boolean) =>
    handedOver.when(step('RecordFilingOutcome', '2026-06-10', { caseId: `CASE-${ID}`, filed, decidedOn: '2026-06-10' }))
  test('is handed over as a lead that counts from the day it came', () => {
    expect(handedOver.events).toMatchObject([
      { type: 'LeadHandedOver', data: { caseId: `CASE-${ID}`, receivedOn: '2026-06-01' } },
    ])
    expect(nothing.when(report).when(step('HandOverLead', '2026-06-24')).refusal).toBe('too-late')
  })
  test('or leads to a check', () => {
    expect(nothing.when(report).when(step('ProposeCheck', '2026-06-04', { reason: '线索不足' })).types).toEqual([
      'DirectedCheckProposed',
    ])
  })
  test('its named reporter is told within five working days whether a case was filed', () => {
    expect(handedOver.when(step('InformReporter', '2026-06-05', { way: '短信' })).refusal).toBe('not-verified')
    for (const filed of [true, false]) expect(clocksOf(noted(filed))).toMatchObject([[{ by: '2026-06-17' }]])
    const inform = (on: string) => step('InformReporter', on, { way: '短信' })
    expect(noted(true).when(inform('2026-06-17')).events).toMatchObject([{ data: { late: false } }])
    expect(noted(true).when(inform('2026-06-18')).events).toMatchObject([{ data: { late: true } }])
  })
  test('a complaint is mediated on while its lead is verified', () => {
    const both = nothing
      .when(received())
      .when(step('AcceptComplaint', '2026-06-03'))
      .when(step('HandOverLead', '2026-06-05'))
    expect(both.types).toEqual(['LeadHandedOver'])
    expect(both.when(step('AgreeMediation', '2026-06-20', { agreement: '退款' })).types).toEqual(['MediationAgreed'])
  })
})

describe('a reward (举报奖励暂行办法第十一条、第十二条)', () => {
  const grant = step('GrantReward', '2026-09-01', { grade: 1, naturalPerson: true, financeConsentNo: null })
  const decided = (fineYuan: number): PastEvent =>
    ({
      type: 'CaseDecided',
      data: { fineYuan, confiscatedYuan: 20_000 },
      effectiveOn: '2026-07-22',
      basis: [],
    }) as never
  const overturned = {
    type: 'DecisionOverturned',
    data: { outcome: 'revoked', fineYuan: 0, confiscatedYuan: 0 },
    effectiveOn: '2026-08-22',
    basis: [],
  } as never
  const after = (...facts: readonly PastEvent[]) =>
    given(complaints, { facts: [established(), ...facts] })
      .when(report)
      .when(step('HandOverLead', '2026-06-04'))
      .when(step('RecordFilingOutcome', '2026-06-10', { caseId: `CASE-${ID}`, filed: true, decidedOn: '2026-06-10' }))

  test('is a share of the penalty, at least the floor', () => {
    expect(after(decided(90_000)).when(grant).events).toMatchObject([
      { data: { yuan: 5_500, penaltyAndConfiscationYuan: 110_000 } },
    ])
    expect(after(decided(1_000)).when(changed(grant, { grade: 3 })).events).toMatchObject([{ data: { yuan: 1_000 } }])
    expect(after(decided(90_000)).when(grant).when(grant).outcome).toEqual([])
  })
  test('waits for a penalty that stands', () => {
    expect(after().when(grant).refusal).toBe('no-penalty-yet')
    expect(after(decided(90_000), overturned).when(grant).refusal).toBe('no-penalty-yet')
  })
  test('is for natural persons', () => {
    expect(after(decided(90_000)).when(changed(grant, { naturalPerson: false })).refusal).toBe('no-reward')
  })
  test('of half a million is agreed with the finance department', () => {
    const large = after(decided(9_980_000))
    expect(large.when(grant).refusal).toBe('no-finance-consent')
    expect(large.when(changed(grant, { financeConsentNo: '昆财函〔2026〕1号' })).events).toMatchObject([
      { data: { yuan: 500_000 } },
    ])
    expect(
      after(decided(99_000_000)).when(changed(grant, { financeConsentNo: '昆财函〔2026〕1号' })).events,
    ).toMatchObject([{ data: { yuan: 1_000_000 } }])
  })
})
