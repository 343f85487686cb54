import { oneOf, wordsMember } from '@mingjian/codes'
import { refused } from '@mingjian/kernel'
import Type from 'typebox'
import { byRule } from '../clocks.ts'
import { ask } from '../law/ask.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import type { Outcome } from '../step.ts'
import { type Act, act } from './act.ts'
import { CLOCKS, decisionClock } from './clocks.ts'
import type { Case } from './state.ts'

const requestLegalReview = act(
  {},
  {
    stages: ['concluded', 'noticed'],
    under: provisions.legalReview,
    within: CLOCKS.decide,
    decide: ({ on }, { review, authority }): Outcome => {
      if (review === 'requested') return []
      const clock = byRule(CLOCKS.review, authority, {
        rule: 'legal_review.finish',
        given: { file_received: on },
        on,
        by: 'finish_by',
      })
      return [
        {
          type: 'LegalReviewRequested',
          data: { clocks: [clock] },
          effectiveOn: on,
          basis: basisOn(on, provisions.legalReview),
        },
      ]
    },
  },
)

const giveLegalReview = act(
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
    decide: ({ on, reviewer, qualified, agrees, opinion }, { review, investigators }): Outcome => {
      const under = provisionOn(on, provisions.legalReview)
      if (review === 'none')
        return refused('no-review-requested', 'The file has not been sent for legal review.', under)
      if (review !== 'requested') return []
      if (investigators.includes(reviewer))
        return refused('reviewer-investigated', `${reviewer} has investigated the case and can't review it.`, under)
      if (!qualified) return refused('reviewer-not-qualified', `${reviewer} has no qualification in law.`, under)
      return [
        {
          type: agrees ? 'LegalReviewPassed' : 'LegalReviewReturned',
          data: { reviewer, opinion, stops: agrees ? [CLOCKS.review] : [CLOCKS.review, CLOCKS.answer] },
          effectiveOn: on,
          basis: basisOn(on, provisions.legalReview),
        },
      ]
    },
  },
)

export const ABOUT = { penalty: '处罚决定', extension: '延长办案期限' } as const

const discussCollectively = act(
  {
    members: Type.Array(wordsMember('负责人'), { minItems: 3, uniqueItems: true }),
    about: oneOf([ABOUT.penalty, ABOUT.extension], '讨论事项'),
    conclusion: wordsMember('结论'),
  },
  {
    stages: ['filed', 'concluded', 'noticed'],
    under: provisions.collective,
    within: CLOCKS.decide,
    decide: ({ on, members, about, conclusion }, { discussed }): Outcome =>
      discussed[about] === on
        ? []
        : [
            {
              type: 'CollectiveDiscussionHeld',
              data: { members, about, conclusion },
              effectiveOn: on,
              basis: basisOn(on, provisions.collective),
            },
          ],
  },
)

const extendDecisionTerm = act(
  {
    by: oneOf(['负责人', '集体讨论'], 'who extends it'),
    days: Type.Integer({ minimum: 1, maximum: 365, description: 'calendar days; the head extends by thirty' }),
    reason: wordsMember('案情复杂等'),
  },
  {
    stages: ['filed', 'concluded', 'noticed'],
    under: provisions.decisionTerm,
    within: CLOCKS.decide,
    decide: ({ on, by, days, reason }, state): Outcome => {
      const { extended, discussed, excludedDays } = state
      const under = provisionOn(on, provisions.decisionTerm)
      const byHead = by === '负责人'
      if (byHead && extended.head) return []
      if (byHead && days !== 30) return refused('wrong-extension', 'The head extends the term by thirty days.', under)
      if (!byHead && state.days.DecisionTermExtended === on) return []
      if (!byHead && (!extended.head || discussed[ABOUT.extension] === undefined))
        return refused(
          'no-discussion',
          'After the head has extended it, a collective discussion may do so again.',
          under,
        )
      const after = byHead
        ? { head: true, collectiveDays: extended.collectiveDays }
        : { head: true, collectiveDays: extended.collectiveDays + days }
      return [
        {
          type: 'DecisionTermExtended',
          data: { by, days, reason, clocks: [decisionClock({ ...state, extended: after }, excludedDays)] },
          effectiveOn: on,
          basis: basisOn(on, provisions.decisionTerm),
        },
      ]
    },
  },
)

/** 应当法制审核: whether the decision may not be taken without it. What gives a hearing bears on major rights. */
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
} satisfies Readonly<Record<string, Act>>
