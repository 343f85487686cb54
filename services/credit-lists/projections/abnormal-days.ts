import { addDays, type CivilDate, remembered } from '@mingjian/codes'
import type { DutyClock } from '@mingjian/kernel'
import { addWorkingDays, encodeCitation, nextWorkingDay } from '@mingjian/law'
import { curedSince } from '../abnormal-operations/entries.ts'
import {
  delistingBasis,
  groundText,
  listBy,
  listingBasis,
  reminderBasis,
  reminderFrom,
  removeBy,
  threeYearsFullOn,
} from '../law.ts'
import type { AbnormalClocks, ListedEntry, StandingGround } from './abnormal-clocks.ts'

export const firstOf = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined => {
  let first: CivilDate | undefined
  for (const day of days) if (day !== undefined && (first === undefined || day < first)) first = day
  return first
}

const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other)

/** A term that has run out is acted on the first working day; what was verified 查实, on the working day after. */
export const dayToList = ({ ground, since }: StandingGround): CivilDate =>
  ground === 'annual_report_missed' || ground === 'order_not_followed'
    ? nextWorkingDay(since)
    : addWorkingDays(since, 1)

/**
 * From when five working days run in which an entry is to be removed: the cure, and not before the listing itself; undefined while the ground
 * stands, or an officer judges.
 */
const removableFrom = (entry: ListedEntry, known: AbnormalClocks): CivilDate | undefined => {
  const cured = curedSince(entry, known) ?? undefined
  return cured === undefined ? undefined : later(cured, entry.listedOn)
}

/** The first working day of them. */
export const dayToRemove = (entry: ListedEntry, known: AbnormalClocks): CivilDate | undefined => {
  const from = removableFrom(entry, known)
  return from === undefined ? undefined : nextWorkingDay(from)
}

const remindedOn = remembered((listedOn): CivilDate => nextWorkingDay(reminderFrom(threeYearsFullOn(listedOn))))

/** Sixty days before three years are full; only enterprises have a rule of three years 异常名录办法第十五条. */
export const dayToRemind = (entry: ListedEntry, known: AbnormalClocks): CivilDate | undefined =>
  entry.form === 'enterprise' && !entry.reminded && removableFrom(entry, known) === undefined
    ? remindedOn(entry.listedOn)
    : undefined

/** The first day after three full years. */
export const dayOfThreeYears = (entry: ListedEntry, known: AbnormalClocks): CivilDate | undefined =>
  entry.form === 'enterprise' && !entry.threeYears && removableFrom(entry, known) === undefined
    ? addDays(threeYearsFullOn(entry.listedOn), 1)
    : undefined

const ofYear = (year: number | null): string => (year === null ? '' : `（${year}年度）`)

/** Who must do what by which day. */
export const clocksOf = (known: AbnormalClocks): readonly DutyClock[] => {
  const listings = known.grounds.map(({ ground, year, groundOn, authority, form }) => ({
    what: `${form === 'sole-trader' ? '标记为经营异常状态' : '列入经营异常名录'}：${groundText[ground]}${ofYear(year)}`,
    who: authority,
    by: listBy(groundOn),
    basis: listingBasis(form, ground, groundOn).map(encodeCitation)[0] ?? '',
  }))
  const removals = known.entries.flatMap((entry) => {
    const { ground, year, authority, form } = entry
    const from = removableFrom(entry, known)
    if (from === undefined) return []
    return [
      {
        what: `${form === 'sole-trader' ? '恢复正常记载状态' : '移出经营异常名录'}：${groundText[ground]}${ofYear(year)}`,
        who: authority,
        by: removeBy(from),
        basis: delistingBasis(form, ground, from).map(encodeCitation)[0] ?? '',
      },
    ]
  })
  const reminders = known.entries.flatMap((entry) => {
    const on = dayToRemind(entry, known)
    if (on === undefined) return []
    return [
      {
        what: `公告提示列入将满三年：${groundText[entry.ground]}${ofYear(entry.year)}`,
        who: entry.authority,
        by: threeYearsFullOn(entry.listedOn),
        basis: reminderBasis(on).map(encodeCitation)[0] ?? '',
      },
    ]
  })
  return [...listings, ...removals, ...reminders]
}

/** The first of the last days of these clocks, without their words: it is asked for with every change. */
export const firstLastDay = (known: AbnormalClocks): CivilDate | undefined =>
  firstOf([
    ...known.grounds.map(({ groundOn }) => listBy(groundOn)),
    ...known.entries.map((entry) => {
      const from = removableFrom(entry, known)
      return from === undefined ? undefined : removeBy(from)
    }),
    ...known.entries.map((entry) =>
      dayToRemind(entry, known) === undefined ? undefined : threeYearsFullOn(entry.listedOn),
    ),
  ])
