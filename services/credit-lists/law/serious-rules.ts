import { addDays } from '@mingjian/codes'
import {
  count,
  counted,
  date,
  deadlineRule,
  flag,
  isGivenRefusal,
  lacking,
  lastDay,
  leastSure,
  not,
  oneOf,
  optional,
  type Rule,
  rule,
  superiorAuthorities,
  text,
  unmet,
  workingDays,
} from '@mingjian/law'
import {
  consentingAuthority,
  EARLY_REMOVAL_AFTER,
  inSeriousRule,
  isHeavierPenalty,
  PUBLISH,
  PUSH,
  STOP,
  seriousTermEnds,
  TERM,
} from './serious.ts'

const PENALTIES = [
  '按从重原则罚款',
  '按从轻原则罚款',
  '罚款',
  '没收违法所得',
  '没收非法财物',
  '警告',
  '通报批评',
  '降低资质等级',
  '暂扣许可证件',
  '吊销许可证件',
  '吊销营业执照',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
] as const

/** The article of Order 44 that a ground stands in. */
const GROUND_ARTICLES: Readonly<Record<string, number>> = {
  预收费用后关门停业逃避义务且无法取得联系: 8,
  '有履行能力但拒不履行、逃避执行行政决定': 11,
}
const FIRST_GROUND_ARTICLE = 5
const REFUSING_TO_PERFORM = 11

const PUBLICITY = inSeriousRule({ SAMR44: '第十四条（条号待核）' }, 'likely')
const EARLY_REMOVAL = inSeriousRule({ SAMR44: '16' })

