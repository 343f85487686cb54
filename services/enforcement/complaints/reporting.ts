import { dayMember, nullable, wordsMember } from '@mingjian/codes'
import { refused, seriesOf } from '@mingjian/kernel'
import Type from 'typebox'
import { byRule } from '../clocks.ts'
import { ask } from '../law/ask.ts'
import { basisOn, provisionOn } from '../law/case.ts'
import { complaintProvisions as provisions, REWARD_LARGE } from '../law/complaints.ts'
import type { Outcome } from '../step.ts'
import { COMPLAINT_CLOCKS as CLOCKS } from './clocks.ts'
import { type ComplaintStep, complaintStep } from './complaint-step.ts'
import { caseOf } from './facts.ts'
import type { Stage } from './state.ts'

/** However far its mediation has come. */
const ANY: readonly Stage[] = ['received', 'accepted', 'terminated', 'handed-over', 'closed']

const notVerified = (on: string) =>
  refused('not-verified', 'Whether a case is filed has not been decided.', provisionOn(on, provisions.informing))

// What a complaint brings to light is verified beside its mediation, as a report is (第二十三条).
const handOverLead = complaintStep(
  {},
  {
    stages: ['received', 'accepted', 'terminated', 'handed-over'],
    under: provisions.lead,
    within: CLOCKS.verify,
    decide: ({ complaintId, on }, { uscc, violation, receivedOn, kind, lead }): Outcome => {
      if (lead !== 'none') return []
      return [
        {
          type: 'LeadHandedOver',
          data: {
            uscc,
            caseId: caseOf(complaintId),
            violation,
            // A report is a lead from the day it came; a complaint from the day something was found in it.
            receivedOn: kind === '举报' ? receivedOn : on,
            stops: [CLOCKS.verify],
          },
          effectiveOn: on,
          basis: basisOn(on, provisions.lead),
        },
      ]
    },
  },
)

const proposeCheck = complaintStep(
  { reason: wordsMember('why a check is enough for now') },
  {
    stages: ['received', 'accepted', 'terminated'],
    under: provisions.lead,
    within: CLOCKS.verify,
    decide: ({ on, reason }, { uscc, violation, days }): Outcome =>
      days.DirectedCheckProposed !== undefined
        ? []
        : [
            {
              type: 'DirectedCheckProposed',
              data: { uscc, violation, reason, stops: [] },
              effectiveOn: on,
              basis: basisOn(on, provisions.lead),
            },
          ],
  },
)

const noteFilingOutcome = complaintStep(
  { caseId: wordsMember('the case that was, or was not, filed'), filed: Type.Boolean(), decidedOn: dayMember('when') },
  {
    stages: ANY,
    under: provisions.informing,
    decide: ({ on, caseId, filed, decidedOn }, { named, authority, lead }): Outcome => {
      if (lead === 'verified') return []
      if (lead === 'none') return refused('no-lead', 'It has not been handed over.', provisionOn(on, provisions.lead))
      const clock = byRule(CLOCKS.informReporter, authority, {
        rule: 'report.inform_named',
        given: { filing_decided_on: decidedOn },
        on,
        by: 'inform_by',
      })
      return [
        {
          type: 'FilingOutcomeNoted',
          data: { caseId, filed, decidedOn, clocks: named ? [clock] : [], stops: [] },
          effectiveOn: on,
          basis: basisOn(on, provisions.informing),
        },
      ]
    },
  },
)

const informReporter = complaintStep(
  { way: wordsMember('告知方式') },
  {
    stages: ANY,
    under: provisions.informing,
    decide: ({ on, way }, { named, informed, clocks, lead }): Outcome => {
      if (informed) return []
      if (lead !== 'verified') return notVerified(on)
      if (!named)
        return refused('anonymous', 'Nobody is known who could be told.', provisionOn(on, provisions.informing))
      const late = clocks.some(({ what, by }) => what === CLOCKS.informReporter && by < on)
      return [
        {
          type: 'ReporterInformed',
          data: { way, late, stops: [CLOCKS.informReporter] },
          effectiveOn: on,
          basis: basisOn(on, provisions.informing),
        },
      ]
    },
  },
)

const grantReward = complaintStep(
  {
    grade: Type.Integer({ minimum: 1, maximum: 3, description: '奖励等级' }),
    naturalPerson: Type.Boolean({ description: '举报人是自然人' }),
    financeConsentNo: nullable(wordsMember('会商财政部门的文号')),
  },
  {
    stages: ANY,
    under: provisions.reward,
    decide: ({ on, grade, naturalPerson, financeConsentNo }, state, { facts: { penaltyYuan } }): Outcome => {
      const under = provisionOn(on, provisions.reward)
      if (state.reward === 'granted') return []
      if (state.kind !== '举报' || !naturalPerson)
        return refused('no-reward', 'A natural person is rewarded, for a report.', under)
      if (state.lead !== 'verified') return notVerified(on)
      if (penaltyYuan === null)
        return refused('no-penalty-yet', 'Nothing has been decided on the report that stands.', under)
      const { result } = ask('reward.amount', { grade, penalty_and_confiscation: Math.floor(penaltyYuan), on }, on)
      const yuan = Number(result.reward)
      if (yuan >= REWARD_LARGE && financeConsentNo === null)
        return refused('no-finance-consent', `${yuan} yuan are agreed with the finance department first.`, under)
      return [
        {
          type: 'RewardGranted',
          data: { decision: '', grade, penaltyAndConfiscationYuan: penaltyYuan, yuan, financeConsentNo },
          effectiveOn: on,
          basis: basisOn(on, provisions.reward),
          numbered: seriesOf(state.authority, '举奖', on),
        },
      ]
    },
  },
)

const declineReward = complaintStep(
  { reason: wordsMember('why') },
  {
    stages: ANY,
    under: provisions.reward,
    decide: ({ on, reason }, { reward, lead }): Outcome => {
      if (reward === 'declined') return []
      if (lead !== 'verified') return notVerified(on)
      if (reward === 'granted')
        return refused('rewarded', 'The report has been rewarded.', provisionOn(on, provisions.reward))
      return [{ type: 'RewardDeclined', data: { reason }, effectiveOn: on, basis: basisOn(on, provisions.reward) }]
    },
  },
)

/** 案源、告知、奖励 */
export const reporting = {
  HandOverLead: handOverLead,
  ProposeCheck: proposeCheck,
  RecordFilingOutcome: noteFilingOutcome,
  InformReporter: informReporter,
  GrantReward: grantReward,
  DeclineReward: declineReward,
} satisfies Readonly<Record<string, ComplaintStep>>
