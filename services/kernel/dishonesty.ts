import { addDays, type CivilDate } from './calendar.ts'
import { lastDay, months, type Term, years } from './term.ts'

/** 失信等级 since 国办发〔2025〕22号. */
export const DISHONESTY_CLASSES = ['轻微', '一般', '严重'] as const
export type DishonestyClass = (typeof DISHONESTY_CLASSES)[number]

/** For how long an entry is shown at least, before it may be repaired, and at most. */
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
