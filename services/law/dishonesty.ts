import { addDays, type CivilDate } from '@mingjian/codes'
import { inForce } from './citations.ts'
import { marketRestorationRule, nationalRestorationRule } from './instruments.ts'
import { lastDay, months, type Term, years } from './term.ts'

/** 失信等级 since 国办发〔2025〕22号. */
export const DISHONESTY_CLASSES = ['轻微', '一般', '严重'] as const
export type DishonestyClass = (typeof DISHONESTY_CLASSES)[number]

/** The least time of publicity, before which an entry can't be repaired, and the longest. */
export interface PublicityBand {
  readonly least?: Term
  readonly most: Term
}

export const PUBLICITY_BANDS: Readonly<Record<DishonestyClass, PublicityBand>> = {
  轻微: { most: months(3) },
  一般: { least: months(3), most: years(1) },
  严重: { least: years(1), most: years(3) },
}

/** First day on which an entry of that class may be repaired; at once when performed for the minor ones. */
export const repairableFrom = (dishonesty: DishonestyClass, start: CivilDate): CivilDate => {
  const { least } = PUBLICITY_BANDS[dishonesty]
  return least === undefined ? start : addDays(lastDay(start, least), 1)
}

/** Last day of publicity, after which it stops by itself. */
export const shownUntil = (dishonesty: DishonestyClass, start: CivilDate): CivilDate =>
  lastDay(start, PUBLICITY_BANDS[dishonesty].most)

/** Penalties whose publicity never ends early 公示规定第十四条第三款. */
const NEVER_EARLY = /责令停产停业|责令关闭|限制(开展)?生产经营|限制从业|降低资质等级|吊销/
export const neverEndsEarly = (penalty: string): boolean => NEVER_EARLY.test(penalty)

/** Fields in which a year must pass, elsewhere six months 信用修复管理办法（2021）第六条. */
const STRICT_FIELDS = /食品|药品|特种设备/
/** The least time of publicity of a penalty of that description under the rule of 2021. */
export const leastPublicityOf2021 = (description: string): Term =>
  STRICT_FIELDS.test(description) ? years(1) : months(6)

/** 信用修复: the rule of 2021, that of 2025-12-25, and beside it from 2026-04-01 the national one. */
export type RestorationRegime = '2021' | '2025' | '2026'

/** Undefined before 2021-09-01, when there was no restoration of credit. */
export const restorationRegime = (on: CivilDate): RestorationRegime | undefined => {
  const rule = inForce(marketRestorationRule, on)?.version
  if (rule === undefined) return undefined
  if (rule !== 'SAMR-2025') return '2021'
  return inForce(nationalRestorationRule, on)?.version === 'NDRC36' ? '2026' : '2025'
}

/** What is public of a penalty, as far as its restoration depends on it. */
export interface ShownPenalty {
  readonly violation: string
  readonly penaltyBasis: string | null
  readonly kinds: readonly string[]
  readonly decidedOn: CivilDate
  readonly from: CivilDate
  readonly dishonesty: string | null
}

const classOf = ({ dishonesty, kinds }: ShownPenalty): DishonestyClass =>
  DISHONESTY_CLASSES.find((one) => one === dishonesty) ?? (kinds.some(neverEndsEarly) ? '严重' : '一般')

/**
 * The first day on which restoration can be applied for, as the law stands on a day: after the least time of publicity, which counts from
 * the day of the document since 2026-04-01. Undefined for what never ends early.
 */
export const penaltyRestorableFrom = (penalty: ShownPenalty, on: CivilDate): CivilDate | undefined => {
  const { violation, penaltyBasis, kinds, decidedOn, from } = penalty
  if (kinds.some(neverEndsEarly)) return undefined
  switch (restorationRegime(on)) {
    case undefined:
      return undefined
    case '2021':
      return addDays(lastDay(from, leastPublicityOf2021(`${violation}${penaltyBasis ?? ''}`)), 1)
    case '2025':
      return repairableFrom(classOf(penalty), from)
    case '2026':
      return repairableFrom(classOf(penalty), decidedOn)
  }
}
