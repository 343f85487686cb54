import type { LogCheckpoint, LogPlace } from '@mingjian/proofs/log-proof'
import type { Opening } from './entry.ts'
import type { Standing } from './map/standing.ts'

// The proofs of this log as files, which are checked without us.

export const ENTRY_PROTOCOL = 'mingjian-entry-1'
export const LISTS_PROTOCOL = 'mingjian-lists-1'

/** That an event is in the log. */
export interface EntryProof {
  readonly protocol: typeof ENTRY_PROTOCOL
  readonly log: LogPlace
  /** Of an entry that is sealed. */
  readonly opening?: Opening
}

/** On which lists an enterprise is, or that it is on none, as of a checkpoint. */
export interface ListsProof {
  readonly protocol: typeof LISTS_PROTOCOL
  readonly uscc: string
  /** What the proof shows: empty for an enterprise on no list. */
  readonly lists: Standing
  readonly log: LogCheckpoint
  /** The nodes of the map from its root to where the enterprise is, or would be, base64. */
  readonly nodes: readonly string[]
}
