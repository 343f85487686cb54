import type { CivilDate } from '@mingjian/codes'
import type { EventOf } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import type { Cures } from './cures.ts'
import { abnormalEndedBy, abnormalEntryAfter, abnormalEntryOf, curedSince, type OpenEntry } from './entries.ts'

export interface Entry extends OpenEntry {
  /** Its place in the log, which tells it from another of the same ground, year and day; unknown within the batch that decides it. */
  readonly position: number | undefined
  /** How the ground was verified to be gone. */
  readonly cure: string | null
  readonly ended: { readonly on: CivilDate; readonly rescinded: boolean; readonly reason: string } | null
}
export interface Entries {
  readonly entries: readonly Entry[]
  /** The conditions of revocation are on record for what is listed now. */
  readonly lead: boolean
}
export const noEntries: Entries = { entries: [], lead: false }

/** Entries in force, of one ground or of all. */
export const inForce = ({ entries }: Entries, ground?: AbnormalGround): readonly Entry[] =>
  entries.filter((entry) => entry.ended === null && (ground === undefined || entry.ground === ground))

/** Whether an entry can be removed on a day: its ground is gone by then, or an officer judges that it is. */
export const isRemovable = (entry: Entry, cures: Cures, on: CivilDate): boolean => {
  const since = curedSince(entry, cures)
  return since === null || (since !== undefined && since <= on)
}

/** Whether the ground of every entry in force is gone by that day. */
export const isCured = (state: Entries, cures: Cures, ground: AbnormalGround, on: CivilDate): boolean =>
  inForce(state, ground).every((entry) => isRemovable(entry, cures, on))

/** The events of the stream. */
export type AbnormalEvent = EventOf<
  | 'AbnormalOperationsListed'
  | 'AbnormalStateMarked'
  | 'AbnormalOperationsDelisted'
  | 'AbnormalStateCleared'
  | 'AbnormalListingRescinded'
  | 'AbnormalCureVerified'
  | 'AbnormalListingReminderPublished'
  | 'AbnormalListingReachedThreeYears'
  | 'RevocationConditionsMet'
  | 'PublicRecordRecalled'
>

const changed = (state: Entries, which: readonly Entry[], change: (entry: Entry) => Entry): Entries => ({
  ...state,
  entries: state.entries.map((entry) => (which.includes(entry) ? change(entry) : entry)),
})

export const evolve = (state: Entries, event: AbnormalEvent): Entries => {
  switch (event.type) {
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const entry = { ...abnormalEntryOf(event), position: event.position, cure: null, ended: null }
      return { ...state, entries: [...state.entries, entry] }
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded': {
      const { reason } = event.data
      const ended = { on: event.effectiveOn, rescinded: event.type === 'AbnormalListingRescinded', reason }
      const left = changed(state, abnormalEndedBy(inForce(state), event), (entry) => ({ ...entry, ended }))
      // With the address or the years the conditions of revocation fall away.
      return { ...left, lead: false }
    }
    case 'AbnormalCureVerified': {
      const { ground, cure } = event.data
      return changed(state, inForce(state, ground), (entry) => ({ ...abnormalEntryAfter(entry, event), cure }))
    }
    case 'AbnormalListingReminderPublished':
    case 'AbnormalListingReachedThreeYears':
      return changed(state, inForce(state), (entry) => abnormalEntryAfter(entry, event))
    case 'RevocationConditionsMet':
      return { ...state, lead: true }
    case 'PublicRecordRecalled':
      return state
    default:
      event satisfies never
      return state
  }
}
