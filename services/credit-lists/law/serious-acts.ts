import type { CivilDate } from '@mingjian/codes'
import {
  type Citation,
  citeAll,
  inForce,
  lastDay,
  marketRestorationRule,
  type Provision,
  seriousListRule,
  valueOn,
  workingDays,
  years,
} from '@mingjian/law'
import {
  consentingAuthority,
  inSeriousRule,
  isHeavierPenalty,
  PUBLISH,
  STOP,
  seriousListingBasis,
  seriousTermEnds,
} from './serious.ts'

/** 列入情形 by article of Order 44; the facts of a case stay with the case. */
const GROUNDS_44: Readonly<Record<string, string>> = {
  5: '食品安全领域的严重违法行为',
  6: '药品、医疗器械、化妆品领域的严重违法行为',
  7: '质量安全领域的严重违法行为',
  8: '侵害消费者权益的严重违法行为',
  9: '破坏公平竞争秩序和扰乱市场秩序的严重违法行为',
  10: '违反许可、登记管理，或者拒绝、阻碍监督检查和事故调查',
  11: '有履行能力但拒不履行、逃避执行行政决定，严重影响市场监督管理部门公信力',
}

/** And by item of article 5 of Order 83. */
const GROUNDS_83: Readonly<Record<string, string>> = {
  '5.1.1': '被列入经营异常名录届满三年仍未履行相关义务',
  '5.1.2': '提交虚假材料或者采取其他欺诈手段隐瞒重要事实，取得变更或者注销登记，被撤销登记',
  '5.1.3': '组织策划传销，或者因为传销提供便利条件两年内受到三次以上行政处罚',
  '5.1.4': '因直销违法行为两年内受到三次以上行政处罚',
  '5.1.5': '因不正当竞争行为两年内受到三次以上行政处罚',
  '5.1.6': '提供的商品或者服务不符合保障人身、财产安全要求，造成人身伤害等严重侵害消费者权益',
  '5.1.7': '因发布虚假广告两年内受到三次以上行政处罚，或者危害消费者生命健康',
  '5.1.8': '因商标侵权行为五年内受到两次以上行政处罚',
  '5.1.9': '被决定停止受理商标代理业务',
  '5.1.10': '其他严重违法行为',
  '5.2': '拒不办理注销、变更登记等',
}
export const SERIOUS_ARTICLES: readonly string[] = [...Object.keys(GROUNDS_44), ...Object.keys(GROUNDS_83)]

/** Which of the two orders governs a listing decided on that day; undefined before the first. */
export const seriousRegime = (on: CivilDate): 'SAIC83' | 'SAMR44' | undefined =>
  inForce(seriousListRule, on)?.version as 'SAIC83' | 'SAMR44' | undefined

/** 列入事由 in the rule's words; undefined for an article that the rule of that day doesn't have. */
export const seriousGround = (article: string, on: CivilDate): string | undefined => {
  const regime = seriousRegime(on)
  return regime === undefined ? undefined : { SAIC83: GROUNDS_83, SAMR44: GROUNDS_44 }[regime][article]
}

/** 第五条第一款第一项 of Order 83: three years on the other list. */
export const THREE_YEARS = '5.1.1'

/** Refusing to perform a decision is a ground without a new penalty. */
export const REFUSAL_TO_PERFORM = '11'

/** 惩戒措施提示 失信名单办法第十五条, (83) 条例第十七条第二款、第十八条. */
export const seriousMeasures = (on: CivilDate): readonly string[] =>
  valueOn(
    seriousListRule,
    {
      SAIC83: [
        '法定代表人、负责人三年内不得担任其他企业的法定代表人、负责人',
        '列为重点监督管理对象',
        '在政府采购、工程招投标、国有土地出让、授予荣誉称号等工作中依法限制或者禁入',
      ],
      SAMR44: [
        '依法审查行政许可、资质、资格、委托承担政府采购项目、工程招投标时作为重要考量因素',
        '列为重点监管对象，提高检查频次，依法严格监管',
        '不适用告知承诺制',
        '不予授予市场监督管理部门荣誉称号等表彰奖励',
      ],
    },
    on,
  )

