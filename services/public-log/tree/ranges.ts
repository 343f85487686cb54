import { nodeHash } from '@mingjian/proofs'
import type { TilePlace } from '../store.ts'
import { HASH, hashOver, spanOf, WIDTH } from './tile.ts'

// Which parts of a tree a proof of RFC 6962 is made of, and their hashes from the tiles.

/** Entries `from` to `to`, the last not included. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Largest power of two below `size`. */
const split = (size: number): number => {
  let half = 1
  while (2 * half < size) half *= 2
  return half
}

/** PATH(index, D[size]) of RFC 6962 §2.1.1 as ranges of entries, the nearest sibling first. */
export const inclusionRanges = (index: number, size: number): readonly Range[] => {
  const ranges: Range[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + split(to - from)
    ranges.push(index < middle ? { from: middle, to } : { from, to: middle })
    if (index < middle) to = middle
    else from = middle
  }
  return ranges.reverse()
}

/** PROOF(older, D[newer]) of RFC 6962 §2.1.2 as ranges of entries; empty where there is nothing to prove. */
export const consistencyRanges = (older: number, newer: number): readonly Range[] => {
  if (older === 0 || older === newer) return []
  const ranges: Range[] = []
  let from = 0
  let to = newer
  while (to !== older) {
    const middle = from + split(to - from)
    ranges.push(older <= middle ? { from: middle, to } : { from, to: middle })
    if (older <= middle) to = middle
    else from = middle
  }
  // The old tree itself is known to who asks, unless it is not one whole part.
  return from === 0 ? ranges.reverse() : [{ from, to }, ...ranges.reverse()]
}

/** Complete subtrees that a range is made of, from the left: the largest first, since a range begins where a subtree of its size does. */
const completeParts = ({ from, to }: Range): readonly Range[] => {
  const parts: Range[] = []
  for (let at = from; at < to; ) {
    const rest = to - at
    const size = 2 ** Math.floor(Math.log2(rest))
    parts.push({ from: at, to: at + size })
    at += size
  }
  return parts
}

/** The tile in which a complete subtree is found, and the run of hashes there that it is the tree of. */
const runOf = ({ from, to }: Range): { readonly place: TilePlace; readonly first: number; readonly last: number } => {
  let level = 0
  while (spanOf(level + 1) <= to - from) level += 1
  const first = from / spanOf(level)
  const index = Math.floor(first / WIDTH)
  return { place: { level, index }, first: first - index * WIDTH, last: to / spanOf(level) - index * WIDTH }
}

/** Reads tiles, each as wide as it is by now. */
export type ReadTiles = (places: readonly TilePlace[]) => Promise<readonly (Uint8Array | undefined)[]>

const key = ({ level, index }: TilePlace): string => `${level}/${index}`

/** The tree hash over each range. Every tile is read once, all of them together. */
export const hashesOf = async (ranges: readonly Range[], readTiles: ReadTiles): Promise<readonly Uint8Array[]> => {
  const runs = ranges.map((range) => completeParts(range).map(runOf))
  const places = new Map(runs.flat().map(({ place }) => [key(place), place]))
  const read = await readTiles([...places.values()])
  const tiles = new Map([...places.keys()].map((name, at) => [name, read[at]]))
  return runs.map((parts) =>
    parts
      .map(({ place, first, last }) => {
        const tile = tiles.get(key(place))
        if (tile === undefined || tile.length < last * HASH)
          throw new RangeError(`tile ${key(place)} does not reach to ${last}`)
        return hashOver(tile, first, last)
      })
      .reduceRight((right, left) => nodeHash(left, right)),
  )
}
