import { addDays, daysBetween, minuteMember, oneOf, wordsMember } from '@mingjian/codes'
import { refused } from '@mingjian/kernel'
import { days } from '@mingjian/law'
import Type from 'typebox'
import { byRule, byTerm } from '../clocks.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import { TRANSFER_HOURS } from '../law/referral.ts'
import { type Outcome, officers } from '../step.ts'
import { type Act, act } from './act.ts'
import { CLOCKS } from './clocks.ts'
import type { Case, Stage } from './state.ts'

const OPEN: readonly Stage[] = ['filed', 'concluded', 'noticed', 'decided', 'served']
const POLICE = '公安机关'

/** Minutes from the first midnight of the calendar's count. */
const minutes = (moment: string): number =>
  daysBetween('2000-01-01', moment.slice(0, 10)) * 1440 +
  Number(moment.slice(11, 13)) * 60 +
  Number(moment.slice(14, 16))

const wrongTurn = (on: string, crime: Case['crime']) =>
  refused('out-of-order', `The referral is ${crime}.`, provisionOn(on, provisions.referral))

const reportSuspectedCrime = act(
  { ...officers, crime: wordsMember('涉嫌的罪名'), report: wordsMember('核实情况后提出移送的书面报告') },
  {
    stages: OPEN,
    under: provisions.referralApproval,
    decide: (asked, { crime: state, authority }): Outcome => {
      const { on, crime, report } = asked
      if (state !== 'none' && state !== 'declined' && state !== 'refused') return []
      const clock = byRule(CLOCKS.referral, authority, {
        rule: 'transfer.approve_by',
        given: { written_report_received: on },
        on,
        by: 'decide_by',
      })
      return [
        {
          type: 'CrimeSuspected',
          data: { crime, report, officers: asked.officers, clocks: [clock] },
          effectiveOn: on,
          basis: basisOn(on, provisions.referral, provisions.referralApproval),
        },
      ]
    },
  },
)

// A late decision on a referral is still owed: a crime isn't fined away because the head was slow.
const decideReferral = act(
  {
    approved: Type.Boolean({ description: '批准移送' }),
    decidedBy: wordsMember('正职负责人或者主持工作的负责人'),
    decidedAt: minuteMember('when'),
    reason: wordsMember('理由'),
  },
  {
    stages: OPEN,
    under: provisions.referralApproval,
    decide: ({ on, approved, decidedBy, decidedAt, reason }, { crime, authority }): Outcome => {
      if (crime !== 'suspected') return crime === 'none' ? wrongTurn(on, crime) : []
      if (decidedAt.slice(0, 10) !== on)
        return refused('no-such-day', `What was decided on ${on} was not at ${decidedAt}.`)
      const shared = { effectiveOn: on, basis: basisOn(on, provisions.referralApproval) }
      const stops = [CLOCKS.referral]
      if (!approved) return [{ type: 'ReferralDeclined', data: { decidedBy, reason, stops }, ...shared }]
      const transfer = {
        what: CLOCKS.transfer,
        who: authority,
        by: addDays(on, TRANSFER_HOURS / 24),
        basis: provisionOn(on, provisions.referralApproval),
      }
      return [
        {
          type: 'ReferralApproved',
          data: { approvedBy: decidedBy, approvedAt: decidedAt, clocks: [transfer], stops },
          ...shared,
        },
      ]
    },
  },
)

const referCase = act(
  { police: wordsMember('同级公安机关'), transferredAt: minuteMember('when') },
  {
    stages: OPEN,
    under: provisions.referralApproval,
    decide: ({ on, police, transferredAt }, { crime, approvedAt }): Outcome => {
      if (crime !== 'approved') return crime === 'referred' ? [] : wrongTurn(on, crime)
      if (transferredAt.slice(0, 10) !== on || transferredAt < approvedAt)
        return refused('no-such-day', `A transfer of ${on}, after its approval, was not at ${transferredAt}.`)
      const late = minutes(transferredAt) - minutes(approvedAt) > TRANSFER_HOURS * 60
      const clock = byRule(CLOCKS.police, POLICE, {
        rule: 'transfer.police_review_by',
        given: { accepted_by_police: on },
        on,
        by: 'decide_by',
      })
      return [
        {
          type: 'CaseReferred',
          data: { police, transferredAt, late, clocks: [clock], stops: [CLOCKS.transfer] },
          effectiveOn: on,
          basis: basisOn(on, provisions.referral, provisions.referralApproval),
        },
      ]
    },
  },
)

const enterPoliceAnswer = act(
  {
    filed: Type.Boolean({ description: '公安机关决定立案' }),
    documentNo: wordsMember('文号'),
    reason: wordsMember('理由'),
  },
  {
    stages: OPEN,
    under: provisions.police,
    decide: ({ on, filed, documentNo, reason }, { crime, authority }): Outcome => {
      if (crime !== 'referred') return crime === 'filed' || crime === 'refused' ? [] : wrongTurn(on, crime)
      const shared = { effectiveOn: on, basis: basisOn(on, provisions.police) }
      const stops = [CLOCKS.police]
      if (filed) {
        const clock = byTerm(CLOCKS.handOver, authority, on, days(3), provisions.handover)
        return [{ type: 'PoliceFiledCase', data: { documentNo, clocks: [clock], stops }, ...shared }]
      }
      const clock = byTerm(CLOCKS.challenge, authority, on, days(3), provisions.challenge)
      return [{ type: 'PoliceDeclinedCase', data: { documentNo, reason, clocks: [clock], stops }, ...shared }]
    },
  },
)

const challengePoliceRefusal = act(
  { to: oneOf(['公安机关', '人民检察院'], '提请复议 or 建议立案监督') },
  {
    stages: OPEN,
    under: provisions.challenge,
    within: CLOCKS.challenge,
    decide: ({ on, to }, { crime, clocks }): Outcome => {
      if (crime !== 'refused') return wrongTurn(on, crime)
      if (!clocks.some(({ what }) => what === CLOCKS.challenge)) return []
      return [
        {
          type: 'PoliceRefusalChallenged',
          data: { to, stops: [CLOCKS.challenge] },
          effectiveOn: on,
          basis: basisOn(on, provisions.challenge),
        },
      ]
    },
  },
)

const handOverProperty = act(
  { property: wordsMember('涉案物品和材料') },
  {
    stages: OPEN,
    under: provisions.handover,
    decide: ({ on, property }, { crime, clocks }): Outcome => {
      if (crime !== 'filed') return wrongTurn(on, crime)
      if (!clocks.some(({ what }) => what === CLOCKS.handOver)) return []
      return [
        {
          type: 'SeizedPropertyHandedOver',
          data: { property, stops: [CLOCKS.handOver] },
          effectiveOn: on,
          basis: basisOn(on, provisions.handover),
        },
      ]
    },
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
} satisfies Readonly<Record<string, Act>>
