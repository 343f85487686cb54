import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  merkleTreeOf,
  merkleTreeOver,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

const vectors = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`./vectors/rfc6962-merkle/${file}`, import.meta.url), 'utf8'))
const bytes = (base64: string): Uint8Array => Uint8Array.fromBase64(base64)

interface Vector {
  readonly file: string
  readonly wantErr: boolean
  readonly proof: readonly string[] | null
}
interface InclusionVector extends Vector {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
}
interface ConsistencyVector extends Vector {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
}
const reference = vectors<{ leaves_hex: string[]; roots_by_size: string[] }>('roots.json')
const leaves = reference.leaves_hex.map((hex) => Uint8Array.fromHex(hex))

/** MTH of RFC 6962 §2.1 word by word. */
const treeHash = (part: readonly Uint8Array[]): Uint8Array => {
  const [only] = part
  if (only !== undefined && part.length === 1) return leafHash(only)
  let half = 1
  while (2 * half < part.length) half *= 2
  return nodeHash(treeHash(part.slice(0, half)), treeHash(part.slice(half)))
}

describe('the root', () => {
  test.each(reference.roots_by_size.map((root, size) => [size, root] as const))(
    'of %i reference leaves',
    (size, root) => {
      expect(merkleRoot(leaves.slice(0, size)).toHex()).toBe(root)
    },
  )

  test.each([1023, 1024, 1025, 2047, 2048, 2049, 3072, 5000])(
    'of %i leaves read as a stream is that of the definition',
    (n) => {
      const texts = Array.from({ length: n }, (_, i) => `企业${i}`)
      const stream = function* () {
        yield* texts
      }
      const root = treeHash(texts.map((text) => new TextEncoder().encode(text)))
      expect(merkleRoot(stream()).toHex()).toBe(root.toHex())
    },
  )
})

test('the tree over hashes side by side is that over the list, and leaves them as they are', () => {
  for (const size of [1, 2, 3, 255, 256]) {
    const hashes = Array.from({ length: size }, (_, i) => leafHash(Uint8Array.of(i)))
    // As a database driver gives them: the `slice` of a Buffer is no copy.
    const tile = Buffer.concat(hashes)
    expect(merkleTreeOver(tile).toHex()).toBe(merkleTreeOf(hashes).toHex())
    expect(tile).toEqual(Buffer.concat(hashes))
  }
})

describe('an inclusion proof', () => {
  test.each(vectors<InclusionVector[]>('inclusion.json'))('$file', (vector) => {
    const { leafIdx: index, treeSize: size, leafHash: leaf, root, proof } = vector
    const inclusion = { index, size, leaf: bytes(leaf), root: bytes(root), proof: (proof ?? []).map(bytes) }
    expect(verifyInclusion(inclusion)).toBe(!vector.wantErr)
  })

  test('shows every leaf in its place and in no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (size, a, b) => {
        const hashes = Array.from({ length: size }, (_, i) => leafHash(Uint8Array.of(i)))
        const root = merkleRoot(Array.from({ length: size }, (_, i) => Uint8Array.of(i)))
        const [index, other] = [a % size, b % size]
        const proof = inclusionProof(index, hashes)
        const leaf = leafHash(Uint8Array.of(other))
        expect(verifyInclusion({ index, size, leaf, proof, root })).toBe(index === other)
      }),
    )
  })
})

describe('a consistency proof', () => {
  test.each(vectors<ConsistencyVector[]>('consistency.json'))('$file', (vector) => {
    const { size1, size2, root1, root2, proof } = vector
    const consistency = { size1, size2, root1: bytes(root1), root2: bytes(root2), proof: (proof ?? []).map(bytes) }
    expect(verifyConsistency(consistency)).toBe(!vector.wantErr)
  })

  test('shows that a tree grew from every smaller one', () => {
    const all = Array.from({ length: 33 }, (_, i) => Uint8Array.of(i))
    const hashes = all.map(leafHash)
    for (let size2 = 1; size2 <= all.length; size2++) {
      for (let size1 = 1; size1 <= size2; size1++) {
        const [root1, root2] = [merkleRoot(all.slice(0, size1)), merkleRoot(all.slice(0, size2))]
        const proof = consistencyProof(size1, hashes.slice(0, size2))
        expect(verifyConsistency({ size1, size2, root1, root2, proof })).toBe(true)
        expect(verifyConsistency({ size1, size2, root1: root2, root2: root1, proof })).toBe(size1 === size2)
      }
    }
  })
})
