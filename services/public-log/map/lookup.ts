import type { ReadNode } from './change.ts'
import { bitAt, commonBits, EMPTY_MAP, isLeaf, keyBytes, type Node, nodeName, readNode } from './node.ts'

/** What a map says of a key: its value, `undefined` for a key that is not in it; or why the proof proves nothing. */
export type Found = { readonly value: string | undefined } | { readonly fault: string }

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

/** Where the way of a key goes on from a node; undefined where it ends. */
const nextOn = (sought: Uint8Array, node: Node): Uint8Array | undefined => {
  if (isLeaf(node) || commonBits(sought, node.prefix, node.bits) < node.bits) return undefined
  return bitAt(sought, node.bits) === 0 ? node.left : node.right
}

/**
 * Follows a key from the root down through the nodes that a proof carries. Which way a node leads is decided by the key alone, so a root has
 * one answer for every key.
 */
export const lookup = (key: string, root: Uint8Array, nodes: readonly Uint8Array[]): Found => {
  const sought = keyBytes(key)
  if (nodes.length === 0)
    return same(root, EMPTY_MAP) ? { value: undefined } : { fault: 'there are no nodes, and the map is not empty' }
  let name = root
  for (const [depth, bytes] of nodes.entries()) {
    if (!same(nodeName(bytes), name)) return { fault: `node ${depth} is not the one that the node above it names` }
    const node = readNode(bytes)
    if (node === undefined) return { fault: `node ${depth} is no node of a map` }
    const next = nextOn(sought, node)
    if (next === undefined && depth < nodes.length - 1)
      return { fault: `the way ends at node ${depth}, the proof goes on` }
    if (next === undefined) return { value: isLeaf(node) && node.key === key ? node.value : undefined }
    name = next
  }
  return { fault: 'the way goes on behind the last node' }
}

/** The nodes on the way of a key, as a proof carries them. */
export const wayOf = async (key: string, root: Uint8Array, read: ReadNode): Promise<readonly Uint8Array[]> => {
  if (same(root, EMPTY_MAP)) return []
  const way: Uint8Array[] = []
  for (let name: Uint8Array | undefined = root; name !== undefined; ) {
    const bytes = await read(name)
    const node = readNode(bytes)
    if (node === undefined) throw new Error(`the map of the lists is damaged at node ${name.toHex()}`)
    way.push(bytes)
    name = nextOn(keyBytes(key), node)
  }
  return way
}
