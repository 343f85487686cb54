import type { CivilDate, RecordedEvent } from '@mingjian/kernel'
import type { AbnormalGround, EventType } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'
import { type PublicRemedy, remedyIn } from '../remedy.ts'

/** 移出 or 恢复; or, where the entry was an error, its rescission 撤销. */
export interface Removal {
  readonly kind: 'removed' | 'rescinded'
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
  readonly remedy: PublicRemedy | null
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
  readonly remedy: PublicRemedy | null
  readonly decisions: readonly {
    readonly year: number | null
    readonly listedOn: CivilDate
    readonly decision: string | null
    readonly remedy: PublicRemedy | null
  }[]
}

export const LIST_EVENTS: readonly EventType[] = [
  'AbnormalOperationsListed',
  'AbnormalOperationsDelisted',
  'AbnormalStateMarked',
  'AbnormalStateCleared',
  'AbnormalListingRescinded',
]

// A history taken over from another system may not know the number.
const numberOr = (decision: string): string | null => (decision === '' ? null : decision)

type Which = Pick<ListEntry, 'ground' | 'year' | 'listedOn'>

/**
 * Whether an event ends an entry. A removal names the years that were made up for, other years of the same ground stay, and so does what
 * was listed after it; a rescission names the entry.
 */
export const isEnded = ({ ground, year, listedOn }: Which, event: RecordedEvent): boolean => {
  switch (event.type) {
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared': {
      const { years } = event.data
      return ground === event.data.ground && listedOn <= event.effectiveOn && (year === null || years.includes(year))
    }
    case 'AbnormalListingRescinded':
      return ground === event.data.ground && year === event.data.year && listedOn === event.data.listedOn
    default:
      return false
  }
}

export const entriesAfter = (entries: readonly ListEntry[], event: RecordedEvent): readonly ListEntry[] => {
  switch (event.type) {
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const { ground, year, reason, decision } = event.data
      const entry: ListEntry = {
        list: event.type === 'AbnormalStateMarked' ? 'mark' : 'abnormal',
        ground,
        year,
        reason,
        listedOn: event.effectiveOn,
        authority: event.authority,
        decision: numberOr(decision),
        basis: basisOf(event.basis),
        remedy: remedyIn(event.data),
        removal: null,
      }
      return [...entries, entry]
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded': {
      const { reason, decision } = event.data
      const removal: Removal = {
        kind: event.type === 'AbnormalListingRescinded' ? 'rescinded' : 'removed',
        on: event.effectiveOn,
        reason,
        authority: event.authority,
        decision: numberOr(decision),
        basis: basisOf(event.basis),
      }
      return entries.map((entry) => (entry.removal === null && isEnded(entry, event) ? { ...entry, removal } : entry))
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
