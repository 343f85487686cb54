import { normaliseUscc } from '@mingjian/codes'
import type { Checkpoint } from '@mingjian/proofs'
import { claimsOf, type LogPlace } from '@mingjian/proofs/log-proof'
import { checkpointOf } from './checkpoint.ts'
import type { Opening } from './entry.ts'
import { lookup, wayOf } from './map/lookup.ts'
import { readTogether } from './map/reader.ts'
import { readStanding } from './map/standing.ts'
import { ENTRY_PROTOCOL, type EntryProof, LISTS_PROTOCOL, type ListsProof } from './protocol.ts'
import type { EntryPlace, PublicLogStore } from './store.ts'
import { hashesOf, inclusionRanges } from './tree/ranges.ts'
import { ENTRIES, entryInBundle, WIDTH } from './tree/tile.ts'

export interface ProofPorts {
  readonly store: PublicLogStore
  /** Whether the public may see the event of a position today. */
  readonly isShown: (position: number) => Promise<boolean>
}

const base64 = (chunks: readonly Uint8Array[]): readonly string[] => chunks.map((bytes) => bytes.toBase64())

/** In the tree of the first checkpoint that has it, so that the proof of an entry is the same for ever; undefined while none has. */
export const inclusionOf = async (
  store: PublicLogStore,
  { index }: Pick<EntryPlace, 'index'>,
): Promise<LogPlace | undefined> => {
  const issued = await store.checkpoint({ over: index })
  if (issued === undefined) return undefined
  const bundle = { level: ENTRIES, index: Math.floor(index / WIDTH) }
  const [proof, [bytes]] = await Promise.all([
    hashesOf(inclusionRanges(index, issued.size), store.tiles),
    store.tiles([bundle]),
  ])
  if (bytes === undefined) throw new Error(`the bundle of entry ${index} is missing`)
  const text = new TextDecoder().decode(entryInBundle(bytes, index % WIDTH))
  return {
    ...{ origin: checkpointOf(issued).origin, index, treeSize: issued.size, checkpoint: issued.note },
    ...{ proof: base64(proof), entry: JSON.parse(text) as object },
  }
}

/** Undefined for an event that isn't in the log, `'withheld'` for one that may not be shown any more. */
export const entryProof = async (
  { store, isShown }: ProofPorts,
  position: number,
): Promise<EntryProof | 'withheld' | undefined> => {
  const place = await store.entry(position)
  const log = place && (await inclusionOf(store, place))
  if (place === undefined || log === undefined) return undefined
  const { opening } = place
  if (opening === undefined) return { protocol: ENTRY_PROTOCOL, log }
  if (!(await isShown(position))) return 'withheld'
  return { protocol: ENTRY_PROTOCOL, log, opening: JSON.parse(opening) as Opening }
}

/** As of now, or of the last checkpoint at a time; undefined where there was none yet. */
export const listsProof = async (store: PublicLogStore, code: string, at?: string): Promise<ListsProof | undefined> => {
  const issued = await store.checkpoint(at === undefined ? {} : { at })
  if (issued === undefined) return undefined
  const uscc = normaliseUscc(code)
  const checkpoint = checkpointOf(issued)
  const root = mapRootOf(checkpoint)
  const nodes = await wayOf(uscc, root, readTogether(store))
  const found = lookup(uscc, root, nodes)
  if ('fault' in found) throw new Error(`the map of the lists is damaged: ${found.fault}`)
  return {
    ...{ protocol: LISTS_PROTOCOL, uscc, lists: readStanding(found.value) },
    log: { origin: checkpoint.origin, treeSize: issued.size, checkpoint: issued.note },
    nodes: base64(nodes),
  }
}

const mapRootOf = (checkpoint: Checkpoint): Uint8Array => {
  const claims = claimsOf(checkpoint)
  if (claims === undefined) throw new Error('the log keeps a checkpoint without the root of the lists')
  return claims.mapRoot
}
