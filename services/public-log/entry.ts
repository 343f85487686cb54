import type { CivilDate } from '@mingjian/codes'
import type { RecordedEvent } from '@mingjian/kernel'
import { canonicalJson, digestHex } from '@mingjian/proofs'
import type { EventType } from '@mingjian/schemas'
import { LONGEST_ENTRY } from './tree/tile.ts'

/** What the public may see of an event. */
export interface PublicPart {
  readonly position: number
  readonly type: EventType
  readonly subject: string
  readonly effectiveOn: CivilDate
  /** RFC 3339 UTC. */
  readonly recordedAt: string
  readonly authority: string
  readonly basis: readonly object[]
  readonly data: Readonly<Record<string, unknown>>
}

/** `undefined` for an event that the public may not see on that day. */
export type PublicPartOf = (event: RecordedEvent, day: CivilDate) => PublicPart | undefined

const utf8 = new TextEncoder()

/** What an entry that is sealed says: its seal is the SHA-256 of the opening. */
export interface Seal {
  readonly position: number
  readonly recordedAt: string
  readonly sealed: string
}

/** What opens a seal; the salt keeps anybody from guessing. */
export interface Opening {
  readonly part: PublicPart
  /** 32 random bytes in hexadecimal. */
  readonly salt: string
}

export interface Entry {
  /** Canonical JSON (RFC 8785): what the tree is made of. */
  readonly bytes: Uint8Array
  /** Canonical JSON of an `Opening`; absent for an entry that stands in the open. */
  readonly opening?: string
}

/**
 * The entry of what is public of an event. What may be recalled is given to the tree under a seal, since the tree can't forget; and so is
 * what is longer than an entry may be, such as a plan with thousands of exclusions: its proof carries it.
 */
export const entryOf = (part: PublicPart, recallable: ReadonlySet<EventType>, salt: () => string): Entry => {
  const bytes = utf8.encode(canonicalJson(part))
  if (!recallable.has(part.type) && bytes.length <= LONGEST_ENTRY) return { bytes }
  const { position, recordedAt } = part
  const opening = canonicalJson({ part, salt: salt() } satisfies Opening)
  const seal: Seal = { position, recordedAt, sealed: digestHex('sha-256', opening) }
  return { bytes: utf8.encode(canonicalJson(seal)), opening }
}
