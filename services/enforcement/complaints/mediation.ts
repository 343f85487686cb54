import { oneOf, wordsMember } from '@mingjian/codes'
import { byRule } from '../clocks.ts'
import { basisOn, provisionOn } from '../law/case.ts'
import { complaintProvisions as provisions } from '../law/complaints.ts'
import { COMPLAINT_CLOCKS as CLOCKS } from './clocks.ts'
import { notWithdrawn, termRunning } from './refusals.ts'
import { step } from './step.ts'

const agreeMediation = step(
  { agreement: wordsMember('调解协议的内容') },
  {
    stages: ['accepted'],
    once: 'MediationAgreed',
    under: provisions.mediation,
    within: CLOCKS.mediate,
    decide: ({ on, agreement }) => [
      {
        type: 'MediationAgreed',
        data: { agreement, stops: [CLOCKS.mediate] },
        effectiveOn: on,
        basis: basisOn(on, provisions.mediation),
      },
    ],
  },
)

const GROUNDS = [
  '双方同意终止',
  '一方不接受调解',
  '期限届满未达成协议',
  '另有仲裁或者诉讼',
  '投诉人无正当理由不参加',
] as const

// After the term nothing but its termination is left, whoever was slow.
const terminateMediation = step(
  { ground: oneOf(GROUNDS, '终止调解的情形') },
  {
    stages: ['accepted'],
    once: 'MediationTerminated',
    under: provisions.termination,
    decide: ({ on, ground }, { authority, clocks }) => {
      const running = clocks.find(({ what }) => what === CLOCKS.mediate)
      if (ground === '期限届满未达成协议' && running !== undefined && on < running.by)
        return termRunning({ by: running.by }, running.basis)
      const clock = byRule(CLOCKS.informTermination, authority, {
        rule: 'complaint.inform_termination',
        given: { terminated_on: on },
        on,
        by: 'inform_by',
      })
      return [
        {
          type: 'MediationTerminated',
          data: { ground, clocks: [clock], stops: [CLOCKS.mediate] },
          effectiveOn: on,
          basis: basisOn(on, provisions.termination),
        },
      ]
    },
  },
)

const informTermination = step(
  { way: wordsMember('告知方式') },
  {
    stages: ['terminated'],
    once: 'TerminationInformed',
    under: provisions.termination,
    decide: ({ on, way }) => [
      {
        type: 'TerminationInformed',
        data: { way, stops: [CLOCKS.informTermination] },
        effectiveOn: on,
        basis: basisOn(on, provisions.termination),
      },
    ],
  },
)

const withdrawComplaint = step(
  { reason: wordsMember('why') },
  {
    stages: ['received', 'accepted'],
    once: 'ComplaintWithdrawn',
    under: provisions.mediation,
    decide: ({ on, reason }, { kind, clocks }) =>
      kind === '投诉'
        ? [
            {
              type: 'ComplaintWithdrawn',
              data: { reason, stops: clocks.map(({ what }) => what) },
              effectiveOn: on,
              basis: basisOn(on, provisions.mediation),
            },
          ]
        : notWithdrawn({}, provisionOn(on, provisions.report)),
  },
)

/** 调解 */
export const mediation = {
  AgreeMediation: agreeMediation,
  TerminateMediation: terminateMediation,
  InformTermination: informTermination,
  WithdrawComplaint: withdrawComplaint,
}
