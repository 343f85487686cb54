import type { CivilDate, EntityForm } from '@mingjian/codes'
import {
  abnormalListRule,
  type Citation,
  citeAll,
  counted,
  date,
  days,
  deadlineRule,
  disclosureRegulation,
  lacking,
  lastDay,
  optional,
  type Provision,
  type Rule,
  rollOver,
  rule,
  smallCount,
  workingDays,
} from '@mingjian/law'
import { correctionBasis } from './annual-report.ts'

const PUBLISH = workingDays(20)
const LIST = workingDays(10)
/** 责令限期公示 is for ten calendar days 异常名录办法第七条. */
export const ORDER_DAYS = 10

const immediateInformation: Provision = { instrument: disclosureRegulation, article: '10.1', confidence: 'certain' }
const orderToPublish: Provision = { instrument: disclosureRegulation, article: '10.2', confidence: 'certain' }
const orderToCorrect: Provision = { instrument: disclosureRegulation, article: { 777: '18.2' }, confidence: 'likely' }
const orderIgnored: Provision = {
  instrument: abnormalListRule,
  article: '7',
  confidence: { SAIC68: 'certain', SAMR101: 'likely' },
}

/** 即时信息: the last day to publish what formed on that day 条例第十条. */
export const immediateInformationBy = (formedOn: CivilDate): CivilDate => lastDay(formedOn, PUBLISH)

/** The day on which the term of an order served on that day is full, from which the authority's own term runs. */
export const orderFullOn = (servedOn: CivilDate, orderDays: number = ORDER_DAYS): CivilDate =>
  lastDay(servedOn, days(orderDays))

/** The last day to obey an order served on that day; a rest day at its end runs on. */
export const orderExpires = (servedOn: CivilDate, orderDays: number = ORDER_DAYS): CivilDate =>
  rollOver(orderFullOn(servedOn, orderDays))

/** To publish what was due 条例第十条第二款, or to put right what is wrong 条例第十二条, (777) 第十八条第二款. */
export type OrderDemand = 'publish' | 'correct'

/** What an order rests on, in the wording of that day. */
export const orderBasis = (demand: OrderDemand, form: EntityForm, on: CivilDate): readonly Citation[] =>
  demand === 'publish'
    ? citeAll([orderToPublish, orderIgnored], on)
    : [...correctionBasis(form, on), ...citeAll(form === 'enterprise' ? [orderToCorrect] : [], on)]

export const publicationRules: readonly Rule[] = [
  deadlineRule({
    name: 'immediate_info.deadline',
    question: '即时信息最迟何日公示',
    provisions: [immediateInformation],
    from: 'formed_on',
    term: PUBLISH,
    by: 'publish_by',
  }),
  deadlineRule({
    name: 'authority_info.publish',
    question: '市场监管部门最迟何日公示其产生的企业信息',
    provisions: [{ instrument: disclosureRegulation, article: '6.2', confidence: 'certain' }],
    from: 'info_arose_on',
    term: PUBLISH,
    by: 'publish_by',
  }),
  deadlineRule({
    name: 'public_report_of_false_info.handle',
    question: '对举报公示信息虚假最迟何日核查处理并书面答复',
    provisions: [{ instrument: disclosureRegulation, article: '13', confidence: 'certain' }],
    from: 'report_received',
    term: PUBLISH,
    by: 'handled_and_answered_by',
  }),
  rule({
    name: 'immediate_info.order_then_list',
    question: '责令限期公示何日届满，逾期最迟何日列入经营异常名录',
    provisions: [orderToPublish, orderIgnored],
    given: { order_served: date, order_days: smallCount, performed_on: optional(date) },
    judgedOn: ({ order_served }) => order_served,
    find: ({ order_served, order_days, performed_on }) => {
      if (order_days > 366) return lacking('order_days', { zh: '0至366的整数', en: 'a whole number from 0 to 366' })
      const order = counted(order_served, days(order_days))
      const runsOnTo = rollOver(order.last)
      const performed = performed_on !== undefined && performed_on <= runsOnTo
      const expiry = { order_expires: order.last, order_expires_rolled: runsOnTo }
      if (performed) {
        return {
          result: { ...expiry, list: false, list_by: null },
          trace: [order.step, `${performed_on}在限期内公示，没有列入的事由`],
        }
      }
      // The enterprise's term runs on over a rest; the authority's is counted from the calendar day, so that it is kept on either reading.
      const listing = counted(order.last, LIST)
      return {
        result: { ...expiry, list: true, list_by: listing.last },
        trace: [
          order.step,
          performed_on === undefined ? '限期届满仍未公示' : `${performed_on}公示，已逾限期`,
          listing.step,
        ],
        confidence: listing.confidence,
      }
    },
  }),
]
