import { merkleTreeOver } from '@mingjian/proofs'
import type { TilePlace } from '../store.ts'

// C2SP tlog-tiles: the hashes of the tree in tiles 256 wide and eight levels high, the entries in bundles of 256.

export const WIDTH = 256
export const HASH = 32
/** Hashes of a tile at level n stand for subtrees of 256^n entries. */
export const spanOf = (level: number): number => WIDTH ** level

/** How many of a tile's hashes a tree of this size has. */
export const widthIn = (size: number, { level, index }: TilePlace): number =>
  Math.max(0, Math.min(WIDTH, Math.floor(size / spanOf(Math.max(level, 0))) - index * WIDTH))

/** Where the bundles of entries are among the tiles. */
export const ENTRIES = -1

/** `x001/x234/067`: no folder gets more than a thousand members. */
const numbered = (index: number): string => {
  const last = String(index % 1000).padStart(3, '0')
  const above = Math.floor(index / 1000)
  return above === 0 ? last : `${numberedAbove(above)}/${last}`
}
const numberedAbove = (index: number): string => {
  const last = `x${String(index % 1000).padStart(3, '0')}`
  const above = Math.floor(index / 1000)
  return above === 0 ? last : `${numberedAbove(above)}/${last}`
}

/** `tile/0/x001/067`, `tile/entries/000.p/17`; a tile that isn't full names its width. */
export const tilePath = ({ level, index }: TilePlace, width = WIDTH): string =>
  `tile/${level === ENTRIES ? 'entries' : level}/${numbered(index)}${width === WIDTH ? '' : `.p/${width}`}`

/** What a path names; undefined for what isn't written as `tilePath` writes it. */
export const readTilePath = (path: string): { readonly place: TilePlace; readonly width: number } | undefined => {
  const [, levelText = '', indexText = '', widthText] =
    /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
  const place = {
    level: levelText === 'entries' ? ENTRIES : Number(levelText),
    index: Number(indexText.replace(/[x/]/g, '')),
  }
  const width = widthText === undefined ? WIDTH : Number(widthText)
  return width > 0 && tilePath(place, width) === path ? { place, width } : undefined
}

/** The hash over a run of a tile's hashes; a whole tile gives the hash that stands for it one level up. */
export const hashOver = (tile: Uint8Array, from = 0, to = tile.length / HASH): Uint8Array =>
  merkleTreeOver(tile.subarray(from * HASH, to * HASH))

/** The entries of a bundle, one after the other, each behind its length in two bytes. */
export const bundled = (entries: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(entries.reduce((sum, { length }) => sum + 2 + length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const entry of entries) {
    view.setUint16(at, entry.length)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}
export const LONGEST_ENTRY = 65_535

/** The first so many entries of a bundle, as they are in it. */
export const firstOfBundle = (bundle: Uint8Array, count: number): Uint8Array => {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.length)
  let at = 0
  for (let entry = 0; entry < count; entry += 1) at += 2 + view.getUint16(at)
  return bundle.subarray(0, at)
}

/** One entry of a bundle. */
export const entryInBundle = (bundle: Uint8Array, at: number): Uint8Array =>
  firstOfBundle(bundle, at + 1).subarray(firstOfBundle(bundle, at).length + 2)