/** 移出条件和程序, as the decision tells them. */
export const seriousWayOff = (on: CivilDate): string =>
  valueOn(
    seriousListRule,
    {
      SAIC83: '列入之日起满五年未再发生列入情形的移出；因经营异常名录届满三年列入的，履行义务后可以申请移出',
      SAMR44:
        '列入满三年移出；满一年，履行处罚义务、消除危害后果和不良影响、未再受较重行政处罚的，可以申请提前移出：受理2个工作日，决定15个工作日（2025-12-25起7个工作日）',
    },
    on,
  )

/** How long the entry lasts at most: three years, five under Order 83; longer with a statutory restriction that is. */
export const seriousLastDay = (
  listedOn: CivilDate,
  restrictedUntil: CivilDate | null,
  lawOf: CivilDate = listedOn,
): CivilDate =>
  seriousRegime(lawOf) === 'SAIC83'
    ? lastDay(listedOn, years(5))
    : seriousTermEnds(listedOn, restrictedUntil ?? undefined)

/** 告知: five working days for a statement or to ask for a hearing, as in the penalty procedure 行政处罚法第六十四条. */
export const statementBy = (notifiedOn: CivilDate): CivilDate => lastDay(notifiedOn, workingDays(5))
export const acceptEarlyRemovalBy = (appliedOn: CivilDate): CivilDate => lastDay(appliedOn, workingDays(2))
/** Fifteen working days from acceptance, seven since 2025-12-25. */
export const decideEarlyRemovalBy = (acceptedOn: CivilDate): CivilDate =>
  lastDay(acceptedOn, workingDays(inForce(marketRestorationRule, acceptedOn)?.version === 'SAMR-2025' ? 7 : 15))
export const publishSeriousBy = (listedOn: CivilDate): CivilDate => lastDay(listedOn, PUBLISH)
export const stopBy = (on: CivilDate): CivilDate => lastDay(on, STOP)

/** 较重行政处罚: what the decision does, or a fine that the discretion benchmark made heavier. */
export const isHeavierDecision = ({
  kinds,
  heavier,
}: {
  readonly kinds: readonly string[]
  readonly heavier: boolean
}): boolean => kinds.some((kind) => isHeavierPenalty(kind) || (kind === '罚款' && heavier))

const PROVISIONS = {
  notice: [inSeriousRule({ SAMR44: '13' })],
  intent: [inSeriousRule({ SAMR44: '12' })],
  heavier: [inSeriousRule({ SAMR44: '2.2' })],
  nature: [inSeriousRule({ SAMR44: '2' })],
  consent: [inSeriousRule({ SAMR44: '第二十二条（条号待核）' }, 'likely')],
  application: [inSeriousRule({ SAMR44: '16' }), inSeriousRule({ SAMR44: '17' }, 'likely')],
  early: [inSeriousRule({ SAMR44: '16' }), inSeriousRule({ SAMR44: '18' }, 'likely')],
  term: [inSeriousRule({ SAIC83: '9', SAMR44: '第二十一条（条号待核）' }, 'likely')],
  cure: [inSeriousRule({ SAIC83: '10.1' })],
  fall: [inSeriousRule({ SAMR44: '19' })],
  fraud: [inSeriousRule({ SAMR44: '20' }, 'likely')],
} as const satisfies Readonly<Record<string, readonly Provision[]>>

/** What each act rests on, in the wording of that day. */
export const seriousBasis = (act: keyof typeof PROVISIONS, on: CivilDate): readonly Citation[] =>
  citeAll(PROVISIONS[act], on)

/** What a listing rests on: under Order 83 the item and its term, under Order 44 the tests of article 2 and the joint decision too. */
export const seriousListedBasis = (article: string, on: CivilDate): readonly Citation[] =>
  seriousRegime(on) === 'SAIC83'
    ? citeAll(
        [
          inSeriousRule({ SAIC83: article }, 'likely'),
          inSeriousRule({ SAIC83: article === THREE_YEARS ? '8.1' : '8.2' }),
        ],
        on,
      )
    : seriousListingBasis(Number(article), on)

/** Who lists after three years 办法第六条: the province or the nation. */
export const provinceAbove = (authority: string, on: CivilDate): string => {
  const above = consentingAuthority(authority, on)
  return above === undefined ? authority : provinceAbove(above, on)
}
