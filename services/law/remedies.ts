import { type CivilDate, remembered } from '@mingjian/codes'
import { governmentOf, superiorOf } from './authorities.ts'
import { type Citation, citeAll, type Provision, valueOn } from './citations.ts'
import { civilProcedureLaw, litigationLaw, reconsiderationLaw } from './instruments.ts'
import { date, oneOf, optional } from './question.ts'
import { deadlineRule, type Rule, rule } from './rule.ts'
import { counted, days, lastDay, months, workingDays } from './term.ts'
import { rollOver } from './working-days.ts'

/** 救济途径: where and until when a decision may be contested, last days after roll-over. */
export interface Remedies {
  /** 复议机关 */
  readonly reconsiderationTo: string
  readonly reconsiderationBy: CivilDate
  readonly litigationBy: CivilDate
  readonly basis: readonly Citation[]
}

const RECONSIDERATION = days(60)
const LITIGATION = months(6)

const applyForReview: Provision = {
  instrument: reconsiderationLaw,
  article: { 2017: '9.1', 2023: '20.1' },
  confidence: 'certain',
}
const reviewPeriods: Provision = {
  instrument: reconsiderationLaw,
  article: { 2017: '40', 2023: '88' },
  confidence: 'certain',
}
const reviewAuthority: Provision = {
  instrument: reconsiderationLaw,
  article: { 2017: '12.1', 2023: '24.1' },
  confidence: 'certain',
}
const rollOverOfPeriods: Provision = {
  instrument: civilProcedureLaw,
  article: { 2017: '82.3', 2021: '85.3', 2023: '85.3' },
  confidence: 'certain',
}
const fileSuit: Provision = { instrument: litigationLaw, article: '46.1', confidence: 'certain' }

/** Sixty days from knowing of the act; a rest day at the end runs on 复议法 20, 88. */
export const reconsiderationLastDay = remembered((knewOn): CivilDate => rollOver(lastDay(knewOn, RECONSIDERATION)))

/** Six months from knowing of the act; a rest day at the end runs on 行诉法 46, 101. */
export const litigationLastDay = remembered((knewOn): CivilDate => rollOver(lastDay(knewOn, LITIGATION)))

/** 复议机关 of a department's act: its people's government from 2024, before that or the department above 复议法(2017) 12, (2023) 24. */
export const reconsiderationAuthority = (authority: string, on: CivilDate): string => {
  const government = governmentOf(authority) ?? '本级人民政府'
  const superior = superiorOf(authority, on) ?? '上一级主管部门'
  return valueOn(reconsiderationLaw, { 2017: `${government}或者${superior}`, 2023: government }, on)
}

/** Reconsideration and litigation, as events keep them. */
export const reviewOf = (authority: string, knewOn: CivilDate): Omit<Remedies, 'basis'> => ({
  reconsiderationTo: reconsiderationAuthority(authority, knewOn),
  reconsiderationBy: reconsiderationLastDay(knewOn),
  litigationBy: litigationLastDay(knewOn),
})

/** How the decision of an authority can be contested by one who learns of it on that day. */
export const remediesOf = (authority: string, knewOn: CivilDate): Remedies => ({
  ...reviewOf(authority, knewOn),
  basis: citeAll([applyForReview, reviewAuthority, fileSuit], knewOn),
})

const rolled = (last: CivilDate): string =>
  rollOver(last) === last ? `${last}为工作日，不顺延` : `${last}为休息日，顺延至${rollOver(last)}`

export const remedyRules: readonly Rule[] = [
  rule({
    name: 'review.apply_by',
    question: '申请行政复议的最后一日',
    provisions: [applyForReview, reviewPeriods, rollOverOfPeriods],
    given: { knew_on: date },
    judgedOn: ({ knew_on }) => knew_on,
    find: ({ knew_on }) => {
      const { last, step } = counted(knew_on, RECONSIDERATION)
      return { result: { day_60: last, rolled: rollOver(last) }, trace: [step, rolled(last)] }
    },
  }),
  deadlineRule({
    name: 'review.accept_check',
    question: '复议机关审查是否受理的期限',
    provisions: [
      { instrument: reconsiderationLaw, article: { 2017: '17.1', 2023: '30.1' }, confidence: 'certain' },
      reviewPeriods,
    ],
    from: 'application_received',
    term: workingDays(5),
    by: 'accept_by',
  }),
  rule({
    name: 'review.decide_by',
    question: '作出复议决定的期限，以及最长延至哪一日',
    provisions: [{ instrument: reconsiderationLaw, article: { 2017: '31.1', 2023: '62' }, confidence: 'certain' }],
    given: { accepted_on: date, procedure: optional(oneOf('普通', '简易')) },
    judgedOn: ({ accepted_on }) => accepted_on,
    find: ({ accepted_on, procedure }, on) => {
      const summary = procedure === '简易' && valueOn(reconsiderationLaw, { 2017: false, 2023: true }, on)
      const { last, step } = counted(accepted_on, summary ? days(30) : RECONSIDERATION)
      if (summary) return { result: { decide_by: last, max_extended: null }, trace: [step, '简易程序不得延长'] }
      const extended = counted(last, days(30))
      return {
        result: { decide_by: last, max_extended: extended.last },
        trace: [
          ...(procedure === '简易' ? ['当时的行政复议法没有简易程序'] : []),
          step,
          `经批准至多延长30日，至${extended.last}`,
        ],
      }
    },
  }),
  rule({
    name: 'review.mandatory_first',
    question: '是否须先申请复议才能起诉',
    provisions: [
      {
        instrument: reconsiderationLaw,
        article: { 2017: '16.2', 2023: '23.1.1' },
        confidence: { 2017: 'likely', 2023: 'certain' },
      },
    ],
    given: {
      act: oneOf('当场作出的行政处罚决定', '行政处罚决定', '列入经营异常名录', '列入严重违法失信名单'),
      on: optional(date),
    },
    judgedOn: ({ on }) => on,
    find: ({ act }, on) => {
      const first = act === '当场作出的行政处罚决定' && valueOn(reconsiderationLaw, { 2017: false, 2023: true }, on)
      return {
        result: { review_before_suit: first },
        trace: [first ? `对${act}不服的，应当先申请行政复议` : `${on}时对${act}不服的，可以直接起诉`],
      }
    },
  }),
  rule({
    name: 'suit.file_by',
    question: '提起行政诉讼的最后一日',
    provisions: [fileSuit, { instrument: litigationLaw, article: '101', confidence: 'certain' }],
    given: { knew_on: date },
    judgedOn: ({ knew_on }) => knew_on,
    find: ({ knew_on }) => {
      const { last, step } = counted(knew_on, LITIGATION)
      return { result: { six_months: last, rolled: rollOver(last) }, trace: [step, rolled(last)] }
    },
  }),
  rule({
    name: 'suit.after_review',
    question: '不服复议决定的起诉期限',
    provisions: [{ instrument: litigationLaw, article: '45', confidence: 'certain' }, rollOverOfPeriods],
    given: { review_decision_received: date },
    judgedOn: (given) => given.review_decision_received,
    find: ({ review_decision_received }) => {
      const { last, step } = counted(review_decision_received, days(15))
      return { result: { day_15: last, rolled: rollOver(last) }, trace: [step, rolled(last)] }
    },
  }),
]