const listingRules: readonly Rule[] = [
  rule({
    name: 'serious44.heavier_penalty',
    question: '是否属于较重行政处罚',
    provisions: [inSeriousRule({ SAMR44: '2.2' })],
    given: { penalty: oneOf(...PENALTIES) },
    find: ({ penalty }) => {
      const counts = isHeavierPenalty(penalty)
      return { result: { counts }, trace: [`${penalty}${counts ? '属于' : '不属于'}较重行政处罚`] }
    },
  }),
  rule({
    name: 'serious44.must_list',
    question: '是否应当列入严重违法失信名单',
    provisions: [
      inSeriousRule({ SAMR44: '2' }),
      ...[5, 6, 7, 8, 9, 10, 11].map((n) => inSeriousRule({ SAMR44: String(n) }, 'likely')),
      inSeriousRule({ SAMR44: '12' }),
    ],
    given: {
      ground_article: optional(count),
      ground: optional(text),
      heavier_penalty: optional(flag),
      serious_nature: optional(flag),
      no_subjective_intent_proved: optional(flag),
      undermines_credibility: optional(flag),
    },
    find: ({ ground_article, ground, no_subjective_intent_proved = false, ...given }) => {
      const article = ground_article ?? (ground === undefined ? undefined : GROUND_ARTICLES[ground])
      if (article === undefined)
        return lacking('ground_article', { zh: '载明情形的条款，5至11', en: 'the article with the ground, 5 to 11' })
      const named = article >= FIRST_GROUND_ARTICLE && article <= REFUSING_TO_PERFORM
      const refusing = article === REFUSING_TO_PERFORM
      const why = unmet([
        { member: 'ground_article', holds: named, otherwise: `第${article}条没有列入的情形` },
        {
          member: 'no_subjective_intent_proved',
          holds: !no_subjective_intent_proved,
          otherwise: '足以证明没有主观故意',
        },
        ...(refusing
          ? [{ member: 'undermines_credibility', holds: given.undermines_credibility, otherwise: '未严重影响公信力' }]
          : [
              { member: 'heavier_penalty', holds: given.heavier_penalty, otherwise: '未受到较重行政处罚' },
              {
                member: 'serious_nature',
                holds: given.serious_nature,
                otherwise: '不属于性质恶劣、情节严重、社会危害较大',
              },
            ]),
      ])
      if (isGivenRefusal(why)) return why
      const all = refusing
        ? '有履行能力而拒不履行，严重影响公信力'
        : '具备列入情形，受到较重行政处罚，性质恶劣、情节严重、社会危害较大'
      return {
        result: { list: why.length === 0 },
        trace: why.length === 0 ? [all] : why,
        // Without a heavier penalty or a bad nature article 2 decides, whatever the ground.
        under: [
          inSeriousRule({ SAMR44: '2' }),
          ...(named && (refusing || why.length === 0)
            ? [inSeriousRule({ SAMR44: String(article) }, article === 8 ? 'certain' : 'likely')]
            : []),
          inSeriousRule({ SAMR44: '12' }),
        ],
      }
    },
  }),
  rule({
    name: 'serious44.approval',
    question: '列入决定是否须经上一级同意',
    provisions: [inSeriousRule({ SAMR44: '第二十二条（条号待核）' }, 'likely')],
    settings: [superiorAuthorities],
    given: { deciding_level: text },
    find: ({ deciding_level }, on, settings) => {
      const level =
        /^(县级|区级|区县级|县区级|旗县级|市级|地市级|地级|盟市级|设区的市级|省级|自治区级|直辖市级|国家级|总局)(?:[（(](.+)[)）])?$/.exec(
          deciding_level,
        )
      if (level === null)
        return lacking('deciding_level', {
          zh: '县级、市级、省级或者国家级，知道机关的在括号里写明',
          en: '县级, 市级, 省级 or 国家级, with the authority in brackets if known',
        })
      const [, rank = '', short = ''] = level
      const needs = !/^(省级|自治区级|直辖市级|国家级|总局)$/.test(rank)
      const authority = short === '' ? '' : `${short.replace(/(市场监督管理局|市场监管局|局)$/, '')}市场监督管理局`
      const from =
        (authority === '' ? undefined : consentingAuthority(authority, on, settings(superiorAuthorities))) ??
        '上一级市场监督管理部门'
      return {
        result: { needs_upper_consent: needs, from: needs ? from : null },
        trace: [needs ? `${rank}作出列入决定，应当报经${from}同意` : `${rank}作出列入决定，无须上一级同意`],
      }
    },
  }),
  rule({
    name: 'serious44.publish_by',
    question: '列入信息最迟何日公示',
    provisions: [PUBLICITY],
    given: { listed_on: date, same_province: optional(flag), info_received: optional(date) },
    judgedOn: ({ listed_on }) => listed_on,
    find: ({ listed_on, same_province = true, info_received }) => {
      if (!same_province && info_received === undefined) return lacking('info_received', date.wanted)
      const { last, step, confidence } =
        same_province || info_received === undefined ? counted(listed_on, PUBLISH) : counted(info_received, PUSH)
      return { result: { publish_by: last }, trace: [step], confidence }
    },
  }),
  rule({
    name: 'serious44.publish_cross_province',
    question: '列入外省当事人，最迟何日推送，对方最迟何日公示',
    provisions: [PUBLICITY],
    given: { listed_on: date, same_province: optional(flag), info_received: optional(date) },
    judgedOn: ({ listed_on }) => listed_on,
    find: ({ listed_on, same_province = false, info_received }) => {
      if (same_province) {
        const { last, step, confidence } = counted(listed_on, PUBLISH)
        return { result: { push_by: null, publish_by: last }, trace: ['本省当事人无须推送', step], confidence }
      }
      const push = counted(listed_on, PUSH)
      const publish = info_received === undefined ? undefined : counted(info_received, PUSH)
      return {
        result: { push_by: push.last, publish_by: publish?.last ?? null },
        trace: [`推送：${push.step}`, publish === undefined ? '对方收到后10个工作日内公示' : `公示：${publish.step}`],
        confidence: leastSure([push.confidence, publish?.confidence ?? 'certain']),
      }
    },
  }),
]

