import { dayMember, nullable, wordsMember } from '@mingjian/codes'
import { seriesOf } from '@mingjian/kernel'
import Type from 'typebox'
import { counted } from '../clocks.ts'
import { happened } from '../happened.ts'
import { ask } from '../law/ask.ts'
import { provisionOn } from '../law/case.ts'
import { complaintProvisions as provisions, REWARD_LARGE } from '../law/complaints.ts'
import { COMPLAINT_CLOCKS as CLOCKS, COMPLAINT_TERMS as TERMS } from './clocks.ts'
import { caseOf } from './facts.ts'
import { anonymous, noFinanceConsent, noLead, noPenaltyYet, noReward, notVerified, rewarded } from './refusals.ts'
import type { Stage } from './state.ts'
import { step } from './step.ts'

/** However far its mediation has come. */
const ANY: readonly Stage[] = ['received', 'accepted', 'terminated', 'handed-over', 'closed']

// What a complaint brings to light is verified beside its mediation, as a report is (第二十三条).
const handOverLead = step(
  {},
  {
    stages: ['received', 'accepted', 'terminated', 'handed-over'],
    once: 'LeadHandedOver',
    done: ({ lead }) => lead !== 'none',
    under: provisions.lead,
    within: CLOCKS.verify,
    decide: ({ complaintId, on }, { uscc, violation, receivedOn, kind }) => [
      happened(
        'LeadHandedOver',
        on,
        {
          uscc,
          caseId: caseOf(complaintId),
          violation,
          // A report is a lead from the day it came; a complaint from the day something was found in it.
          receivedOn: kind === '举报' ? receivedOn : on,
          stops: [CLOCKS.verify],
        },
        provisions.lead,
      ),
    ],
  },
)

const proposeCheck = step(
  { reason: wordsMember('why a check is enough for now') },
  {
    stages: ['received', 'accepted', 'terminated'],
    once: 'DirectedCheckProposed',
    done: () => true,
    under: provisions.lead,
    within: CLOCKS.verify,
    decide: ({ on, reason }, { uscc, violation }) => [
      happened('DirectedCheckProposed', on, { uscc, violation, reason, stops: [] }, provisions.lead),
    ],
  },
)

const noteFilingOutcome = step(
  { caseId: wordsMember('the case that was, or was not, filed'), filed: Type.Boolean(), decidedOn: dayMember('when') },
  {
    by: 'system',
    stages: ANY,
    once: 'FilingOutcomeNoted',
    done: ({ lead }) => lead === 'verified',
    under: provisions.informing,
    decide: ({ on, caseId, filed, decidedOn }, { named, authority, lead }) => {
      if (lead === 'none') return noLead({}, provisionOn(on, provisions.lead))
      const clock = counted(TERMS.informReporter, authority, decidedOn, on)
      return [
        happened(
          'FilingOutcomeNoted',
          on,
          { caseId, filed, decidedOn, clocks: named ? [clock] : [], stops: [] },
          provisions.informing,
        ),
      ]
    },
  },
)

const informReporter = step(
  { way: wordsMember('告知方式') },
  {
    stages: ANY,
    once: 'ReporterInformed',
    done: ({ informed }) => informed,
    under: provisions.informing,
    decide: ({ on, way }, { named, clocks, lead }) => {
      if (lead !== 'verified') return notVerified({}, provisionOn(on, provisions.informing))
      if (!named) return anonymous({}, provisionOn(on, provisions.informing))
      const late = clocks.some(({ what, by }) => what === CLOCKS.informReporter && by < on)
      return [happened('ReporterInformed', on, { way, late, stops: [CLOCKS.informReporter] }, provisions.informing)]
    },
  },
)

const grantReward = step(
  {
    grade: Type.Integer({ minimum: 1, maximum: 3, description: '奖励等级' }),
    naturalPerson: Type.Boolean({ description: '举报人是自然人' }),
    financeConsentNo: nullable(wordsMember('会商财政部门的文号')),
  },
  {
    stages: ANY,
    once: 'RewardGranted',
    done: ({ reward }) => reward === 'granted',
    under: provisions.reward,
    decide: ({ on, grade, naturalPerson, financeConsentNo }, state, { facts: { penaltyYuan } }) => {
      const under = provisionOn(on, provisions.reward)
      if (state.kind !== '举报' || !naturalPerson) return noReward({}, under)
      if (state.lead !== 'verified') return notVerified({}, provisionOn(on, provisions.informing))
      if (penaltyYuan === null) return noPenaltyYet({}, under)
      const { result } = ask('reward.amount', { grade, penalty_and_confiscation: Math.floor(penaltyYuan), on }, on)
      const yuan = Number(result.reward)
      if (yuan >= REWARD_LARGE && financeConsentNo === null) return noFinanceConsent({ yuan }, under)
      return [
        {
          ...happened(
            'RewardGranted',
            on,
            { decision: '', grade, penaltyAndConfiscationYuan: penaltyYuan, yuan, financeConsentNo },
            provisions.reward,
          ),
          numbered: seriesOf(state.authority, '举奖', on),
        },
      ]
    },
  },
)

const declineReward = step(
  { reason: wordsMember('why') },
  {
    stages: ANY,
    once: 'RewardDeclined',
    done: ({ reward }) => reward === 'declined',
    under: provisions.reward,
    decide: ({ on, reason }, { reward, lead }) => {
      if (lead !== 'verified') return notVerified({}, provisionOn(on, provisions.informing))
      if (reward === 'granted') return rewarded({}, provisionOn(on, provisions.reward))
      return [happened('RewardDeclined', on, { reason }, provisions.reward)]
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
}
