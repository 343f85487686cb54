import { addDays, type CivilDate } from '@mingjian/codes'
import {
  type Citation,
  citeAll,
  lastDay,
  type Provision,
  type Setting,
  seriousListRule,
  superiorAuthorities,
  superiorOf,
  workingDays,
  years,
} from '@mingjian/law'

/** 列入期限: three years 失信名单办法第二十一条. */
export const TERM = years(3)
/** Before it is full there is no early removal 失信名单办法第十六条. */
export const EARLY_REMOVAL_AFTER = years(1)
/** Publicity in the same province; elsewhere the push and then the publicity each have ten. */
export const PUBLISH = workingDays(20)
export const PUSH = workingDays(10)
/** The penalty quashed, or early removal decided: publicity stops within three working days. */
export const STOP = workingDays(3)

/** In Order 83 (to 2021-08-31) and Order 44 since; an article that one of them lacks is left out. */
export const inSeriousRule = (
  articles: { readonly SAIC83?: string; readonly SAMR44?: string },
  confidence: 'certain' | 'likely' | 'to-verify' = 'certain',
): Provision => ({ instrument: seriousListRule, article: articles, confidence })

/** 较重行政处罚 of Order 44, article 2: heavier fines, lowered grades, revocations, suspension and restriction. */
const HEAVIER = new Set([
  '按从重原则罚款',
  '降低资质等级',
  '吊销许可证件',
  '吊销营业执照',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
])

export const isHeavierPenalty = (penalty: string): boolean => HEAVIER.has(penalty)

/** The last day on the list: three years, or as long as a statutory restriction that lasts longer. */
export const seriousTermEnds = (listedOn: CivilDate, restrictedUntil?: CivilDate): CivilDate => {
  const ordinary = lastDay(listedOn, TERM)
  return restrictedUntil !== undefined && restrictedUntil > ordinary ? restrictedUntil : ordinary
}

/** The first day on which an application for early removal can be heard: the day after one year is full. */
export const earlyRemovalFrom = (listedOn: CivilDate): CivilDate => addDays(lastDay(listedOn, EARLY_REMOVAL_AFTER), 1)

/** Who has to consent to a listing by this authority: the one above, unless it is a province's or the nation's own 失信名单办法第二十二条. */
export const consentingAuthority = (
  authority: string,
  on: CivilDate,
  superiors: Setting<Readonly<Record<string, string>>> = superiorAuthorities,
): string | undefined =>
  /^国家|自治区市场监督管理局$|省市场监督管理局$|^(北京|天津|上海|重庆)市市场监督管理局$/.test(authority)
    ? undefined
    : superiorOf(authority, on, superiors)

/** What listing rests on: the ground's article of Order 44 beside the test of article 2 and the joint decision of article 13. */
export const seriousListingBasis = (groundArticle: number, on: CivilDate): readonly Citation[] =>
  citeAll(
    [
      inSeriousRule({ SAMR44: '2' }),
      inSeriousRule({ SAMR44: String(groundArticle) }),
      inSeriousRule({ SAMR44: '13' }, 'likely'),
    ],
    on,
  )
