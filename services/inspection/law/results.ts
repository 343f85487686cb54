import type { CivilDate } from '@mingjian/codes'
import {
  abnormalListRule,
  deadlineRule,
  disclosureRegulation,
  jointInspectionOpinion,
  lacking,
  lastDay,
  oneOf,
  type Provision,
  type Rule,
  randomInspectionMethod,
  rule,
  spotCheckRule,
  text,
  workingDays,
} from '@mingjian/law'

/** 抽查结果, the eight kinds since 2019; the first excludes all others, several of the others may be true of one inspection. */
export const INSPECTION_RESULTS = [
  '未发现问题',
  '未按规定公示应当公示的信息',
  '公示信息隐瞒真实情况、弄虚作假',
  '通过登记的住所（经营场所）无法联系',
  '发现问题已责令改正',
  '不配合检查情节严重',
  '未发现开展本次抽查涉及的经营活动',
  '发现问题待后续处理',
] as const
export type InspectionResult = (typeof INSPECTION_RESULTS)[number]

/** Excludes every other result. */
export const NOTHING_FOUND: InspectionResult = '未发现问题'
/** Goes with the last day of the order to correct. */
export const CORRECTED: InspectionResult = '发现问题已责令改正'
/** Whether a result rests on facts, which are said with it. */
export const restsOnFacts = (result: string): boolean =>
  result !== NOTHING_FOUND && result !== '未发现开展本次抽查涉及的经营活动'

/** 抽查结果 before 2019, codes 1 to 9. */
const RESULTS_BEFORE_2019 = [
  '正常',
  '未按规定公示即时信息',
  '未按规定公示年报信息',
  '通过登记的住所（经营场所）无法联系',
  '公示信息隐瞒真实情况、弄虚作假',
  '不予配合情节严重',
  '已办理营业执照注销',
  '被吊销营业执照',
  '被撤销登记',
]

/** 公示抽查结果: within twenty working days of the end of the inspection. */
export const PUBLISH_RESULTS = workingDays(20)

const inListRule = (article: string): Provision => ({
  instrument: abnormalListRule,
  article,
  confidence: { SAIC68: 'certain', SAMR101: 'likely' },
})
const PUBLICITY: readonly Provision[] = [
  { instrument: spotCheckRule, article: '10', confidence: 'likely' },
  { instrument: jointInspectionOpinion, article: '二（公示）', confidence: 'likely' },
]

/** The last day to publish the results of an inspection that ended on that day. */
export const publishResultsBy = (completedOn: CivilDate): CivilDate => lastDay(completedOn, PUBLISH_RESULTS)

/** What an inspection leads to, with the working days or the days of an order it has. */
interface FollowUp {
  readonly followup: '公示' | '列入经营异常名录' | '责令限期公示'
  readonly within?: number
  readonly orderDays?: number
  readonly under: readonly Provision[]
  readonly why: string
}

const toPublish = (why: string): FollowUp => ({ followup: '公示', under: PUBLICITY, why })

const FOLLOW_UPS: Readonly<Record<InspectionResult, FollowUp>> = {
  未发现问题: toPublish('抽查结果应当公示'),
  未按规定公示应当公示的信息: {
    followup: '责令限期公示',
    orderDays: 10,
    under: [{ instrument: disclosureRegulation, article: '10.2', confidence: 'certain' }, inListRule('7')],
    why: '先责令在10日内公示，逾期不公示的再列入经营异常名录',
  },
  '公示信息隐瞒真实情况、弄虚作假': {
    followup: '列入经营异常名录',
    within: 10,
    under: [inListRule('8')],
    why: '自查实之日起10个工作日内列入经营异常名录',
  },
  '通过登记的住所（经营场所）无法联系': {
    followup: '列入经营异常名录',
    within: 10,
    under: [inListRule('9')],
    why: '自查实之日起10个工作日内列入经营异常名录',
  },
  发现问题已责令改正: toPublish('抽查结果应当公示'),
  不配合检查情节严重: {
    followup: '公示',
    under: [{ instrument: disclosureRegulation, article: '15.2', confidence: 'certain' }],
    why: '不予配合情节严重的，应当公示',
  },
  未发现开展本次抽查涉及的经营活动: toPublish('抽查结果应当公示'),
  发现问题待后续处理: toPublish('抽查结果应当公示，线索另行处理'),
}

export const resultRules: readonly Rule[] = [
  deadlineRule({
    name: 'inspection.publish_result',
    question: '抽查结果最迟何日公示',
    provisions: PUBLICITY,
    from: 'inspection_completed',
    term: PUBLISH_RESULTS,
    by: 'publish_by',
  }),
  rule({
    name: 'inspection.result_set',
    question: '抽查结果分哪几类',
    provisions: [{ instrument: randomInspectionMethod, article: '抽查结果', confidence: 'likely' }],
    given: { taxonomy: text },
    find: ({ taxonomy }) => {
      const year = Number(/\d{4}/.exec(taxonomy)?.[0] ?? Number.NaN)
      if (Number.isNaN(year)) return lacking('taxonomy', { zh: '2019+ 或者 2018-', en: '2019+ or 2018-' })
      const results = year >= 2019 ? INSPECTION_RESULTS : RESULTS_BEFORE_2019
      return { result: { results: [...results] }, trace: [`${taxonomy}：${results.length}类`] }
    },
  }),
  rule({
    name: 'inspection.result_to_followup',
    question: '抽查结果之后如何处理',
    provisions: Object.values(FOLLOW_UPS).flatMap(({ under }) => under),
    given: { result: oneOf(...INSPECTION_RESULTS) },
    find: ({ result }) => {
      const { followup, within, orderDays, under, why } = FOLLOW_UPS[result]
      return {
        result: { followup, within_wd: within ?? null, order_days: orderDays ?? null },
        trace: [`${result}：${why}`],
        under,
      }
    },
  }),
]
