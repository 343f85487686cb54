import {
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from '@mingjian/proofs'
import { describe, expect, test } from 'vitest'
import type { Tile } from '../store.ts'
import { edgeOf, grown } from './growth.ts'
import { consistencyRanges, hashesOf, inclusionRanges, type ReadTiles } from './ranges.ts'
import { ENTRIES, entryInBundle, HASH, readTilePath, tilePath, widthIn } from './tile.ts'

const entries = (from: number, to: number): Uint8Array[] =>
  Array.from({ length: to - from }, (_, i) => new TextEncoder().encode(`entry ${from + i}`))

/** A log that grew by steps of these sizes, its tiles kept by their paths. */
const logOf = (steps: readonly number[]) => {
  const tiles = new Map<string, Tile>()
  let size = 0
  for (const step of steps) {
    const edge = edgeOf(size).map((place) => tiles.get(tilePath(place)) as Tile)
    const added = entries(size, size + step)
    for (const tile of grown(size, edge, added, added.map(leafHash))) tiles.set(tilePath(tile), tile)
    size += step
  }
  const readTiles: ReadTiles = async (places) => places.map((place) => tiles.get(tilePath(place))?.bytes)
  return { tiles, size, readTiles }
}
const SIZE = 66_000
const all = entries(0, SIZE)
const leaves = all.map(leafHash)
const log = logOf([1, 254, 1, 1, 300, 511, 2, 65_000 - 1070, 536, 1, 463])
const hex = (hashes: readonly Uint8Array[]): readonly string[] => hashes.map((hash) => hash.toHex())
const roots = new Map<number, Uint8Array>()
const rootOf = (size: number): Uint8Array => {
  const root = roots.get(size) ?? merkleRoot(all.slice(0, size))
  roots.set(size, root)
  return root
}

describe('a tree in tiles', () => {
  test('is the same whatever the steps in which it grew', () => {
    expect(log.size).toBe(SIZE)
    expect(logOf([SIZE]).tiles).toEqual(log.tiles)
  })

  test('has every leaf hash, entry and complete tile where the format puts them', () => {
    for (const index of [0, 255, 256, 65_535, 65_536, SIZE - 1]) {
      const at = { level: 0, index: Math.floor(index / 256) }
      const place = index % 256
      expect(log.tiles.get(tilePath(at))?.bytes.slice(place * HASH, (place + 1) * HASH)).toEqual(
        Uint8Array.from(leaves[index] ?? []),
      )
      const bundle = log.tiles.get(tilePath({ ...at, level: ENTRIES }))?.bytes ?? new Uint8Array()
      expect(new TextDecoder().decode(entryInBundle(bundle, place))).toBe(`entry ${index}`)
    }
    for (const { level, index, bytes } of log.tiles.values())
      if (level !== ENTRIES) expect(bytes.length / HASH).toBe(widthIn(SIZE, { level, index }))
    expect(log.tiles.get('tile/2/000')?.bytes.length).toBe(HASH)
  })

  test.each([1, 2, 255, 256, 257, 511, 65_535, 65_536, 65_537, SIZE])(
    'of %i entries gives the root and proofs that RFC 6962 gives',
    async (size) => {
      const [root] = await hashesOf([{ from: 0, to: size }], log.readTiles)
      expect(root?.toHex()).toBe(rootOf(size).toHex())
      for (const index of [0, 1, 254, 256, 1000, 65_536, size - 1].filter((index) => index < size)) {
        const proof = await hashesOf(inclusionRanges(index, size), log.readTiles)
        const leaf = leaves[index] as Uint8Array
        expect(verifyInclusion({ index, size, leaf, proof, root: rootOf(size) })).toBe(true)
        if (size < 600) expect(hex(proof)).toEqual(hex(inclusionProof(index, leaves.slice(0, size))))
      }
      for (const older of [1, 2, 3, 255, 256, 300, 65_536, size].filter((older) => older <= size)) {
        const proof = await hashesOf(consistencyRanges(older, size), log.readTiles)
        const [root1, root2] = [rootOf(older), rootOf(size)]
        expect(verifyConsistency({ size1: older, size2: size, root1, root2, proof })).toBe(true)
        if (size < 600) expect(hex(proof)).toEqual(hex(consistencyProof(older, leaves.slice(0, size))))
      }
    },
  )
})

describe('a path of a tile', () => {
  test.each([
    ['tile/0/000', { level: 0, index: 0 }, 256],
    ['tile/0/x001/067', { level: 0, index: 1067 }, 256],
    ['tile/1/x001/x234/067.p/17', { level: 1, index: 1_234_067 }, 17],
    ['tile/entries/004.p/1', { level: ENTRIES, index: 4 }, 1],
  ] as const)('%s', (path, place, width) => {
    expect(tilePath(place, width)).toBe(path)
    expect(readTilePath(path)).toEqual({ place, width })
  })

  test.each([
    'tile/0/0',
    'tile/0/x000/001',
    'tile/00/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/data/000',
    'tile/0/000.p/01',
  ])('%s is none', (path) => {
    expect(readTilePath(path)).toBeUndefined()
  })
})
