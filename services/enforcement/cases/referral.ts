import { addDays, daysBetween, minuteMember, oneOf, wordsMember } from '@mingjian/codes'
import { days } from '@mingjian/law'
import Type from 'typebox'
import { byTerm, counted } from '../clocks.ts'
import { happened } from '../happened.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { TRANSFER_HOURS } from '../law/referral.ts'
import { CLOCKS, TERMS } from './clocks.ts'
import { CRIME, decidedAnotherDay, transferredAnotherDay, wrongTurn } from './refusals.ts'
import type { Case, Stage } from './state.ts'
import { isSaid, officers, step } from './step.ts'

const OPEN: readonly Stage[] = ['filed', 'concluded', 'noticed', 'decided', 'served']
const POLICE = '公安机关'

/** Minutes from the first midnight of the calendar's count. */
const minutes = (moment: string): number =>
  daysBetween('2000-01-01', moment.slice(0, 10)) * 1440 +
  Number(moment.slice(11, 13)) * 60 +
  Number(moment.slice(14, 16))

/** Why a step of the referral has no place: the referral has not come as far. */
const notAt = (crime: Case['crime'], { crime: is }: Case, on: string) =>
  is === crime ? undefined : wrongTurn({ crime: CRIME[is] }, provisionOn(on, provisions.referral))
const runs = ({ clocks }: Case, clock: string): boolean => clocks.some(({ what }) => what === clock)

// A crime that was not referred, or not taken up by the police, may be reported on new facts.
const reportSuspectedCrime = step(
  { ...officers, crime: wordsMember('涉嫌的罪名'), report: wordsMember('核实情况后提出移送的书面报告') },
  {
    stages: OPEN,
    once: 'CrimeSuspected',
    done: ({ crime }) => !['none', 'declined', 'refused'].includes(crime),
    under: provisions.referralApproval,
    decide: ({ on, crime, report, officers }, { authority }) => {
      const suspected = { crime, report, officers, clocks: [counted(TERMS.referral, authority, on)] }
      return [happened('CrimeSuspected', on, suspected, provisions.referral, provisions.referralApproval)]
    },
  },
)

interface ReferralDecision {
  readonly approved: boolean
  readonly decidedBy: string
  readonly decidedAt: string
  readonly reason: string
}
const approvalOf = ({ approved, decidedBy, decidedAt, reason }: ReferralDecision) =>
  approved
    ? ({ type: 'ReferralApproved', data: { approvedBy: decidedBy, approvedAt: decidedAt } } as const)
    : ({ type: 'ReferralDeclined', data: { decidedBy, reason } } as const)

// A late decision on a referral is still owed: a crime isn't fined away because the head was slow.
const decideReferral = step(
  {
    approved: Type.Boolean({ description: '批准移送' }),
    decidedBy: wordsMember('正职负责人或者主持工作的负责人'),
    decidedAt: minuteMember('when'),
    reason: wordsMember('理由'),
  },
  {
    stages: OPEN,
    under: provisions.referralApproval,
    recorded: ({ crime, last }) => {
      if (crime === 'none' || crime === 'suspected') return undefined
      return crime === 'declined' ? last.ReferralDeclined : last.ReferralApproved
    },
    same: (asked, recorded) => isSaid(approvalOf(asked), asked.on, recorded),
    decide: (asked, state) => {
      const { on, decidedAt } = asked
      const misplaced = notAt('suspected', state, on)
      if (misplaced !== undefined) return misplaced
      if (decidedAt.slice(0, 10) !== on) return decidedAnotherDay({ on, decidedAt })
      const stops = [CLOCKS.referral]
      const decision = approvalOf(asked)
      if (decision.type === 'ReferralDeclined')
        return [happened(decision.type, on, { ...decision.data, stops }, provisions.referralApproval)]
      const by = addDays(on, TRANSFER_HOURS / 24)
      const basis = provisionOn(on, provisions.referralApproval)
      const clocks = [{ what: CLOCKS.transfer, who: state.authority, by, basis }]
      return [happened(decision.type, on, { ...decision.data, clocks, stops }, provisions.referralApproval)]
    },
  },
)

