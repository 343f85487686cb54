import { digest } from './hash.ts'
import { beginningWith, type Digest, digestEach, type Message, viewOf } from './sha256-many.ts'

// Merkle trees of RFC 6962 §2.1; what a verifier does follows RFC 9162 §2.1.3.2 and §2.1.4.2, which spell out the same proofs.
// Every hash here is 32 bytes of SHA-256, as those documents fix it.

const LEAF = 0x00
const NODE = 0x01
const SIZE = 32

export const leafHash = (leaf: Uint8Array): Uint8Array => {
  const message = new Uint8Array(1 + leaf.length)
  message[0] = LEAF
  message.set(leaf, 1)
  return digest('sha-256', message)
}
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  const message = new Uint8Array(1 + left.length + right.length)
  message[0] = NODE
  message.set(left, 1)
  message.set(right, 1 + left.length)
  return digest('sha-256', message)
}

const EMPTY_ROOT: Uint8Array = digest('sha-256', '')
const SUBTREE = 1024

/** Root over leaves in order, texts as UTF-8, each shorter than 65,000 bytes. Needs memory for one subtree of 1,024 leaves and its peaks. */
export const merkleRoot = (leaves: Iterable<string | Uint8Array>): Uint8Array => {
  const peaks: Uint8Array[] = []
  let subtrees = 0
  let waiting: (string | Uint8Array)[] = []
  for (const leaf of leaves) {
    if (waiting.length === SUBTREE) {
      // Like a carry in binary addition: two neighbours of a size become one of twice that.
      let grown = subtreeRoot(waiting)
      for (let carry = subtrees; carry % 2 === 1; carry = Math.floor(carry / 2)) grown = nodeHash(popped(peaks), grown)
      peaks.push(grown)
      subtrees += 1
      waiting = []
    }
    waiting.push(leaf)
  }
  if (waiting.length === 0) return EMPTY_ROOT
  return peaks.reduceRight((right, left) => nodeHash(left, right), subtreeRoot(waiting))
}

const popped = (peaks: Uint8Array[]): Uint8Array => {
  const peak = peaks.pop()
  if (peak === undefined) throw new RangeError('a carry without a peak')
  return peak
}

const leafFront = beginningWith(Uint8Array.of(LEAF))
const nodeFront = beginningWith(Uint8Array.of(NODE))

const subtreeRoot = (leaves: readonly (string | Uint8Array)[]): Uint8Array => {
  const level = new Uint8Array(SIZE * leaves.length)
  const view = viewOf(level)
  const keep = (index: number, digest: Digest) => digest.copyTo(view, SIZE * index)
  const writeLeaf = (index: number, message: Message) => {
    const leaf = leaves[index] as string | Uint8Array
    if (typeof leaf === 'string') message.text(leaf)
    else message.bytes(viewOf(leaf))
  }
  digestEach(leaves.length, writeLeaf, keep, leafFront)
  return raise(level)
}

/** Level by level in place; an odd one out moves up unchanged, which is where RFC 6962 puts it. */
const raise = (level: Uint8Array): Uint8Array => {
  const view = viewOf(level)
  const keep = (index: number, digest: Digest) => digest.copyTo(view, SIZE * index)
  const writePair = (index: number, message: Message) => message.bytes(view, 2 * SIZE * index, 2 * SIZE * (index + 1))
  for (let width = level.length / SIZE; width > 1; width = Math.ceil(width / 2)) {
    const pairs = Math.floor(width / 2)
    digestEach(pairs, writePair, keep, nodeFront)
    if (width % 2 === 1) level.copyWithin(SIZE * pairs, SIZE * (width - 1), SIZE * width)
  }
  return level.slice(0, SIZE)
}

/** MTH of RFC 6962 §2.1 over hashes that stand side by side, as a tile has them; at least one. */
export const merkleTreeOver = (hashes: Uint8Array): Uint8Array => raise(new Uint8Array(hashes))

/** Largest power of two below `size`. */
const split = (size: number): number => {
  let half = 1
  while (2 * half < size) half *= 2
  return half
}

/** MTH of RFC 6962 §2.1 over leaf hashes, or over the hashes of complete subtrees of one size. */
export const merkleTreeOf = (hashes: readonly Uint8Array[]): Uint8Array => {
  const [first, second] = hashes
  if (first === undefined) return EMPTY_ROOT
  if (second === undefined) return first
  const half = split(hashes.length)
  return nodeHash(merkleTreeOf(hashes.slice(0, half)), merkleTreeOf(hashes.slice(half)))
}

/** PATH(m, D) of RFC 6962 §2.1.1 over leaf hashes, nearest sibling first. */
export const inclusionProof = (index: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (leaves.length <= 1) return []
  const half = split(leaves.length)
  return index < half
    ? [...inclusionProof(index, leaves.slice(0, half)), merkleTreeOf(leaves.slice(half))]
    : [...inclusionProof(index - half, leaves.slice(half)), merkleTreeOf(leaves.slice(0, half))]
}

/** PROOF(m, D) of RFC 6962 §2.1.2: that the tree of the first `size` leaves is a prefix. */
export const consistencyProof = (size: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
  const prove = (part: readonly Uint8Array[], old: number, whole: boolean): readonly Uint8Array[] => {
    if (old === part.length) return whole ? [] : [merkleTreeOf(part)]
    const half = split(part.length)
    return old <= half
      ? [...prove(part.slice(0, half), old, whole), merkleTreeOf(part.slice(half))]
      : [...prove(part.slice(half), old - half, false), merkleTreeOf(part.slice(0, half))]
  }
  return size === 0 ? [] : prove(leaves, size, true)
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])
const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const half = (n: number): number => Math.floor(n / 2)

export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether the leaf hash is at `index` of the tree of `size` leaves with this root. */
export const verifyInclusion = ({ index, size, leaf, proof, root }: Inclusion): boolean => {
  if (!isSize(index) || !isSize(size) || index >= size || leaf.length !== SIZE) return false
  let node = leaf
  let at = index
  let last = size - 1
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== SIZE) return false
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node)
      // A right edge without siblings on the lower levels.
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else node = nodeHash(node, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && same(node, root)
}

export interface Consistency {
  readonly size1: number
  readonly size2: number
  readonly root1: Uint8Array
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the tree of `size2` leaves begins with the tree of `size1`, at least 1: every tree begins with the empty one. */
export const verifyConsistency = ({ size1, size2, root1, root2, proof }: Consistency): boolean => {
  if (!isSize(size1) || !isSize(size2) || size1 === 0 || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && same(root1, root2)
  if (proof.some((node) => node.length !== SIZE)) return false
  const [seed, ...rest] = split(size1 + 1) === size1 ? [root1, ...proof] : proof
  if (seed === undefined) return false
  let at = size1 - 1
  let last = size2 - 1
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let old = seed
  let grown = seed
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      old = nodeHash(sibling, old)
      grown = nodeHash(sibling, grown)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else grown = nodeHash(grown, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && same(old, root1) && same(grown, root2)
}
