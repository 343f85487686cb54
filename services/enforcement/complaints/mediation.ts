import { oneOf, wordsMember } from '@mingjian/codes'
import { refused } from '@mingjian/kernel'
import { byRule } from '../clocks.ts'
import { basisOn, provisionOn } from '../law/case.ts'
import { complaintProvisions as provisions } from '../law/complaints.ts'
import type { Outcome } from '../step.ts'
import { COMPLAINT_CLOCKS as CLOCKS } from './clocks.ts'
import { type ComplaintStep, complaintStep } from './complaint-step.ts'

const agreeMediation = complaintStep(
  { agreement: wordsMember('调解协议的内容') },
  {
    stages: ['accepted'],
    once: 'MediationAgreed',
    under: provisions.mediation,
    within: CLOCKS.mediate,
    decide: ({ on, agreement }): Outcome => [
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
const terminateMediation = complaintStep(
  { ground: oneOf(GROUNDS, '终止调解的情形') },
  {
    stages: ['accepted'],
    once: 'MediationTerminated',
    under: provisions.termination,
    decide: ({ on, ground }, { authority, clocks }): Outcome => {
      const running = clocks.find(({ what }) => what === CLOCKS.mediate)
      if (ground === '期限届满未达成协议' && running !== undefined && on < running.by)
        return refused('term-running', `The mediation may go on until ${running.by}.`, running.basis)
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

const informTermination = complaintStep(
  { way: wordsMember('告知方式') },
  {
    stages: ['terminated'],
    once: 'TerminationInformed',
    under: provisions.termination,
    decide: ({ on, way }): Outcome => [
      {
        type: 'TerminationInformed',
        data: { way, stops: [CLOCKS.informTermination] },
        effectiveOn: on,
        basis: basisOn(on, provisions.termination),
      },
    ],
  },
)

const withdrawComplaint = complaintStep(
  { reason: wordsMember('why') },
  {
    stages: ['received', 'accepted'],
    once: 'ComplaintWithdrawn',
    under: provisions.mediation,
    decide: ({ on, reason }, { kind, clocks }): Outcome =>
      kind === '投诉'
        ? [
            {
              type: 'ComplaintWithdrawn',
              data: { reason, stops: clocks.map(({ what }) => what) },
              effectiveOn: on,
              basis: basisOn(on, provisions.mediation),
            },
          ]
        : refused(
            'not-a-complaint',
            'A violation that was reported is verified all the same.',
            provisionOn(on, provisions.report),
          ),
  },
)

/** 调解 */
export const mediation = {
  AgreeMediation: agreeMediation,
  TerminateMediation: terminateMediation,
  InformTermination: informTermination,
  WithdrawComplaint: withdrawComplaint,
} satisfies Readonly<Record<string, ComplaintStep>>
