import { addDays, type CivilDate } from '@mingjian/codes'
import {
  counted,
  date,
  deadlineRule,
  flag,
  isGivenRefusal,
  lacking,
  leastPublicityOf2021,
  marketRestorationRule,
  neverEndsEarly,
  not,
  oneOf,
  optional,
  type Provision,
  PUBLICITY_BANDS,
  penaltyPublicityRule,
  penaltyRestorableFrom,
  type Rule,
  restorationRegime,
  rule,
  type SettingSource,
  smallCount,
  termText,
  text,
  unmet,
  workingDays,
  years,
} from '@mingjian/law'
import { dishonestyOf, seriousDishonestyFines } from './dishonesty.ts'
import {
  DISPLAY,
  DUAL_PUBLICITY,
  displayTerm,
  EARLY_STOP,
  EARLY_STOP_CONDITIONS,
  inPublicityRule,
  isPublished,
  lowFineCeilings,
  PUBLISH,
  SAME_PROVINCE,
  SCOPE,
  WITHDRAW,
  WITHDRAWAL,
} from './publicity.ts'

const CROSS_PROVINCE = inPublicityRule('10')
const STOPPING_EARLY: readonly Provision[] = [
  EARLY_STOP,
  {
    instrument: marketRestorationRule,
    article: { '国市监信规〔2021〕3号': '6', 'SAMR-2025': '公示期限与修复条件' },
    confidence: { '国市监信规〔2021〕3号': 'certain', 'SAMR-2025': 'to-verify' },
  },
]

const KINDS = ['仅受到较低数额罚款', '仅受到通报批评', '没收违法所得', '罚款(非较低数额)', '限制从业', '其他'] as const

/** The fine that a description such as 罚款50000(食品) names. */
const fineIn = (penalty: string): number => Number(/罚款\D*(\d+(?:\.\d+)?)/.exec(penalty)?.[1] ?? 0)

