import { oneOf, wordsMember, yuanMember } from '@mingjian/codes'
import { type NewEvent, refused } from '@mingjian/kernel'
import { encodeCitation } from '@mingjian/law'
import Type from 'typebox'
import { byRule, PARTY } from '../clocks.ts'
import { ask } from '../law/ask.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import type { Outcome } from '../step.ts'
import { type Act, act } from './act.ts'
import { CLOCKS } from './clocks.ts'
import { later } from './dues.ts'
import { andPerformed } from './performance.ts'
import type { Case } from './state.ts'

const FORUMS = ['reconsideration', 'court'] as const

/** The day on which a reconsideration came to its end. */
const reviewedOn = ({ days }: Case): string => later(days.DecisionUpheld ?? '', days.DecisionOverturned ?? '')

/** The last day to contest a decision, or the outcome of its reconsideration. */
const contestBy = (forum: (typeof FORUMS)[number], state: Case): string => {
  if (forum === 'reconsideration') return state.remedies?.reconsiderationBy ?? ''
  const reviewed = reviewedOn(state)
  if (reviewed === '') return state.remedies?.litigationBy ?? ''
  return String(ask('suit.after_review', { review_decision_received: reviewed }, reviewed).result.rolled)
}

const contestDecision = act(
  { forum: oneOf(FORUMS, '行政复议 or 行政诉讼'), body: wordsMember('复议机关 or 人民法院') },
  {
    stages: ['served', 'ended', 'closed'],
    under: provisions.noStay,
    decide: ({ on, forum, body }, state): Outcome => {
      const { contest, decision } = state
      if (decision === null) return refused('nothing-decided', 'There is no penalty to contest.')
      if (contest === forum) return []
      if (contest !== 'none') return refused('contested', 'Another body is reviewing the decision.')
      const onTheSpot = decision.procedure === '简易程序'
      const first = ask(
        'review.mandatory_first',
        { act: onTheSpot ? '当场作出的行政处罚决定' : '行政处罚决定', on },
        on,
      )
      const [provision] = first.basis.map(encodeCitation)
      if (forum === 'court' && first.result.review_before_suit === true && reviewedOn(state) === '')
        return refused(
          'review-first',
          'What was decided on the spot is reconsidered before it is brought to court.',
          provision,
        )
      if (forum === 'reconsideration' && reviewedOn(state) !== '')
        return refused('reviewed-already', 'The decision has been reviewed.', provision)
      const last = contestBy(forum, state)
      if (on > last) return refused('too-late', `It was to be contested by ${last}.`, provision)
      return [
        {
          type: 'DecisionContested',
          data: { forum, body, stops: [CLOCKS.pay, CLOCKS.enforce, CLOCKS.perform] },
          effectiveOn: on,
          basis: basisOn(on, provisions.noStay),
        },
      ]
    },
  },
)

const notContested = refused('not-contested', 'Nobody is reviewing the decision.')

const upholdDecision = act(
  { body: wordsMember('复议机关 or 人民法院'), documentNo: wordsMember('复议决定书 or 裁判文书的文号') },
  {
    stages: ['served', 'ended', 'closed'],
    under: provisions.noStay,
    decide: ({ on, body, documentNo }, { contest, days, dues, stage }): Outcome => {
      if (contest === 'none') return days.DecisionUpheld === on ? [] : notContested
      const due = dues.at(-1)?.by
      const clocks =
        due === undefined || stage !== 'served'
          ? []
          : [{ what: CLOCKS.pay, who: PARTY, by: later(on, due), basis: provisionOn(on, provisions.payment) }]
      return [
        {
          type: 'DecisionUpheld',
          data: { body, documentNo, clocks },
          effectiveOn: on,
          basis: basisOn(on, provisions.noStay),
        },
      ]
    },
  },
)

const OUTCOMES = ['changed', 'revoked', 'unlawful', 'invalid'] as const

const overturnDecision = act(
  {
    outcome: oneOf(OUTCOMES, '变更、撤销、确认违法、确认无效'),
    by: oneOf(['reconsideration', 'court', 'authority'], '复议机关、人民法院或者原机关'),
    body: wordsMember('who decided so'),
    overturningNo: wordsMember('文号'),
    kinds: Type.Array(wordsMember('处罚种类 after a change')),
    fineYuan: yuanMember('罚款 after a change'),
    confiscatedYuan: yuanMember('没收 after a change'),
  },
  {
    stages: ['decided', 'served', 'ended', 'closed'],
    under: provisions.ownCorrection,
    decide: (asked, state): Outcome => {
      const { on, uscc, outcome, by, body, overturningNo, kinds, fineYuan, confiscatedYuan } = asked
      const { decision, contest } = state
      const under = provisionOn(on, provisions.ownCorrection)
      if (decision === null) return refused('nothing-decided', 'There is no penalty to overturn.', under)
      if (state.days.DecisionOverturned === on) return []
      if (state.overturned) return refused('overturned', 'The decision has been overturned.', under)
      if (by !== 'authority' && contest === 'none') return notContested
      const changed = outcome === 'changed'
      if (changed !== kinds.length > 0)
        return refused('wrong-outcome', 'A changed decision says what it imposes now, and no other does.', under)
      if (changed && (fineYuan > decision.fineYuan || confiscatedYuan > decision.confiscatedYuan))
        return refused('heavier-than-before', 'Who contests a decision is not made worse off.', under)
      const pay = byRule(CLOCKS.pay, PARTY, {
        rule: 'fine.pay_by',
        given: { decision_received: on },
        on,
        by: 'rolled',
      })
      const overturned: NewEvent = {
        type: 'DecisionOverturned',
        data: {
          uscc,
          documentNo: decision.documentNo,
          outcome,
          by,
          body,
          overturningNo,
          kinds: changed ? kinds : [],
          fineYuan: changed ? fineYuan : 0,
          confiscatedYuan: changed ? confiscatedYuan : 0,
          payBy: changed ? pay.by : '',
          clocks: changed && fineYuan > 0 && state.stage === 'served' ? [pay] : [],
          stops: [CLOCKS.pay, CLOCKS.serve, CLOCKS.enforce, CLOCKS.perform],
        },
        effectiveOn: on,
        basis: basisOn(on, provisions.ownCorrection),
      }
      // What has been paid may be enough for what is left of it.
      return changed && state.stage === 'served' ? andPerformed(state, overturned) : [overturned]
    },
  },
)

/** 行政复议、行政诉讼，自行纠正 */
export const contest = {
  ContestDecision: contestDecision,
  UpholdDecision: upholdDecision,
  OverturnDecision: overturnDecision,
} satisfies Readonly<Record<string, Act>>
