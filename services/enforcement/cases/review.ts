import { oneOf, wordsMember } from '@mingjian/codes'
import Type from 'typebox'
import { counted } from '../clocks.ts'
import { happened } from '../happened.ts'
import { ask } from '../law/ask.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { CLOCKS, decisionClock, TERMS } from './clocks.ts'
import {
  extensionNotDiscussed,
  noReviewRequested,
  reviewerInvestigated,
  reviewerNotQualified,
  wrongExtension,
} from './refusals.ts'
import type { Case } from './state.ts'
import { isSaid, step } from './step.ts'

const requestLegalReview = step(
  {},
  {
    stages: ['concluded', 'noticed'],
    once: 'LegalReviewRequested',
    done: ({ review }) => review === 'requested',
    under: provisions.legalReview,
    within: CLOCKS.decide,
    decide: ({ on }, { authority }) => [
      happened('LegalReviewRequested', on, { clocks: [counted(TERMS.review, authority, on)] }, provisions.legalReview),
    ],
  },
)

const outcomeOf = (agrees: boolean) => (agrees ? 'LegalReviewPassed' : 'LegalReviewReturned')

const giveLegalReview = step(
  {
    reviewer: wordsMember('法制审核人员, not of those who investigated'),
    qualified: Type.Boolean({ description: '初次从事法制审核的，已取得法律职业资格' }),
    agrees: Type.Boolean({ description: '同意; otherwise the case goes back to the investigation' }),
    opinion: wordsMember('审核意见'),
  },
  {
    stages: ['concluded', 'noticed'],
    under: provisions.legalReview,
    within: CLOCKS.review,
    recorded: ({ review, last }) =>
      review === 'passed' || review === 'returned' ? last[outcomeOf(review === 'passed')] : undefined,
    same: ({ on, reviewer, agrees, opinion }, recorded) =>
      isSaid({ type: outcomeOf(agrees), data: { reviewer, opinion } }, on, recorded),
    decide: ({ on, reviewer, qualified, agrees, opinion }, { review, investigators }) => {
      const under = provisionOn(on, provisions.legalReview)
      if (review === 'none') return noReviewRequested({}, under)
      if (investigators.includes(reviewer)) return reviewerInvestigated({ reviewer }, under)
      if (!qualified) return reviewerNotQualified({ reviewer }, under)
      const stops = agrees ? [CLOCKS.review] : [CLOCKS.review, CLOCKS.answer]
      return [happened(outcomeOf(agrees), on, { reviewer, opinion, stops }, provisions.legalReview)]
    },
  },
)

export const ABOUT = { penalty: '处罚决定', extension: '延长办案期限' } as const

// What was discussed may be discussed on another day, as after a hearing.
const discussCollectively = step(
  {
    members: Type.Array(wordsMember('负责人'), { minItems: 3, uniqueItems: true }),
    about: oneOf([ABOUT.penalty, ABOUT.extension], '讨论事项'),
    conclusion: wordsMember('结论'),
  },
  {
    stages: ['filed', 'concluded', 'noticed'],
    under: provisions.collective,
    within: CLOCKS.decide,
    recorded: ({ entries }, { on, about }) =>
      entries.find(
        ({ type, data, effectiveOn }) =>
          type === 'CollectiveDiscussionHeld' && data.about === about && effectiveOn === on,
      ),
    decide: ({ on, members, about, conclusion }) => [
      happened('CollectiveDiscussionHeld', on, { members, about, conclusion }, provisions.collective),
    ],
  },
)

const extendDecisionTerm = step(
  {
    by: oneOf(['负责人', '集体讨论'], 'who extends it'),
    days: Type.Integer({ minimum: 1, maximum: 365, description: 'calendar days; the head extends by thirty' }),
    reason: wordsMember('案情复杂等'),
  },
  {
    stages: ['filed', 'concluded', 'noticed'],
    under: provisions.decisionTerm,
    within: CLOCKS.decide,
    // By the head once in a case, by a discussion once on a day.
    recorded: ({ entries }, { on, by }) =>
      entries.find(
        ({ type, data, effectiveOn }) =>
          type === 'DecisionTermExtended' && data.by === by && (by === '负责人' || effectiveOn === on),
      ),
    decide: ({ on, by, days, reason }, state) => {
      const { extended, discussed, excludedDays } = state
      const under = provisionOn(on, provisions.decisionTerm)
      const byHead = by === '负责人'
      if (byHead && days !== 30) return wrongExtension({}, under)
      if (!byHead && (!extended.head || discussed[ABOUT.extension] === undefined))
        return extensionNotDiscussed({}, under)
      const collectiveDays = byHead ? extended.collectiveDays : extended.collectiveDays + days
      const clock = decisionClock({ ...state, extended: { head: true, collectiveDays } }, excludedDays)
      return [happened('DecisionTermExtended', on, { by, days, reason, clocks: [clock] }, provisions.decisionTerm)]
    },
  },
)

/** 应当法制审核: the decision may not be taken without it. What gives a hearing bears on major rights. */
export const needsLegalReview = ({ conclusion, notice, hearing }: Case, on: string): boolean =>
  ask(
    'legal_review.required',
    {
      major_public_interest: conclusion?.majorPublicInterest ?? false,
      affects_major_rights: notice?.hearingOffered ?? false,
      hearing_held: hearing === 'held',
      complex: conclusion?.complex ?? false,
    },
    on,
  ).result.required === true

/** 法制审核、集体讨论、延长办案期限 */
export const review = {
  RequestLegalReview: requestLegalReview,
  GiveLegalReview: giveLegalReview,
  DiscussCollectively: discussCollectively,
  ExtendDecisionTerm: extendDecisionTerm,
}
