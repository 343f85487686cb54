import { oneOf, wordsMember, yuanMember } from '@mingjian/codes'
import { encodeCitation } from '@mingjian/law'
import Type from 'typebox'
import { counted, PARTY } from '../clocks.ts'
import { happened } from '../happened.ts'
import { ask } from '../law/ask.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { CLOCKS, TERMS } from './clocks.ts'
import { later } from './dues.ts'
import { andPerformed } from './performance.ts'
import {
  contestedTooLate,
  heavierThanBefore,
  notContested,
  nothingToContest,
  nothingToOverturn,
  overturnedAlready,
  reviewedAlready,
  reviewedElsewhere,
  reviewFirst,
  wrongOutcome,
} from './refusals.ts'
import type { Case, Sanction } from './state.ts'
import { isSaid, step } from './step.ts'

const FORUMS = ['reconsideration', 'court'] as const

/** The day on which a reconsideration came to its end. */
const reviewedOn = ({ last }: Case): string =>
  later(last.DecisionUpheld?.effectiveOn ?? '', last.DecisionOverturned?.effectiveOn ?? '')

/** The last day to contest a decision, or the outcome of its reconsideration. */
const contestBy = (forum: (typeof FORUMS)[number], state: Case): string => {
  if (forum === 'reconsideration') return state.remedies?.reconsiderationBy ?? ''
  const reviewed = reviewedOn(state)
  if (reviewed === '') return state.remedies?.litigationBy ?? ''
  return String(ask('suit.after_review', { review_decision_received: reviewed }, reviewed).result.rolled)
}

const contestDecision = step(
  { forum: oneOf(FORUMS, '行政复议 or 行政诉讼'), body: wordsMember('复议机关 or 人民法院') },
  {
    stages: ['served', 'ended', 'closed'],
    once: 'DecisionContested',
    done: ({ contest }, { forum }) => contest === forum,
    under: provisions.noStay,
    decide: ({ on, forum, body }, state) => {
      const { contest, decision } = state
      if (decision === null) return nothingToContest({})
      if (contest !== 'none') return reviewedElsewhere({})
      const onTheSpot = decision.procedure === '简易程序'
      const act = onTheSpot ? '当场作出的行政处罚决定' : '行政处罚决定'
      const first = ask('review.mandatory_first', { act, on }, on)
      const [provision] = first.basis.map(encodeCitation)
      const reviewed = reviewedOn(state) !== ''
      if (forum === 'court' && first.result.review_before_suit === true && !reviewed) return reviewFirst({}, provision)
      if (forum === 'reconsideration' && reviewed) return reviewedAlready({}, provision)
      const last = contestBy(forum, state)
      if (on > last) return contestedTooLate({ last }, provision)
      const stops = [CLOCKS.pay, CLOCKS.enforce, CLOCKS.perform]
      return [happened('DecisionContested', on, { forum, body, stops }, provisions.noStay)]
    },
  },
)

const upholdDecision = step(
  { body: wordsMember('复议机关 or 人民法院'), documentNo: wordsMember('复议决定书 or 裁判文书的文号') },
  {
    stages: ['served', 'ended', 'closed'],
    once: 'DecisionUpheld',
    done: ({ contest }) => contest === 'none',
    under: provisions.noStay,
    decide: ({ on, body, documentNo }, { contest, dues, stage }) => {
      if (contest === 'none') return notContested({})
      const due = stage === 'served' ? dues.at(-1)?.by : undefined
      const basis = provisionOn(on, provisions.payment)
      const clocks = due === undefined ? [] : [{ what: CLOCKS.pay, who: PARTY, by: later(on, due), basis }]
      return [happened('DecisionUpheld', on, { body, documentNo, clocks }, provisions.noStay)]
    },
  },
)

const OUTCOMES = ['changed', 'revoked', 'unlawful', 'invalid'] as const

/** What a decision imposes after its outcome: nothing unless it was changed. */
const imposed = ({
  outcome,
  kinds,
  fineYuan,
  confiscatedYuan,
}: Sanction & { readonly outcome: (typeof OUTCOMES)[number] }): Sanction =>
  outcome === 'changed' ? { kinds, fineYuan, confiscatedYuan } : { kinds: [], fineYuan: 0, confiscatedYuan: 0 }

const overturnDecision = step(
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
    once: 'DecisionOverturned',
    // What was changed may be changed once more, on another day.
    done: ({ last }, { on }) => last.DecisionOverturned?.effectiveOn === on,
    same: (asked, recorded) =>
      isSaid({ type: 'DecisionOverturned', data: { ...asked, ...imposed(asked) } }, asked.on, recorded),
    under: provisions.ownCorrection,
    decide: (asked, state) => {
      const { on, uscc, outcome, by, body, overturningNo, kinds, fineYuan, confiscatedYuan } = asked
      const { decision, contest, stage } = state
      const under = provisionOn(on, provisions.ownCorrection)
      if (decision === null) return nothingToOverturn({}, under)
      if (state.overturned) return overturnedAlready({}, under)
      if (by !== 'authority' && contest === 'none') return notContested({})
      const changed = outcome === 'changed'
      if (changed !== kinds.length > 0) return wrongOutcome({}, under)
      if (changed && (fineYuan > decision.fineYuan || confiscatedYuan > decision.confiscatedYuan))
        return heavierThanBefore({}, under)
      const pay = counted(TERMS.pay, PARTY, on)
      const overturned = happened(
        'DecisionOverturned',
        on,
        {
          ...{ uscc, documentNo: decision.documentNo, outcome, by, body, overturningNo, ...imposed(asked) },
          payBy: changed ? pay.by : '',
          clocks: changed && fineYuan > 0 && stage === 'served' ? [pay] : [],
          stops: [CLOCKS.pay, CLOCKS.serve, CLOCKS.enforce, CLOCKS.perform],
        },
        provisions.ownCorrection,
      )
      // What has been paid may be enough for what is left of it.
      return changed && stage === 'served' ? andPerformed(state, overturned) : [overturned]
    },
  },
)

/** 行政复议、行政诉讼，自行纠正 */
export const contest = {
  ContestDecision: contestDecision,
  UpholdDecision: upholdDecision,
  OverturnDecision: overturnDecision,
}
