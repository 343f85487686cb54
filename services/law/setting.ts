import { addDays, type CivilDate } from '@mingjian/codes'
import type { Confidence, Provision } from './citations.ts'
import { fits, type Member } from './question.ts'

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
  /** The authority that set it; absent for what the platform ships. */
  readonly setBy?: string
}

/** How far an authority reaches. */
export type Level = 'nation' | 'province' | 'local'

/** A dated value of law that is data: a local threshold, a yearly exception, a ratio. Versions oldest first. */
export interface Setting<T> {
  /** Kept for ever in the log. */
  readonly name: string
  /** In the law's words. */
  readonly title: string
  readonly kind: Member<T>
  /** The lowest level that may set it. */
  readonly setBy: Level
  /** The provision that leaves it to an authority. */
  readonly provision: Provision
  /** What is wrong with a value of the right kind. */
  faults?(value: T): readonly string[]
  readonly versions: readonly SettingVersion<T>[]
}

/** The version for that day; the nearest where the setting doesn't reach it. Throws RangeError for a setting without a version. */
export const settingOn = <T>({ name, versions }: Setting<T>, on: CivilDate): SettingVersion<T> => {
  const version = versions.findLast(({ from }) => from <= on) ?? versions[0]
  if (version === undefined) throw new RangeError(`${name} has no version.`)
  return version
}

/** The faults of a setting: a wrong value, two versions for one day, a gap between two, an order that isn't that of time. */
export const settingFaults = <T>(setting: Setting<T>): readonly string[] => {
  const { kind, versions } = setting
  if (versions.length === 0) return ['no version']
  return versions.flatMap(({ value, from, to }, at) => {
    const next = versions[at + 1]
    const wrong = fits(kind, value)
      ? (setting.faults?.(value) ?? []).map((fault) => `${from}: ${fault}`)
      : [`${from}: the value must be ${kind.wanted.en}`]
    if (to !== undefined && to < from) return [...wrong, `${from} ends on ${to}`]
    if (next === undefined) return wrong
    if (to === undefined || next.from <= to) return [...wrong, `${from} and ${next.from} overlap`]
    return next.from === addDays(to, 1) ? wrong : [...wrong, `no value from ${addDays(to, 1)} to ${next.from}`]
  })
}

type Versions<T> = readonly SettingVersion<T>[]
const byFrom = <T>(versions: Versions<T>): Versions<T> => versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
const ending = <T>({ to: _, ...version }: SettingVersion<T>, to: CivilDate | undefined): SettingVersion<T> =>
  to === undefined ? version : { ...version, to }

/**
 * The versions with one more: it replaces the one of the same first day, and an open one before it ends on the day before. `settingFaults`
 * reports overlaps and gaps that remain.
 */
export const withVersion = <T>(versions: Versions<T>, added: SettingVersion<T>): Versions<T> => {
  const others = versions
    .filter(({ from }) => from !== added.from)
    .map((version) =>
      version.to === undefined && version.from < added.from ? ending(version, addDays(added.from, -1)) : version,
    )
  return byFrom([...others, added])
}

/** The parts of a version outside another: before it, after it, or all of it. */
const besides = <T>(version: SettingVersion<T>, { from, to }: SettingVersion<T>): Versions<T> => {
  if (from > (version.to ?? from) || (to !== undefined && to < version.from)) return [version]
  return [
    ...(version.from < from ? [ending(version, addDays(from, -1))] : []),
    ...(to !== undefined && (version.to === undefined || to < version.to)
      ? [{ ...version, from: addDays(to, 1) }]
      : []),
  ]
}

/** `over` on the days that it covers, `under` on all others. */
export const overlaid = <T>(under: Versions<T>, over: Versions<T>): Versions<T> =>
  over.reduce((versions, one) => byFrom([...versions.flatMap((version) => besides(version, one)), one]), under)