const removalRules: readonly Rule[] = [
  rule({
    name: 'serious44.term_end',
    question: '列入至哪一日，何日起移出',
    provisions: [inSeriousRule({ SAMR44: '第二十一条（条号待核）' }, 'likely')],
    given: {
      listed_on: date,
      longer_legal_restriction: optional(date),
      longer_legal_restriction_until: optional(date),
    },
    judgedOn: ({ listed_on }) => listed_on,
    find: ({ listed_on, longer_legal_restriction, longer_legal_restriction_until }) => {
      const last = seriousTermEnds(listed_on, longer_legal_restriction_until ?? longer_legal_restriction)
      const { last: ordinary, step } = counted(listed_on, TERM)
      return {
        result: { last_day: last, remove_from: addDays(last, 1) },
        trace: [step, ...(last === ordinary ? [] : [`法律规定的限制期限更长，至${last}`])],
      }
    },
  }),
  rule({
    name: 'serious44.early_removal',
    question: '能否提前移出',
    provisions: [EARLY_REMOVAL],
    given: {
      listed_on: date,
      penalty_performed: optional(flag),
      harm_eliminated: optional(flag),
      new_heavier_penalty: optional(flag),
      restriction_unexpired: optional(flag),
      apply_on: date,
    },
    judgedOn: ({ apply_on }) => apply_on,
    find: ({ listed_on, apply_on, ...given }) => {
      const full = lastDay(listed_on, EARLY_REMOVAL_AFTER)
      const late =
        apply_on === full
          ? `${full}当日一年届满，次日起方可申请；当日申请的，提示次日重新提出`
          : `列入满一年之日为${full}，${apply_on}尚未满一年`
      const why = unmet([
        { member: 'apply_on', holds: apply_on > full, otherwise: late },
        { member: 'penalty_performed', holds: given.penalty_performed, otherwise: '未履行处罚决定的义务' },
        { member: 'harm_eliminated', holds: given.harm_eliminated, otherwise: '未消除危害后果和不良影响' },
        { member: 'new_heavier_penalty', holds: not(given.new_heavier_penalty), otherwise: '再次受到较重行政处罚' },
        { member: 'restriction_unexpired', holds: not(given.restriction_unexpired), otherwise: '法定的限制期限未满' },
      ])
      if (isGivenRefusal(why)) return why
      const met = [`列入自${full}满一年`, '义务已履行，危害后果和不良影响已消除，未再受较重处罚，没有未满的限制期限']
      return { result: { eligible: why.length === 0 }, trace: why.length === 0 ? met : why }
    },
  }),
  deadlineRule({
    name: 'serious44.early_removal.accept',
    question: '最迟何日决定是否受理提前移出的申请',
    provisions: [inSeriousRule({ SAMR44: '17' }, 'likely')],
    from: 'application_received',
    term: workingDays(2),
    by: 'accept_by',
  }),
  deadlineRule({
    name: 'serious44.early_removal.decide',
    question: '受理后最迟何日决定是否提前移出',
    provisions: [inSeriousRule({ SAMR44: '17' }, 'likely')],
    from: 'accepted_on',
    term: workingDays(15),
    by: 'decide_by',
  }),
  deadlineRule({
    name: 'serious44.early_removal.stop',
    question: '准予提前移出后最迟何日停止公示',
    provisions: [inSeriousRule({ SAMR44: '18' }, 'likely')],
    from: 'decided_on',
    term: STOP,
    by: 'stop_by',
  }),
  deadlineRule({
    name: 'serious44.quashed.stop',
    question: '据以列入的处罚被撤销、确认违法或者无效，最迟何日停止公示',
    provisions: [inSeriousRule({ SAMR44: '19' })],
    from: 'penalty_quashed_on',
    term: STOP,
    by: 'stop_by',
  }),
]

export const seriousRules: readonly Rule[] = [...listingRules, ...removalRules]