/** From when publicity may stop early, as the law stands on the day of application, and why then. */
const earlyStopFrom = (publishedOn: CivilDate, penalty: string, on: CivilDate, settings: SettingSource) => {
  const publishable = { kinds: [penalty.replace(/[\d（(].*$/s, '')], procedure: '普通程序', fineYuan: fineIn(penalty) }
  const dishonesty = dishonestyOf({ ...publishable, subject: 'organisation' }, on, settings)
  const shown = { violation: penalty, penaltyBasis: null, kinds: [penalty], decidedOn: publishedOn, from: publishedOn }
  const from = penaltyRestorableFrom({ ...shown, dishonesty }, on)
  switch (restorationRegime(on)) {
    case undefined:
      return { from, step: '2021-09-01之前没有提前停止公示', settled: true }
    case '2021':
      return { from, step: counted(publishedOn, leastPublicityOf2021(penalty)).step, settled: true }
    default: {
      const { least } = PUBLICITY_BANDS[dishonesty]
      const term = least === undefined ? '履行义务后即可修复' : `至少公示${termText(least)}`
      return { from, step: `${dishonesty}失信信息${term}`, settled: false }
    }
  }
}

export const publicityRules: readonly Rule[] = [
  rule({
    name: 'penalty_pub.required',
    question: '行政处罚决定是否公示',
    provisions: [SCOPE],
    given: { penalty: text, procedure: oneOf('普通程序', '一般程序', '简易程序'), on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ penalty, procedure }, on) => {
      const publish = isPublished({ kinds: [penalty], procedure }, on)
      const why =
        procedure === '简易程序'
          ? '适用简易程序的不公示'
          : publish
            ? '适用普通程序的决定应当公示'
            : '仅受到警告的不公示'
      return { result: { publish }, trace: [why] }
    },
  }),
  deadlineRule({
    name: 'penalty_pub.same_province',
    question: '本省的处罚信息最迟何日公示',
    provisions: [SAME_PROVINCE],
    from: 'decided_on',
    term: PUBLISH,
    by: 'publish_by',
  }),
  rule({
    name: 'penalty_pub.cross_province',
    question: '处罚外省当事人，最迟何日推送，对方最迟何日公示',
    provisions: [CROSS_PROVINCE],
    given: { decided_on: date, received_by_home_authority: optional(date) },
    judgedOn: ({ decided_on }) => decided_on,
    find: ({ decided_on, received_by_home_authority: received }) => {
      const push = counted(decided_on, workingDays(10))
      const publish = received === undefined ? undefined : counted(received, workingDays(10))
      return {
        result: { push_by: push.last, publish_by: publish?.last ?? null },
        trace: [`推送：${push.step}`, publish === undefined ? '对方收到后10个工作日内公示' : `公示：${publish.step}`],
        confidence: publish?.confidence ?? push.confidence,
      }
    },
  }),
  deadlineRule({
    name: 'penalty_pub.withdraw',
    question: '处罚决定被变更、撤销、确认违法或者无效，最迟何日撤回公示',
    provisions: WITHDRAWAL,
    from: 'quashed_on',
    term: WITHDRAW,
    by: 'withdraw_by',
  }),
  rule({
    name: 'penalty_pub.expiry',
    question: '处罚信息公示至哪一日，何日起停止公示',
    provisions: [DISPLAY],
    given: { published_on: date, kind: oneOf(...KINDS), restriction_years: optional(smallCount) },
    judgedOn: ({ published_on }) => published_on,
    find: ({ published_on, kind, restriction_years = 0 }) => {
      if (restriction_years > 100)
        return lacking('restriction_years', { zh: '0至100的整数', en: 'a whole number from 0 to 100' })
      const term = displayTerm(kind.startsWith('仅受到'), restriction_years, published_on)
      const { last, step } = counted(published_on, term)
      // The restoration rule of 2025-12-25 has terms of its own; which prevails is to be verified.
      const doubtful = published_on >= '2025-12-25'
      return {
        result: { last_day: last, stop_from: addDays(last, 1) },
        trace: [
          ...(restriction_years > 3 ? [`限制期限${restriction_years}年，超过三年，公示至实际期限届满`] : [kind]),
          step,
          ...(doubtful ? ['与2025年信用修复管理办法的公示期限如何衔接待核'] : []),
        ],
        confidence: doubtful ? 'to-verify' : restriction_years > 3 ? 'likely' : 'certain',
      }
    },
  }),
  rule({
    name: 'penalty_pub.old_expiry',
    question: '2021-09-01之前公示的处罚信息何日满五年',
    provisions: [{ instrument: penaltyPublicityRule, article: { SAIC71: '公示期限' }, confidence: 'to-verify' }],
    given: { published_on: date },
    judgedOn: ({ published_on }) => published_on,
    find: ({ published_on }) => {
      const { last, step } = counted(published_on, years(5))
      return { result: { five_years_full_on: last }, trace: [step], confidence: 'to-verify' }
    },
  }),
  rule({
    name: 'penalty_pub.early_stop',
    question: '能否提前停止公示处罚信息',
    provisions: STOPPING_EARLY,
    given: {
      published_on: date,
      penalty: text,
      performed: optional(flag),
      harm_eliminated: optional(flag),
      same_kind_repeat: optional(flag),
      in_abnormal_or_serious_list: optional(flag),
      apply_on: date,
    },
    judgedOn: ({ apply_on }) => apply_on,
    settings: [lowFineCeilings, seriousDishonestyFines],
    find: ({ published_on, penalty, apply_on, ...given }, on, settings) => {
      const { from, step, settled } = earlyStopFrom(published_on, penalty, on, settings)
      const why = unmet([
        { member: 'penalty', holds: !neverEndsEarly(penalty), otherwise: '这一种类的处罚不得提前停止公示' },
        {
          member: 'apply_on',
          holds: from !== undefined && apply_on >= from,
          otherwise: `${step}，${apply_on}尚未届满`,
        },
        ...EARLY_STOP_CONDITIONS.map(({ member, must, otherwise }) => ({
          ...{ member, otherwise },
          holds: must ? given[member] : not(given[member]),
        })),
      ])
      if (isGivenRefusal(why)) return why
      return {
        result: { eligible: why.length === 0 },
        trace: [
          ...(why.length === 0 ? [step, '期限已满，各项条件具备'] : why),
          ...(settled ? [] : ['2025年起按失信等级另设期限，等级标准与起算之日待核']),
        ],
        ...(settled ? {} : { confidence: 'to-verify' as const }),
      }
    },
  }),
  deadlineRule({
    name: 'dual_publicity',
    question: '双公示：许可、处罚决定最迟何日上网公示',
    provisions: [DUAL_PUBLICITY],
    from: 'decided_on',
    term: workingDays(7),
    by: 'publish_by',
  }),
]
