import type { CivilDate, RecordedEvent } from '@mingjian/kernel'
import type { AbnormalGround, EventType, Remedy } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'

/** 移出 or 恢复. */
export interface Removal {
  readonly on: CivilDate
  readonly reason: string
  readonly authority: string
  readonly decision: string | null
  readonly basis: readonly Basis[]
}

/** One decision to list 列入 or mark 标记, with its end once it has one. */
export interface ListEntry {
  readonly list: 'abnormal' | 'mark'
  readonly ground: AbnormalGround
  readonly year: number | null
  readonly reason: string
  readonly listedOn: CivilDate
  readonly authority: string
  readonly decision: string | null
  readonly basis: readonly Basis[]
  readonly remedy: Remedy | null
  readonly removal: Removal | null
}

/** What is in force on one ground: the decisions behind it, the first one's day and number in front. */
export interface Listing {
  readonly list: 'abnormal' | 'mark'
  readonly ground: AbnormalGround
  readonly reason: string
  readonly years: readonly number[]
  readonly listedOn: CivilDate
  readonly authority: string
  readonly decision: string | null
  readonly basis: readonly Basis[]
  readonly remedy: Remedy | null
  readonly decisions: readonly {
    readonly year: number | null
    readonly listedOn: CivilDate
    readonly decision: string | null
    readonly remedy: Remedy | null
  }[]
}

export const LIST_EVENTS: readonly EventType[] = [
  'AbnormalOperationsListed',
  'AbnormalOperationsDelisted',
  'AbnormalStateMarked',
  'AbnormalStateCleared',
]

// A history taken over from another system may not know the number.
const numberOr = (decision: string): string | null => (decision === '' ? null : decision)

/** A removal names the years that were made up for; other years of the same ground stay. */
export const isEnded = (
  entry: { readonly ground: AbnormalGround; readonly year: number | null },
  { ground, years }: { readonly ground: AbnormalGround; readonly years: readonly number[] },
): boolean => entry.ground === ground && (entry.year === null || years.includes(entry.year))

export const entriesAfter = (entries: readonly ListEntry[], event: RecordedEvent): readonly ListEntry[] => {
  switch (event.type) {
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const { ground, year, reason, decision, remedy } = event.data
      const entry: ListEntry = {
        list: event.type === 'AbnormalStateMarked' ? 'mark' : 'abnormal',
        ground,
        year,
        reason,
        listedOn: event.effectiveOn,
        authority: event.authority,
        decision: numberOr(decision),
        basis: basisOf(event.basis),
        remedy,
        removal: null,
      }
      return [...entries, entry]
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared': {
      const { reason, decision } = event.data
      const removal: Removal = {
        on: event.effectiveOn,
        reason,
        authority: event.authority,
        decision: numberOr(decision),
        basis: basisOf(event.basis),
      }
      return entries.map((entry) =>
        entry.removal === null && isEnded(entry, event.data) ? { ...entry, removal } : entry,
      )
    }
    default:
      return entries
  }
}

export const listingsInForce = (entries: readonly ListEntry[]): readonly Listing[] => {
  const byGround = Map.groupBy(
    entries.filter(({ removal }) => removal === null),
    ({ list, ground }) => `${list}/${ground}`,
  )
  return [...byGround.values()].flatMap((decisions) => {
    const [first] = decisions
    if (first === undefined) return []
    const { list, ground, reason, listedOn, authority, decision, basis, remedy } = first
    return [
      {
        list,
        ground,
        reason,
        years: decisions.flatMap(({ year }) => year ?? []).sort((a, b) => a - b),
        listedOn,
        authority,
        decision,
        basis,
        remedy,
        decisions: decisions.map(({ year, listedOn, decision, remedy }) => ({ year, listedOn, decision, remedy })),
      },
    ]
  })
}
