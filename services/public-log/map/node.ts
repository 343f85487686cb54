import { digest } from '@mingjian/proofs'

// A sorted map whose root commits to every key and value: a binary trie over the keys' bits, runs without a branch left out. A node is its
// bytes and is named by their SHA-256, so a state of the map once signed stays readable for ever, whatever came after it.

export interface Leaf {
  readonly key: string
  /** Canonical JSON. */
  readonly value: string
}

export interface Branch {
  /** What all keys below have in common, in whole bytes and bits beyond them; the rest of the last byte is zero. */
  readonly prefix: Uint8Array
  /** How many bits that is: the next one tells left from right. */
  readonly bits: number
  readonly left: Uint8Array
  readonly right: Uint8Array
}

export type Node = Leaf | Branch
export const isLeaf = (node: Node): node is Leaf => 'key' in node

const LEAF = 0
const BRANCH = 1
const HASH = 32
const KEY = 18

const utf8 = new TextEncoder()
export const keyBytes = (key: string): Uint8Array => utf8.encode(key)

export const bitAt = (bytes: Uint8Array, bit: number): number => ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1

/** How many bits, of so many at most, two keys begin alike with. */
export const commonBits = (a: Uint8Array, b: Uint8Array, most: number): number => {
  let bit = 0
  while (bit + 8 <= most && a[bit >> 3] === b[bit >> 3]) bit += 8
  while (bit < most && bitAt(a, bit) === bitAt(b, bit)) bit += 1
  return bit
}

export const prefixOf = (key: Uint8Array, bits: number): Uint8Array => {
  const prefix = key.slice(0, Math.ceil(bits / 8))
  const last = prefix.length - 1
  if (bits % 8 !== 0) prefix[last] = (prefix[last] as number) & (0xff << (8 - (bits % 8)))
  return prefix
}

export const writeNode = (node: Node): Uint8Array => {
  if (isLeaf(node)) return Uint8Array.of(LEAF, ...utf8.encode(node.key), ...utf8.encode(node.value))
  const { bits, prefix, left, right } = node
  return Uint8Array.of(BRANCH, bits, ...prefix, ...left, ...right)
}

/** Undefined for bytes that are no node. Keys are USCCs: 18 characters of ASCII. */
export const readNode = (bytes: Uint8Array): Node | undefined => {
  if (bytes[0] === LEAF && bytes.length > 1 + KEY) {
    const text = new TextDecoder().decode(bytes.subarray(1))
    return { key: text.slice(0, KEY), value: text.slice(KEY) }
  }
  const bits = bytes[1] ?? 0
  const at = 2 + Math.ceil(bits / 8)
  if (bytes[0] !== BRANCH || bits >= 8 * KEY || bytes.length !== at + 2 * HASH) return undefined
  return { bits, prefix: bytes.slice(2, at), left: bytes.slice(at, at + HASH), right: bytes.slice(at + HASH) }
}

export const nodeName = (bytes: Uint8Array): Uint8Array => digest('sha-256', bytes)
/** Root of a map without keys. */
export const EMPTY_MAP: Uint8Array = digest('sha-256', '')
