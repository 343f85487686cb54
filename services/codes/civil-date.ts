import { remembered } from './remembered.ts'

/** A day in Asia/Shanghai, `YYYY-MM-DD` of the years 1000 to 9999: such texts compare as the days do. */
export type CivilDate = string

const MS_PER_DAY = 86_400_000
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const TWO_DIGITS = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57
const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
export const monthOf = (d: CivilDate): number => twoDigits(d, 5)
export const dayOfMonth = (d: CivilDate): number => twoDigits(d, 8)
export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

/** Throws RangeError outside the years 1000 to 9999. */
export const civilDate = (year: number, month: number, day: number): CivilDate => {
  if (!(year >= 1000 && year <= 9999)) throw new RangeError(`The year ${year} has no civil date of four digits.`)
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`
}

/** Days since 1970-01-01. */
export const dayNumber = (d: CivilDate): number => Date.UTC(yearOf(d), monthOf(d) - 1, dayOfMonth(d)) / MS_PER_DAY

/** The day from its number after 1970-01-01. */
export const dayNumbered = (n: number): CivilDate => {
  const day = new Date(n * MS_PER_DAY)
  return civilDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

/** Whether a text is a day of the calendar, so neither 2021-02-30 nor 2021-2-3. */
export const isCivilDate = (text: string): text is CivilDate => {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-' || text[0] === '0') return false
  for (const at of [0, 1, 2, 3, 5, 6, 8, 9]) if (!isDigit(text, at)) return false
  const day = dayOfMonth(text)
  return day >= 1 && day <= monthLength(yearOf(text), monthOf(text))
}

// Shanghai has kept one offset since 1991.
const SHANGHAI_MS = 8 * 3_600_000

/** The day in Asia/Shanghai of an RFC 3339 time. */
export const dayOfInstant = (instant: string): CivilDate =>
  new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10)

/** Whether a text is an instant of RFC 3339 in UTC: such texts compare to the second as the instants do. */
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/.test(text) && isCivilDate(text.slice(0, 10))

/** An RFC 3339 time moved on by minutes. */
export const minutesLater = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + 60_000 * minutes).toISOString()

/** The civil year as a number. */
export const yearOf = (d: CivilDate): number => twoDigits(d, 0) * 100 + twoDigits(d, 2)

/** Throws RangeError outside the years 1000 to 9999, as do the other functions that move a day. */
export const addDays = (d: CivilDate, n: number): CivilDate => dayNumbered(dayNumber(d) + n)

/** The corresponding day n months on, the month's last where it has none 民法典 202. */
export const addMonths = (d: CivilDate, n: number): CivilDate => {
  const months = yearOf(d) * 12 + monthOf(d) - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return civilDate(year, month, Math.min(dayOfMonth(d), monthLength(year, month)))
}

/** The corresponding day n years on; 29 February becomes the 28th where there is none 民法典 202. */
export const addYears = (d: CivilDate, n: number): CivilDate => addMonths(d, 12 * n)

export const dayAfter = (d: CivilDate): CivilDate => addDays(d, 1)

/** How many days b lies after a; negative when it lies before. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a)

const spelled = (day: CivilDate): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
/** 2025年7月8日 */
export const dayText: (day: CivilDate) => string = remembered(spelled)
