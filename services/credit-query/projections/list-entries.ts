import type { CivilDate } from '@mingjian/codes'
import { abnormalEndedBy, seriousEndedBy } from '@mingjian/credit-lists/law'
import type { RecordedEvent } from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'
import { type PublicRemedy, remedyIn } from '../remedy.ts'

export type ListKind = 'abnormal' | 'mark' | 'serious'

/** 移出 or 恢复; or, where the entry was an error or its ground has fallen, its rescission 撤销. */
export interface Removal {
  readonly kind: 'removed' | 'rescinded'
  readonly on: CivilDate
  readonly reason: string
  readonly authority: string
  readonly decision: string | null
  readonly basis: readonly Basis[]
}

/** What an entry is about; the same in every decision on one ground. */
interface About {
  readonly list: ListKind
  /** 列入事由: of the list of abnormal operations by its name, of the list of serious violations by its article. */
  readonly ground: string
  readonly reason: string
  readonly authority: string
  readonly basis: readonly Basis[]
  /** Which entry of the list of serious violations; null for the other lists. */
  readonly matter: string | null
  /** The penalty that it goes with. */
  readonly documentNo: string | null
  /** Last day on the list; null where it ends with its ground alone. */
  readonly until: CivilDate | null
  readonly measures: readonly string[]
  /** 移出条件和程序, where the decision tells them. */
  readonly wayOff: string | null
}
interface Decision {
  readonly year: number | null
  readonly listedOn: CivilDate
  readonly decision: string | null
  readonly remedy: PublicRemedy | null
}

/** One decision to list 列入 or mark 标记, with its end once it has one. */
export interface ListEntry extends About, Decision {
  readonly removal: Removal | null
  /** Its place in the log, by which a recall names it: two entries may share ground, year and day. An enterprise's own document keeps none. */
  readonly position?: number
}

/** What is in force on one ground: the decisions behind it, the first one's day and number in front. */
export interface Listing extends About, Omit<Decision, 'year'> {
  readonly years: readonly number[]
  readonly decisions: readonly Decision[]
}

export const LIST_EVENTS: readonly EventType[] = [
  'AbnormalOperationsListed',
  'AbnormalOperationsDelisted',
  'AbnormalStateMarked',
  'AbnormalStateCleared',
  'AbnormalListingRescinded',
  'SeriousViolationListed',
  'SeriousViolationRemoved',
  'SeriousViolationRescinded',
  'SeriousViolationReinstated',
]

// A history taken over from another system may not know the number.
const numberOr = (decision: string): string | null => (decision === '' ? null : decision)

/** The entry that an event makes; undefined for an event that makes none. */
export const entryOf = (event: RecordedEvent): ListEntry | undefined => {
  switch (event.type) {
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const { ground, year, reason, decision } = event.data
      return {
        list: event.type === 'AbnormalStateMarked' ? 'mark' : 'abnormal',
        ...{ ground, year, reason },
        listedOn: event.effectiveOn,
        authority: event.authority,
        decision: numberOr(decision),
        basis: basisOf(event.basis),
        remedy: remedyIn(event.data),
        removal: null,
        position: event.position,
        ...{ matter: null, documentNo: null, until: null, measures: [], wayOff: null },
      }
    }
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated': {
      const { matter, documentNo, article, reason, authority, decision, measures, removal, termEnds } = event.data
      return {
        list: 'serious',
        ground: article,
        year: null,
        ...{ reason, authority, matter, documentNo, measures },
        listedOn: event.effectiveOn,
        decision: numberOr(decision),
        basis: basisOf(event.basis),
        remedy: remedyIn(event.data),
        removal: null,
        position: event.position,
        until: termEnds,
        wayOff: removal,
      }
    }
    default:
      return undefined
  }
}

/** Which of the entries in force an event ends. */
export const endedBy = <E extends Pick<ListEntry, 'list' | 'ground' | 'year' | 'listedOn' | 'matter'>>(
  inForce: readonly E[],
  event: RecordedEvent,
): readonly E[] => {
  switch (event.type) {
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded':
      return abnormalEndedBy(
        inForce.filter(({ list }) => list !== 'serious'),
        event,
      )
    case 'SeriousViolationRemoved':
    case 'SeriousViolationRescinded':
      return seriousEndedBy(
        inForce.filter(({ list }) => list === 'serious'),
        event,
      )
    default:
      return []
  }
}

const removalOf = (event: RecordedEvent): Removal | undefined => {
  switch (event.type) {
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded':
    case 'SeriousViolationRemoved':
    case 'SeriousViolationRescinded':
      return {
        kind: event.type.endsWith('Rescinded') ? 'rescinded' : 'removed',
        on: event.effectiveOn,
        reason: event.data.reason,
        authority: event.authority,
        decision: numberOr(event.data.decision),
        basis: basisOf(event.basis),
      }
    default:
      return undefined
  }
}

export const entriesAfter = (entries: readonly ListEntry[], event: RecordedEvent): readonly ListEntry[] => {
  const made = entryOf(event)
  if (made !== undefined) return [...entries, made]
  const removal = removalOf(event)
  if (removal === undefined) return entries
  const inForce = entries.filter((entry) => entry.removal === null)
  const ended = new Set(endedBy(inForce, event))
  return entries.map((entry) => (ended.has(entry) ? { ...entry, removal } : entry))
}

export const listingsInForce = (entries: readonly ListEntry[]): readonly Listing[] => {
  const byGround = Map.groupBy(
    entries.filter(({ removal }) => removal === null),
    ({ list, ground, matter }) => `${list}/${ground}/${matter ?? ''}`,
  )
  return [...byGround.values()].flatMap((decisions) => {
    const [first] = decisions
    if (first === undefined) return []
    const { year: _, removal: __, position: ___, ...front } = first
    return [
      {
        ...front,
        years: decisions.flatMap(({ year }) => year ?? []).sort((a, b) => a - b),
        decisions: decisions.map(({ year, listedOn, decision, remedy }) => ({ year, listedOn, decision, remedy })),
      },
    ]
  })
}

/** The decisions behind what is in force. */
export const openEntries = (listings: readonly Listing[]): readonly ListEntry[] =>
  listings.flatMap(({ decisions, years: _, ...front }) =>
    decisions.map((decision) => ({ ...front, ...decision, removal: null })),
  )