const referCase = step(
  { police: wordsMember('同级公安机关'), transferredAt: minuteMember('when') },
  {
    stages: OPEN,
    once: 'CaseReferred',
    done: ({ crime }) => ['referred', 'filed', 'refused'].includes(crime),
    under: provisions.referralApproval,
    decide: ({ on, police, transferredAt }, state) => {
      const { approvedAt } = state
      const misplaced = notAt('approved', state, on)
      if (misplaced !== undefined) return misplaced
      if (transferredAt.slice(0, 10) !== on || transferredAt < approvedAt)
        return transferredAnotherDay({ on, transferredAt })
      const late = minutes(transferredAt) - minutes(approvedAt) > TRANSFER_HOURS * 60
      const clocks = [counted(TERMS.police, POLICE, on)]
      const referred = { police, transferredAt, late, clocks, stops: [CLOCKS.transfer] }
      return [happened('CaseReferred', on, referred, provisions.referral, provisions.referralApproval)]
    },
  },
)

interface PoliceAnswer {
  readonly filed: boolean
  readonly documentNo: string
  readonly reason: string
}
const answerOf = ({ filed, documentNo, reason }: PoliceAnswer) =>
  filed
    ? ({ type: 'PoliceFiledCase', data: { documentNo } } as const)
    : ({ type: 'PoliceDeclinedCase', data: { documentNo, reason } } as const)

const enterPoliceAnswer = step(
  {
    filed: Type.Boolean({ description: '公安机关决定立案' }),
    documentNo: wordsMember('文号'),
    reason: wordsMember('理由'),
  },
  {
    stages: OPEN,
    under: provisions.police,
    recorded: ({ crime, last }) => {
      if (crime !== 'filed' && crime !== 'refused') return undefined
      return crime === 'filed' ? last.PoliceFiledCase : last.PoliceDeclinedCase
    },
    same: (asked, recorded) => isSaid(answerOf(asked), asked.on, recorded),
    decide: (asked, state) => {
      const { on } = asked
      const answer = answerOf(asked)
      const [clock, under] =
        answer.type === 'PoliceFiledCase'
          ? [CLOCKS.handOver, provisions.handover]
          : [CLOCKS.challenge, provisions.challenge]
      const running = { clocks: [byTerm(clock, state.authority, on, days(3), under)], stops: [CLOCKS.police] }
      return (
        notAt('referred', state, on) ?? [happened(answer.type, on, { ...answer.data, ...running }, provisions.police)]
      )
    },
  },
)

const challengePoliceRefusal = step(
  { to: oneOf(['公安机关', '人民检察院'], '提请复议 or 建议立案监督') },
  {
    stages: OPEN,
    once: 'PoliceRefusalChallenged',
    done: (state) => state.crime === 'refused' && !runs(state, CLOCKS.challenge),
    under: provisions.challenge,
    within: CLOCKS.challenge,
    decide: ({ on, to }, state) =>
      notAt('refused', state, on) ?? [
        happened('PoliceRefusalChallenged', on, { to, stops: [CLOCKS.challenge] }, provisions.challenge),
      ],
  },
)

const handOverProperty = step(
  { property: wordsMember('涉案物品和材料') },
  {
    stages: OPEN,
    once: 'SeizedPropertyHandedOver',
    done: (state) => state.crime === 'filed' && !runs(state, CLOCKS.handOver),
    under: provisions.handover,
    decide: ({ on, property }, state) =>
      notAt('filed', state, on) ?? [
        happened('SeizedPropertyHandedOver', on, { property, stops: [CLOCKS.handOver] }, provisions.handover),
      ],
  },
)

/** 行刑衔接 */
export const referral = {
  ReportSuspectedCrime: reportSuspectedCrime,
  DecideReferral: decideReferral,
  ReferCase: referCase,
  EnterPoliceAnswer: enterPoliceAnswer,
  ChallengePoliceRefusal: challengePoliceRefusal,
  HandOverProperty: handOverProperty,
}
