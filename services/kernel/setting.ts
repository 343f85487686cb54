import { addDays, type CivilDate } from './calendar.ts'
import type { Kind } from './kind.ts'
import type { Confidence } from './law.ts'

/** A value that an authority sets or still has to verify, for the days from the first to the last, both included. */
export interface SettingVersion<T> {
  readonly value: T
  readonly from: CivilDate
  readonly to?: CivilDate
  /** The document it rests on, in words. */
  readonly basis: string
  readonly confidence: Confidence
  /** Why this value until the official text is at hand. */
  readonly reason?: string
}

/** A dated value of law that is data: a local threshold, a yearly exception, a ratio. Versions oldest first. */
export interface Setting<T> {
  /** Kept for ever in the log. */
  readonly name: string
  readonly kind: Kind<T>
  readonly versions: readonly SettingVersion<T>[]
}

/** The version for that day; the nearest where the setting doesn't reach it. Throws RangeError for a setting without a version. */
export const settingOn = <T>({ name, versions }: Setting<T>, on: CivilDate): SettingVersion<T> => {
  const version = versions.findLast(({ from }) => from <= on) ?? versions[0]
  if (version === undefined) throw new RangeError(`${name} has no version.`)
  return version
}

/** Why a setting can't be taken as it is: a wrong value, two versions for one day, a day between two without any, an order that isn't time's. */
export const settingFaults = <T>({ kind, versions }: Setting<T>): readonly string[] => {
  if (versions.length === 0) return ['no version']
  return versions.flatMap(({ value, from, to }, at) => {
    const next = versions[at + 1]
    const wrong = kind.is(value) ? [] : [`${from}: the value must be ${kind.wanted}`]
    if (to !== undefined && to < from) return [...wrong, `${from} ends on ${to}`]
    if (next === undefined) return wrong
    if (to === undefined || next.from <= to) return [...wrong, `${from} and ${next.from} overlap`]
    return next.from === addDays(to, 1) ? wrong : [...wrong, `no value from ${addDays(to, 1)} to ${next.from}`]
  })
}
