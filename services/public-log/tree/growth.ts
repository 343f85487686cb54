import type { Tile, TilePlace } from '../store.ts'
import { bundled, ENTRIES, HASH, hashOver, spanOf, WIDTH, widthIn } from './tile.ts'

/** The tiles at the right edge of a tree that are not full, and its last bundle: what growing goes on from. */
export const edgeOf = (size: number): readonly TilePlace[] => {
  const places: TilePlace[] = []
  if (size % WIDTH > 0) places.push({ level: ENTRIES, index: Math.floor(size / WIDTH) })
  for (let level = 0; spanOf(level) <= size; level += 1) {
    const place = { level, index: Math.floor(size / (spanOf(level) * WIDTH)) }
    if (widthIn(size, place) > 0) places.push(place)
  }
  return places
}

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}
const flat = (hashes: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(hashes.length * HASH)
  for (const [at, hash] of hashes.entries()) bytes.set(hash, at * HASH)
  return bytes
}

/** The tiles and bundles that a tree of `size` entries has more, or wider, with these entries behind its own. `edge`: those of `edgeOf`. */
export const grown = (
  size: number,
  edge: readonly Tile[],
  entries: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): readonly Tile[] => {
  const atEdge = (level: number): Uint8Array => edge.find((tile) => tile.level === level)?.bytes ?? new Uint8Array()
  const tiles: Tile[] = []
  for (let from = 0, index = Math.floor(size / WIDTH); from < entries.length; index += 1) {
    const taken = entries.slice(from, from + WIDTH - (from === 0 ? size % WIDTH : 0))
    const before = from === 0 ? atEdge(ENTRIES) : new Uint8Array()
    tiles.push({ level: ENTRIES, index, bytes: joined(before, bundled(taken)) })
    from += taken.length
  }
  let added = leaves
  for (let level = 0; added.length > 0; level += 1) {
    const first = Math.floor(size / (spanOf(level) * WIDTH))
    const row = joined(atEdge(level), flat(added))
    const full: Uint8Array[] = []
    for (let at = 0; at * WIDTH * HASH < row.length; at += 1) {
      const bytes = row.slice(at * WIDTH * HASH, (at + 1) * WIDTH * HASH)
      tiles.push({ level, index: first + at, bytes })
      if (bytes.length === WIDTH * HASH) full.push(hashOver(bytes))
    }
    added = full
  }
  return tiles
}
