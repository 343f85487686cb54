import type { Fence } from '@mingjian/kernel'
import type { LogPlace } from '@mingjian/proofs/log-proof'
import { filesOf, tileOf } from './files.ts'
import { advance, type IntegrationPorts, reissue } from './integration.ts'
import { entryProof, inclusionOf, listsProof, type ProofPorts } from './proofs.ts'
import type { EntryProof, ListsProof } from './protocol.ts'
import { signersAfter } from './signing.ts'
import type { Issued } from './store.ts'
import { consistencyRanges, hashesOf } from './tree/ranges.ts'
import { readTilePath } from './tree/tile.ts'

export type PublicLogPorts = IntegrationPorts & ProofPorts

/** The public log: what is written goes under a lease, what is read needs none. */
export interface PublicLog {
  /** Enters the next events and signs the tree; returns how many positions of the event log that was. */
  advance(fence: Fence): Promise<number>
  /** Takes a new key into use beside those that sign; with `retire`, the newest alone goes on. */
  rotate(fence: Fence, how: 'add' | 'retire'): Promise<Issued | undefined>
  /** Position in the event log up to which everything is entered. */
  position(): Promise<number>
  checkpoint(): Promise<Issued | undefined>
  /** A file of C2SP tlog-tiles by its path, `tile/…`. */
  file(path: string): Promise<Uint8Array | undefined>
  /** All of them, for a checkpoint. */
  files(issued: Issued): AsyncIterable<{ readonly path: string; readonly bytes: Uint8Array }>
  /** Where the event of a position stands. */
  place(position: number): Promise<LogPlace | undefined>
  /** When a checkpoint first had the event of a position. */
  enteredAt(position: number): Promise<string | undefined>
  /** RFC 6962 proof that one tree is another, grown; base64. */
  consistency(older: number, newer: number): Promise<readonly string[]>
  entry(position: number): Promise<EntryProof | 'withheld' | undefined>
  /** As of the newest checkpoint, or of the newest at a time. */
  lists(uscc: string, at?: string): Promise<ListsProof | undefined>
}

export const publicLog = (ports: PublicLogPorts): PublicLog => {
  const { store, keys } = ports
  return {
    advance: (fence) => advance(ports, fence),
    rotate: async (fence, how) => {
      const signers = await signersAfter(await store.checkpoint(), keys)
      const newest = signers.at(-1)
      if (newest === undefined) throw new Error('a log that was begun has a key')
      await reissue(ports, fence, how === 'add' ? [...signers, await keys.make(newest.key.name)] : [newest])
      return store.checkpoint()
    },
    position: async () => (await store.head())?.position ?? 0,
    checkpoint: () => store.checkpoint(),
    file: async (path) => {
      const read = readTilePath(path)
      return read && tileOf(store, read.place, read.width)
    },
    files: (issued) => filesOf(store, issued),
    place: async (position) => {
      const place = await store.entry(position)
      return place && inclusionOf(store, place)
    },
    enteredAt: async (position) => {
      const place = await store.entry(position)
      return place && (await store.checkpoint({ over: place.index }))?.issuedAt
    },
    consistency: async (older, newer) =>
      (await hashesOf(consistencyRanges(older, newer), store.tiles)).map((hash) => hash.toBase64()),
    entry: (position) => entryProof(ports, position),
    lists: (uscc, at) => listsProof(store, uscc, at),
  }
}
