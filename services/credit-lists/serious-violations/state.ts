import type { CivilDate } from '@mingjian/codes'
import { type EventOf, notBegun, type Progress, progressed } from '@mingjian/kernel'
import { type SeriousEntry, seriousEndedBy, seriousEntryOf } from './entries.ts'

export interface Entry extends SeriousEntry {
  readonly restrictedUntil: CivilDate | null
  /** Its place in the log; unknown within the batch that decides it. */
  readonly position: number | undefined
  readonly reinstated: boolean
  readonly ended: { readonly on: CivilDate; readonly manner: 'term' | 'early' | 'cure' | 'rescinded' } | null
}

export type Stage =
  | 'none'
  /** 告知 */
  | 'notified'
  /** 不予列入 */
  | 'dropped'
  /** 列入 */
  | 'listed'
  /** 申请提前移出 */
  | 'applied'
  /** 受理 */
  | 'accepted'
  /** 提前移出 */
  | 'removed'
  /** The term is full, or what it rested on has fallen. */
  | 'ended'

/** What a listing is about, from the notice to the end of the entry. */
export interface Matter extends Progress<Stage> {
  /** The ground that the notice named. */
  readonly article: string
  readonly statementBy: CivilDate
  /** Statements that were received, each with its day. */
  readonly statements: ReadonlySet<string>
  readonly consentedOn: CivilDate | null
  /** The entry in force, or the last one that was. */
  readonly entry: Entry | null
}
export type SeriousViolations = ReadonlyMap<string, Matter>

export const noMatter: Matter = {
  ...notBegun,
  article: '',
  statementBy: '',
  statements: new Set(),
  consentedOn: null,
  entry: null,
}

/** Entries in force. */
export const inForce = (state: SeriousViolations): readonly Entry[] =>
  [...state.values()].flatMap(({ entry }) => (entry === null || entry.ended !== null ? [] : [entry]))

/** The events of the stream. */
export type SeriousEvent = EventOf<
  | 'SeriousListingNotified'
  | 'SeriousListingStatementReceived'
  | 'SeriousListingConsented'
  | 'SeriousListingDropped'
  | 'SeriousViolationListed'
  | 'SeriousViolationReinstated'
  | 'SeriousEarlyRemovalApplied'
  | 'SeriousEarlyRemovalAccepted'
  | 'SeriousEarlyRemovalDeclined'
  | 'SeriousEarlyRemovalRefused'
  | 'SeriousViolationRemoved'
  | 'SeriousViolationRescinded'
  | 'PublicRecordRecalled'
>
type OfMatter = Exclude<SeriousEvent, EventOf<'PublicRecordRecalled'>>

const ended = (matter: Matter, event: EventOf<'SeriousViolationRemoved' | 'SeriousViolationRescinded'>): Matter => {
  const manner = event.type === 'SeriousViolationRescinded' ? 'rescinded' : (event.data.manner as 'term')
  const [entry] = seriousEndedBy(matter.entry === null ? [] : [matter.entry], event)
  if (entry === undefined) return matter
  return {
    ...matter,
    stage: event.type === 'SeriousViolationRemoved' && event.data.manner === 'early' ? 'removed' : 'ended',
    entry: { ...entry, ended: { on: event.effectiveOn, manner } },
  }
}

const moved = (matter: Matter, event: OfMatter): Matter => {
  switch (event.type) {
    case 'SeriousListingNotified': {
      const { article, statementBy } = event.data
      return { ...matter, stage: 'notified', article, statementBy }
    }
    case 'SeriousListingStatementReceived': {
      const { receivedOn, statement } = event.data
      return { ...matter, statements: new Set(matter.statements).add(`${receivedOn}/${statement}`) }
    }
    case 'SeriousListingConsented':
      return { ...matter, consentedOn: event.data.consentedOn }
    case 'SeriousListingDropped':
      return { ...matter, stage: 'dropped' }
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated': {
      const isNew = event.type === 'SeriousViolationListed'
      const entry: Entry = {
        ...seriousEntryOf(event),
        // A restriction by law goes on, however often an entry is reinstated.
        restrictedUntil: isNew ? event.data.restrictedUntil : (matter.entry?.restrictedUntil ?? null),
        position: event.position,
        reinstated: !isNew,
        ended: null,
      }
      return { ...matter, stage: 'listed', entry }
    }
    case 'SeriousEarlyRemovalApplied':
      return { ...matter, stage: 'applied' }
    case 'SeriousEarlyRemovalAccepted':
      return { ...matter, stage: 'accepted' }
    case 'SeriousEarlyRemovalDeclined':
    case 'SeriousEarlyRemovalRefused':
      return { ...matter, stage: 'listed' }
    case 'SeriousViolationRemoved':
    case 'SeriousViolationRescinded':
      return ended(matter, event)
    default:
      event satisfies never
      return matter
  }
}

export const evolve = (state: SeriousViolations, event: SeriousEvent): SeriousViolations => {
  if (event.type === 'PublicRecordRecalled') return state
  const { matter } = event.data
  const before = state.get(matter) ?? noMatter
  return new Map(state).set(matter, progressed(before, moved(before, event), event))
}
