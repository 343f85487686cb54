import { addDays } from '@mingjian/codes'
import {
  addWorkingDays,
  amount,
  counted,
  date,
  days,
  hearingRule,
  lacking,
  oneOf,
  optional,
  type Provision,
  penaltyLaw,
  type Rule,
  recordOf,
  rollOver,
  rule,
  type Setting,
  settingOn,
  valueOn,
  workingDays,
} from '@mingjian/law'
import { subject, subjectOf } from './procedure.ts'

/** Yuan from which a fine or confiscation is a larger one 较大数额, included. */
export interface HearingThresholds {
  readonly person: number
  readonly organisation: number
}

export const hearingThresholds: Setting<HearingThresholds> = {
  name: 'hearing-thresholds',
  title: '听证的较大数额',
  setBy: 'province',
  provision: { instrument: hearingRule, article: '5', confidence: 'likely' },
  kind: recordOf({ person: amount, organisation: amount }),
  versions: [
    {
      value: { person: 10_000, organisation: 100_000 },
      from: '2019-04-01',
      basis: '市场监督管理行政处罚听证办法第五条',
      confidence: 'likely',
      reason: '自治区另有规定的从其规定，待核',
    },
  ],
}

const inLaw = (article2017: string, article2021: string): Provision => ({
  instrument: penaltyLaw,
  article: { 2017: article2017, 2021: article2021 },
  confidence: { 2017: 'to-verify', 2021: 'certain' },
})
const THRESHOLD: Provision = { instrument: hearingRule, article: '5', confidence: 'likely' }
const WORKING_DAYS_MEANT: Provision = { instrument: penaltyLaw, article: { 2021: '85' }, confidence: 'certain' }

/** Penalties that always, that by their amount, and that never give a right to be heard 行政处罚法第六十三条. */
export const BY_AMOUNT = ['罚款', '没收违法所得', '没收非法财物'] as const
export const ALWAYS = [
  '降低资质等级',
  '吊销许可证件',
  '吊销营业执照',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '限制开展生产经营活动',
] as const
export const NEVER = ['警告', '通报批评', '暂扣许可证件'] as const
const isAmong = (words: readonly string[], word: string): boolean => words.includes(word)

export const hearingRules: readonly Rule[] = [
  rule({
    name: 'hearing.right',
    question: '是否应当告知当事人有权要求听证',
    provisions: [inLaw('42.1', '63.1'), THRESHOLD],
    settings: [hearingThresholds],
    given: {
      penalty: oneOf(...BY_AMOUNT, ...ALWAYS, ...NEVER),
      amount: optional(amount),
      subject: optional(subject),
      on: optional(date),
    },
    judgedOn: ({ on }) => on,
    find: ({ penalty, amount: yuan, subject: word }, on, settings) => {
      if (!isAmong(BY_AMOUNT, penalty)) {
        const always = isAmong(ALWAYS, penalty)
        return {
          result: { must_inform_hearing_right: always },
          trace: [always ? `${penalty}无论数额，均应告知` : `${penalty}不属于听证的范围`],
        }
      }
      if (yuan === undefined) return lacking('amount', amount.wanted)
      if (word === undefined) return lacking('subject', subject.wanted)
      const threshold = settingOn(settings(hearingThresholds), on)
      const limit = threshold.value[subjectOf(word)]
      const must = yuan >= limit
      return {
        result: { must_inform_hearing_right: must },
        trace: [
          `对${word}${limit}元以上为较大数额，本数在内`,
          `${penalty}${yuan}元，${must ? '应当告知' : '不足这一数额'}`,
        ],
        confidence: threshold.confidence,
      }
    },
  }),
  rule({
    name: 'hearing.request_by',
    question: '最迟何日要求听证',
    provisions: [inLaw('42.1.1', '64.0.1'), WORKING_DAYS_MEANT],
    given: { informed_on: date },
    judgedOn: ({ informed_on }) => informed_on,
    find: ({ informed_on }, on) => {
      const { last, step, confidence } = counted(
        informed_on,
        valueOn(penaltyLaw, { 2017: days(3), 2021: workingDays(5) }, on),
      )
      const rolled = rollOver(last)
      return {
        result: { request_by: last, rolled },
        trace: [step, ...(rolled === last ? [] : [`${last}为休息日，顺延至${rolled}`])],
        confidence,
      }
    },
  }),
  rule({
    name: 'hearing.notice_by',
    question: '最迟何日通知当事人听证的时间、地点',
    provisions: [
      { ...inLaw('42.1.2', '64.0.2'), confidence: { 2017: 'to-verify', 2021: 'likely' } },
      WORKING_DAYS_MEANT,
    ],
    given: { hearing_on: date },
    judgedOn: ({ hearing_on }) => hearing_on,
    find: ({ hearing_on }, on) => {
      const before = valueOn(penaltyLaw, { 2017: addDays, 2021: addWorkingDays }, on)
      const strict = before(hearing_on, -8)
      const lenient = before(hearing_on, -7)
      return {
        result: { notify_no_later_than_strict: strict, notify_no_later_than_lenient: lenient },
        trace: [
          `通知之后、听证之前有完整的七日：${strict}`,
          `听证在通知后的第七日：${lenient}`,
          '安排以较早的一日为准',
        ],
      }
    },
  }),
]
