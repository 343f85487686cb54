import workingDays from './data/working-days.json' with { type: 'json' }

/** A day in Asia/Shanghai, `YYYY-MM-DD` of the years 1000 to 9999: such texts compare as the days do. */
export type CivilDate = string

/** The days of one year that are worked, and, by slot of the day, how many of them there are from 1 January through it. */
interface WorkingYear {
  readonly days: readonly CivilDate[]
  readonly upTo: Uint16Array
}

const MS_PER_DAY = 86_400_000
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const TWO_DIGITS = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))

const arrangements: Readonly<Record<string, { readonly off: readonly string[]; readonly worked: readonly string[] }>> =
  workingDays.years
const lastAnnounced = `${Object.keys(arrangements).sort().at(-1)}-12-31`
const yearsSeen = new Map<number, WorkingYear>()

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57
const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
const monthOf = (d: CivilDate): number => twoDigits(d, 5)
const dayOfMonth = (d: CivilDate): number => twoDigits(d, 8)
const slotOf = (d: CivilDate): number => monthOf(d) * 32 + dayOfMonth(d)
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

const written = (year: number, month: number, day: number): CivilDate => {
  if (!(year >= 1000 && year <= 9999)) throw new RangeError(`The year ${year} has no civil date of four digits.`)
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`
}

/** Days since 1970-01-01. */
export const dayNumber = (d: CivilDate): number => Date.UTC(yearOf(d), monthOf(d) - 1, dayOfMonth(d)) / MS_PER_DAY

const dayNumbered = (n: number): CivilDate => {
  const day = new Date(n * MS_PER_DAY)
  return written(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
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

/** An RFC 3339 time so many minutes later. */
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
  return written(year, month, Math.min(dayOfMonth(d), monthLength(year, month)))
}

/** The corresponding day n years on; 29 February becomes the 28th where there is none 民法典 202. */
export const addYears = (d: CivilDate, n: number): CivilDate => addMonths(d, 12 * n)

export const dayAfter = (d: CivilDate): CivilDate => addDays(d, 1)

/** How many days b lies after a; negative when it lies before. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a)

/**
 * Whether the working days around d aren't announced yet, so that a deadline there may still move. The State Council's yearly notices are
 * known for 2015 to 2026; later and earlier years count Monday to Friday, but only later ones are provisional.
 */
export const isProvisional = (d: CivilDate): boolean => d > lastAnnounced

const workingYear = (year: number): WorkingYear => {
  const seen = yearsSeen.get(year)
  if (seen !== undefined) return seen
  const arranged = arrangements[year]
  const off = new Set(arranged?.off)
  const worked = new Set(arranged?.worked)
  const days: CivilDate[] = []
  const upTo = new Uint16Array(13 * 32)
  const first = dayNumber(written(year, 1, 1))
  const length = isLeap(year) ? 366 : 365
  for (let n = first; n < first + length; n += 1) {
    const d = dayNumbered(n)
    // 1970-01-01 was a Thursday: 0 is Sunday here.
    const weekday = (((n + 4) % 7) + 7) % 7
    const weekend = weekday === 0 || weekday === 6
    if (weekend ? worked.has(d.slice(5)) : !off.has(d.slice(5))) days.push(d)
    upTo[slotOf(d)] = days.length
  }
  const made = { days, upTo }
  yearsSeen.set(year, made)
  return made
}

/** The n-th working day of a year, counted from 1 for its first; earlier and later years follow on. */
const workingDayOf = (year: number, n: number): CivilDate => {
  let current = workingYear(year)
  let at = year
  let left = n
  while (left > current.days.length) {
    left -= current.days.length
    at += 1
    current = workingYear(at)
  }
  while (left < 1) {
    at -= 1
    current = workingYear(at)
    left += current.days.length
  }
  const d = current.days[left - 1]
  if (d === undefined) throw new RangeError(`There is no working day ${n} of ${year}.`)
  return d
}

/** Working days of d's year from 1 January through d. */
const workedThrough = (d: CivilDate): number => {
  const count = workingYear(yearOf(d)).upTo[slotOf(d)]
  if (count === undefined) throw new RangeError(`${d} is no civil date.`)
  return count
}

/** Monday to Friday but for the announced holidays, and the announced make-up days 调休. */
export const isWorkingDay = (d: CivilDate): boolean => workingYear(yearOf(d)).days[workedThrough(d) - 1] === d

/** d itself if it is a working day. */
export const nextWorkingDay = (d: CivilDate): CivilDate => (isWorkingDay(d) ? d : addWorkingDays(d, 1))

/** The n-th working day after d, which isn't counted 民法典 201; the |n|-th before it for a negative n; d itself for 0. */
export const addWorkingDays = (d: CivilDate, n: number): CivilDate => {
  if (n === 0) return d
  const through = workedThrough(d)
  if (n > 0) return workingDayOf(yearOf(d), through + n)
  return workingDayOf(yearOf(d), (isWorkingDay(d) ? through : through + 1) + n)
}

/** The last day of a term counted in calendar days, which runs on to the end of a rest 民法典 203. */
export const rollOver = (d: CivilDate): CivilDate => nextWorkingDay(d)
