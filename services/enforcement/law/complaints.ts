import { addYears } from '@mingjian/codes'
import {
  amount,
  complaintRule,
  count,
  date,
  deadlineRule,
  lacking,
  oneOf,
  optional,
  type Provision,
  type Rule,
  rewardRule,
  rule,
  workingDays,
} from '@mingjian/law'

const inComplaintRule = (article: string): Provision => ({
  instrument: complaintRule,
  article,
  // Articles and terms since 2026-04-15 are to be verified.
  confidence: { SAMR20: 'certain', SAMR121: 'to-verify' },
})

/** What gives each step of a complaint or report its place. */
export const complaintProvisions = {
  jurisdiction: inComplaintRule('12'),
  acceptance: inComplaintRule('14'),
  admission: inComplaintRule('15'),
  mediation: inComplaintRule('16'),
  termination: inComplaintRule('21'),
  lead: inComplaintRule('23'),
  report: inComplaintRule('25'),
  informing: inComplaintRule('31'),
  reward: { instrument: rewardRule, article: '12', confidence: 'certain' },
} as const satisfies Readonly<Record<string, Provision>>

/** 举报奖励: basis points of penalty and confiscation, and the floor, by grade; yuan. */
const REWARDS: Readonly<Record<number, { readonly basisPoints: number; readonly floor: number }>> = {
  1: { basisPoints: 500, floor: 5_000 },
  2: { basisPoints: 300, floor: 3_000 },
  3: { basisPoints: 100, floor: 1_000 },
}
const REWARD_CAP = 1_000_000
/** From this reward on the finance department is heard. */
export const REWARD_LARGE = 500_000

export const complaintRules: readonly Rule[] = [
  deadlineRule({
    name: 'complaint.accept',
    question: '最迟何日决定是否受理投诉',
    provisions: [inComplaintRule('14')],
    from: 'complaint_received',
    term: workingDays(7),
    by: 'decide_by',
  }),
  deadlineRule({
    name: 'complaint.mediation_end',
    question: '调解未达成协议，最迟何日终止调解',
    provisions: [inComplaintRule('21.1')],
    from: 'accepted_on',
    term: workingDays(45),
    by: 'terminate_by',
  }),
  deadlineRule({
    name: 'complaint.inform_termination',
    question: '终止调解后最迟何日告知',
    provisions: [inComplaintRule('21.2')],
    from: 'terminated_on',
    term: workingDays(7),
    by: 'inform_by',
  }),
  rule({
    name: 'complaint.admissible',
    question: '投诉是否应当受理',
    provisions: [inComplaintRule('15')],
    given: {
      knew_infringement: optional(date),
      complained: optional(date),
      purpose: optional(oneOf('生活消费', '非生活消费')),
    },
    judgedOn: ({ complained }) => complained,
    find: ({ knew_infringement, complained, purpose }) => {
      if (purpose === '非生活消费') {
        return {
          result: { admissible: false },
          trace: ['不是为生活消费需要购买、使用商品或者接受服务'],
          under: [inComplaintRule('15.0.3')],
        }
      }
      if (knew_infringement === undefined && purpose === undefined) return lacking('knew_infringement', date.wanted)
      if (knew_infringement === undefined) {
        return { result: { admissible: true }, trace: ['为生活消费需要，没有不予受理的情形'] }
      }
      if (complained === undefined) return lacking('complained', date.wanted)
      const last = addYears(knew_infringement, 3)
      const admissible = complained <= last
      return {
        result: { admissible },
        trace: [
          `自${knew_infringement}知道之日起三年，届满于${last}`,
          `${complained}投诉，${admissible ? '未' : '已'}超过三年`,
        ],
        under: [inComplaintRule('15.0.4')],
      }
    },
  }),
  deadlineRule({
    name: 'report.inform_named',
    question: '最迟何日将是否立案告知实名举报人',
    provisions: [inComplaintRule('31')],
    from: 'filing_decided_on',
    term: workingDays(5),
    by: 'inform_by',
  }),
  rule({
    name: 'reward.amount',
    question: '举报奖励的数额',
    provisions: [{ instrument: rewardRule, article: '12', confidence: 'certain' }],
    given: { grade: count, penalty_and_confiscation: amount, on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ grade, penalty_and_confiscation: base }) => {
      const rates = REWARDS[grade]
      if (rates === undefined) return lacking('grade', { zh: '其中之一：1、2、3', en: 'one of 1、2、3' })
      const byRate = Math.round((base * rates.basisPoints) / 100) / 100
      const reward = Math.min(REWARD_CAP, Math.max(rates.floor, byRate))
      return {
        result: { reward },
        trace: [
          `${grade}级奖励，罚没款的${rates.basisPoints / 100}%为${byRate}元`,
          `不低于${rates.floor}元，不高于${REWARD_CAP}元`,
          ...(reward >= REWARD_LARGE ? ['50万元以上的，与财政部门会商'] : []),
        ],
      }
    },
  }),
]
