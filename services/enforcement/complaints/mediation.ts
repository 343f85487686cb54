import { oneOf, wordsMember } from '@mingjian/codes'
import { allOf, counted } from '../clocks.ts'
import { happened } from '../happened.ts'
import { provisionOn } from '../law/case.ts'
import { complaintProvisions as provisions } from '../law/complaints.ts'
import { COMPLAINT_CLOCKS as CLOCKS, COMPLAINT_TERMS as TERMS } from './clocks.ts'
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
      happened('MediationAgreed', on, { agreement, stops: [CLOCKS.mediate] }, provisions.mediation),
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

// After the term nothing but its termination is left, even where the authority was slow.
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
      const clock = counted(TERMS.informTermination, authority, on)
      return [
        happened(
          'MediationTerminated',
          on,
          { ground, clocks: [clock], stops: [CLOCKS.mediate] },
          provisions.termination,
        ),
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
      happened('TerminationInformed', on, { way, stops: [CLOCKS.informTermination] }, provisions.termination),
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
        ? [happened('ComplaintWithdrawn', on, { reason, stops: allOf(clocks) }, provisions.mediation)]
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
