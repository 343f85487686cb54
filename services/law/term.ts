import { addDays, addMonths, addYears, type CivilDate } from '@mingjian/codes'
import type { Confidence } from './citations.ts'
import { addWorkingDays, isProvisional } from './working-days.ts'

/** A term of the law 期间 or 期限. */
export interface Term {
  readonly n: number
  readonly unit: 'working-day' | 'day' | 'month' | 'year'
}

/** A term counted from a day: its last day, how it was counted in words, and how sure the calendar is of it. */
export interface Count {
  readonly last: CivilDate
  readonly step: string
  readonly confidence: Confidence
}

export const workingDays = (n: number): Term => ({ n, unit: 'working-day' })
export const days = (n: number): Term => ({ n, unit: 'day' })
export const months = (n: number): Term => ({ n, unit: 'month' })
export const years = (n: number): Term => ({ n, unit: 'year' })

const move = { 'working-day': addWorkingDays, day: addDays, month: addMonths, year: addYears }
const unitText = { 'working-day': '个工作日', day: '日', month: '个月', year: '年' }

/** `10个工作日` */
export const termText = ({ n, unit }: Term): string => `${n}${unitText[unit]}`

/** The day on which the term is full; the day it starts from isn't counted 民法典 201–202. The caller handles rest days at its end. */
export const lastDay = (start: CivilDate, { n, unit }: Term): CivilDate => move[unit](start, n)

/** Working days of years whose holidays aren't announced are provisional. */
export const counted = (start: CivilDate, term: Term): Count => {
  const last = lastDay(start, term)
  const provisional = term.unit === 'working-day' && isProvisional(last)
  const step = `自${start}起算，当日不计，${termText(term)}届满于${last}`
  return provisional
    ? { last, step: `${step}（该年度节假日安排尚未公布，日期为暂定）`, confidence: 'to-verify' }
    : { last, step, confidence: 'certain' }
}
