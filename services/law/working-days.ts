import { type CivilDate, civilDate, dayNumber, dayNumbered, dayOfMonth, isLeap, monthOf, yearOf } from '@mingjian/codes'
import workingDays from './data/working-days.json' with { type: 'json' }

/** The working days of one year, and their count from 1 January through each day. */
interface WorkingYear {
  readonly days: readonly CivilDate[]
  readonly upTo: Uint16Array
}

const arrangements: Readonly<Record<string, { readonly off: readonly string[]; readonly worked: readonly string[] }>> =
  workingDays.years
const lastAnnounced = `${Object.keys(arrangements).sort().at(-1)}-12-31`
const yearsSeen = new Map<number, WorkingYear>()

/**
 * Whether the working days around d aren't announced yet, so that a deadline there may still move. The State Council's yearly notices are
 * known for 2015 to 2026; later and earlier years count Monday to Friday, but only later ones are provisional.
 */
export const isProvisional = (d: CivilDate): boolean => d > lastAnnounced

const slotOf = (d: CivilDate): number => monthOf(d) * 32 + dayOfMonth(d)

const workingYear = (year: number): WorkingYear => {
  const seen = yearsSeen.get(year)
  if (seen !== undefined) return seen
  const arranged = arrangements[year]
  const off = new Set(arranged?.off)
  const worked = new Set(arranged?.worked)
  const days: CivilDate[] = []
  const upTo = new Uint16Array(13 * 32)
  const first = dayNumber(civilDate(year, 1, 1))
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
