import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { type AbnormalObjectionCommand, abnormalObjections } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const entry = { ground: 'annual_report_missed', year: 2025, listedOn: '2026-07-01' } as const
const listed = {
  type: 'AbnormalOperationsListed',
  data: { ground: entry.ground, year: entry.year, decision: '', reason: '', remedy: null },
  effectiveOn: entry.listedOn,
  basis: [],
} as const satisfies PastEvent
const file = (on: string): AbnormalObjectionCommand => ({
  type: 'FileAbnormalObjection',
  data: {
    uscc,
    ground: entry.ground,
    year: entry.year,
    on,
    statement: '报告已于六月三十日报送',
    evidence: ['报送回执'],
  },
})
const answer = { uscc, objection: 1 } as const
const accept = { type: 'AcceptAbnormalObjection', data: { ...answer, on: '2026-07-15' } } as const
const refuse = { type: 'RefuseAbnormalObjection', data: { ...answer, on: '2026-07-15', reason: '没有证据' } } as const
const uphold = { type: 'UpholdAbnormalObjection', data: { ...answer, on: '2026-07-20', reason: '查实' } } as const
const dismiss = { type: 'DismissAbnormalObjection', data: { ...answer, on: '2026-07-20', reason: '不实' } } as const

const subject = given(abnormalObjections, { facts: [established(), listed] })
const filed = subject.when(file('2026-07-10'))

describe('an objection 异议 (第十六条)', () => {
  test('is filed within thirty days of publication; a rest day at its end runs on', () => {
    expect(subject.when(file('2026-07-31')).types).toEqual(['AbnormalObjectionFiled'])
    expect(subject.when(file('2026-08-03')).refusal).toBe('objection-too-late')
    expect(subject.when(file('2026-06-30')).refusal).toBe('before-the-listing')
  })
  test('is about an entry that there is', () => {
    expect(given(abnormalObjections, { facts: [established()] }).when(file('2026-07-10')).refusal).toBe('not-listed')
  })
  test('is accepted or refused within five working days, answered within twenty, put right within five', () => {
    expect(filed.events).toMatchObject([{ data: { acceptBy: '2026-07-17' } }])
    expect(filed.when(accept).events).toMatchObject([{ data: { verifyBy: '2026-08-12' } }])
    expect(filed.when(accept).when(uphold).events).toMatchObject([{ data: { ...entry, correctBy: '2026-07-27' } }])
  })
  test('goes through its stages in order, each answer once', () => {
    expect(filed.when(uphold).refusal).toBe('out-of-order')
    expect(filed.when(accept).when(refuse).refusal).toBe('out-of-order')
    expect(filed.when(accept).when(uphold).when(dismiss).refusal).toBe('out-of-order')
    expect(filed.when(accept).when(accept).outcome).toEqual([])
    expect(filed.when(file('2026-07-10')).outcome).toEqual([])
    expect(filed.when(file('2026-07-11')).refusal).toBe('decided-otherwise')
    expect(subject.when(accept).refusal).toBe('unknown-objection')
  })
  test('that is refused or dismissed can be taken further', () => {
    for (const [last] of [filed.when(refuse).events, filed.when(accept).when(dismiss).events])
      expect(last).toMatchObject({ data: { remedy: { reconsiderationTo: '昆都仑区人民政府' } } })
  })
  test('of a sole trader rests on its own rule', () => {
    const trader = given(abnormalObjections, { facts: [established({ typeCode: '9500' }), listed] })
    expect(trader.when(file('2026-07-10')).events[0]?.basis).toEqual(['sole-trader-report-rule@SAMR101:19'])
  })
})
