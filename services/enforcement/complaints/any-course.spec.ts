import { addDays } from '@mingjian/codes'
import { isRefusal, type PastEvent } from '@mingjian/kernel'
import { established } from '@mingjian/kernel/given'
import { encode } from '@mingjian/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUTHORITY, PARTY } from '../cases/food-case.fixture.ts'
import { type ComplaintCommand, complaints } from './decider.ts'
import type { Complaint, ComplaintEvent } from './state.ts'

// Any steps in any order: what is recorded is a lawful complaint all the same, and nothing is recorded twice.

const received = (kind: string, named: boolean) => ({
  kind,
  named,
  uscc: PARTY,
  reporterRef: 'R-1',
  channel: '电话',
  matter: '事项',
  violation: '经营超过保质期的食品',
  knewOn: null,
  purpose: null,
})
const STEPS: readonly (readonly [ComplaintCommand['type'], Readonly<Record<string, unknown>>])[] = [
  ['ReceiveComplaint', received('投诉', true)],
  ['ReceiveComplaint', received('举报', true)],
  ['ReceiveComplaint', received('举报', false)],
  ['TransferComplaint', { to: '青山区市场监督管理局', reason: '管辖' }],
  ['AcceptComplaint', {}],
  ['DeclineComplaint', { ground: '不属于本部门职责', reason: '理由' }],
  ['WithdrawComplaint', { reason: '和解' }],
  ['AgreeMediation', { agreement: '退款' }],
  ['TerminateMediation', { ground: '一方不接受调解' }],
  ['InformTermination', { way: '短信' }],
  ['HandOverLead', {}],
  ['ProposeCheck', { reason: '线索不足' }],
  ['RecordFilingOutcome', { caseId: 'CASE-COMPLAINT-1', filed: true, decidedOn: '2026-06-01' }],
  ['InformReporter', { way: '短信' }],
  ['GrantReward', { grade: 1, naturalPerson: true, financeConsentNo: null }],
  ['DeclineReward', { reason: '理由' }],
]
const penalty = { type: 'CaseDecided', data: { fineYuan: 10_000, confiscatedYuan: 0 } } as unknown as PastEvent
const facts = [established(), penalty].reduce(complaints.facts.evolve, complaints.facts.initial)
const context = { today: '2028-01-01', now: '2028-01-01T04:00:00Z', actor: 'staff', authority: AUTHORITY, facts }

const faultOf = (before: Complaint, after: Complaint, type: string): string | undefined => {
  if (after.kind === '举报' && ['accepted', 'terminated'].includes(after.stage)) return 'a report is mediated'
  if (type === 'RewardGranted' && (before.kind !== '举报' || before.lead !== 'verified')) return 'rewarded for nothing'
  if (type === 'ReporterInformed' && !before.named) return 'nobody to be told'
  const mediating = after.clocks.some(({ what }) => what === '终止调解的期限')
  return mediating && after.stage !== 'accepted' ? 'the clock of a mediation that is over' : undefined
}

test('no steps in any order make an unlawful complaint, and none is recorded twice', () => {
  const seen = new Set<string>()
  const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(6)), { maxLength: 14 })
  fc.assert(
    fc.property(fc.constantFrom(...STEPS.slice(0, 3)), steps, (first, more) => {
      let state: Complaint = complaints.initial
      let on = '2026-06-01'
      for (const [[type, data], days] of [[first, 0] as const, ...more]) {
        on = addDays(on, days)
        const command = { type, data: { complaintId: 'COMPLAINT-1', on, ...data } } as ComplaintCommand
        const outcome = complaints.decide(command, state, context)
        for (const event of isRefusal(outcome) ? [] : outcome) {
          encode(event.type, event.data)
          seen.add(event.type)
          const after = complaints.evolve(state, event as ComplaintEvent)
          const fault = faultOf(state, after, event.type)
          if (fault !== undefined) throw new Error(`${event.type}: ${fault}`)
          state = after
        }
        const again = complaints.decide(command, state, context)
        if (!isRefusal(again) && again.length > 0) throw new Error(`${type} is recorded twice`)
      }
    }),
    { numRuns: 10_000 },
  )
  for (const type of ['RewardGranted', 'ReporterInformed', 'TerminationInformed', 'MediationAgreed'])
    expect([...seen]).toContain(type)
})
