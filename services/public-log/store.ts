import type { Fence } from '@mingjian/kernel'
import type { VerifierKey } from '@mingjian/proofs'

// What the public log keeps and signs with, as ports.

/** Level −1 holds bundles of entries. */
export interface TilePlace {
  readonly level: number
  readonly index: number
}
export interface Tile extends TilePlace {
  readonly bytes: Uint8Array
}

export interface PublicLogHead {
  /** Entries integrated. */
  readonly size: number
  /** Position in the event log up to which events have been looked at. */
  readonly position: number
  readonly mapRoot: Uint8Array
}

/** A checkpoint as it was issued. */
export interface Issued {
  readonly size: number
  /** RFC 3339 UTC. */
  readonly issuedAt: string
  /** Signed note, with the witnesses' signatures that have come in. */
  readonly note: string
  /** Verifier key lines of those that the log signed it with, the newest last. */
  readonly keys: readonly string[]
}

export interface EntryPlace {
  readonly index: number
  /** Position of the event that it tells of. */
  readonly position: number
  /** What opens an entry that is sealed. */
  readonly opening?: string
}

/** One step of the log: all of it is kept, or nothing. */
export interface Integration {
  /** Undefined: this step begins the log. */
  readonly before: PublicLogHead | undefined
  readonly after: PublicLogHead
  readonly tiles: readonly Tile[]
  readonly entries: readonly EntryPlace[]
  readonly nodes: readonly { readonly name: Uint8Array; readonly bytes: Uint8Array }[]
  /** Absent where there was nothing to enter. */
  readonly checkpoint?: Issued
}

/**
 * An implementation MUST refuse a step that doesn't begin where the log ends, or whose lease has passed on; MUST refuse to change a byte of
 * a tile that is there, only to add behind it; MUST show nothing of a step before all of it is kept.
 */
export interface PublicLogStore {
  /** Undefined for a log that was never begun. */
  head(): Promise<PublicLogHead | undefined>
  integrate(step: Integration, fence: Fence): Promise<'integrated' | 'overtaken' | 'fenced'>
  /** Each as wide as it is by now. */
  tiles(places: readonly TilePlace[]): Promise<readonly (Uint8Array | undefined)[]>
  nodes(names: readonly Uint8Array[]): Promise<readonly (Uint8Array | undefined)[]>
  /** Where the event of a position is entered. */
  entry(position: number): Promise<EntryPlace | undefined>
  /** The newest; with `over`, the first whose tree has that entry; with `at`, the newest of that time. */
  checkpoint(which?: { readonly over?: number; readonly at?: string }): Promise<Issued | undefined>
  /** Adds signature lines of witnesses to a checkpoint. */
  cosign(issued: Pick<Issued, 'size' | 'issuedAt'>, lines: string): Promise<void>
}

/** Signs notes; the private key stays where it is. */
export interface NoteSigner {
  readonly key: VerifierKey
  sign(text: string): Promise<Uint8Array>
}

/** Keys of the log. */
export interface SigningKeys {
  /** Whether they are given from outside, so that none is made here. */
  readonly given: boolean
  held(): Promise<readonly NoteSigner[]>
  /** Makes and keeps a new one; without a name it is given one that no other log has. */
  make(name?: string): Promise<NoteSigner>
}
