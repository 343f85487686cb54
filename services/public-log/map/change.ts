import {
  bitAt,
  commonBits,
  EMPTY_MAP,
  isLeaf,
  keyBytes,
  type Node,
  nodeName,
  prefixOf,
  readNode,
  writeNode,
} from './node.ts'

/** Reads nodes by their names; calls made together should travel together. */
export type ReadNode = (name: Uint8Array) => Promise<Uint8Array>

/** New value of each key, or that it leaves. */
export type Changes = ReadonlyMap<string, string | undefined>

/** A part of the map with its root's name. */
interface Part {
  readonly node: Node
  readonly name: Uint8Array
}
/** One that wasn't looked into is known by its name alone. */
type Side = Part | Pick<Part, 'name'> | undefined

interface Change {
  readonly key: string
  readonly path: Uint8Array
  readonly value: string | undefined
}

const parted = (changes: readonly Change[], holds: (change: Change) => boolean): readonly [Change[], Change[]] => {
  const sides: [Change[], Change[]] = [[], []]
  for (const change of changes) sides[holds(change) ? 0 : 1].push(change)
  return sides
}

const bitsOf = ({ node }: Part): number => (isLeaf(node) ? 8 * node.key.length : node.bits)
const pathOf = ({ node }: Part): Uint8Array => (isLeaf(node) ? keyBytes(node.key) : node.prefix)
const inOrder = (parts: readonly Part[]): readonly Part[] =>
  parts
    .map((part) => ({ part, path: pathOf(part).toHex() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ part }) => part)

/**
 * The map after some changes: its root, and nodes that weren't there before. Costs as much as the changes' own ways down, however large
 * the map is, and gives the same root whatever the order in which its keys came.
 */
export const changed = async (
  root: Uint8Array,
  changes: Changes,
  read: ReadNode,
): Promise<{ readonly root: Uint8Array; readonly nodes: readonly Uint8Array[] }> => {
  const nodes: Uint8Array[] = []
  const made = (node: Node): Part => {
    const bytes = writeNode(node)
    nodes.push(bytes)
    return { node, name: nodeName(bytes) }
  }
  const known = async (name: Uint8Array): Promise<Part> => {
    const node = readNode(await read(name))
    if (node === undefined) throw new Error(`the map of the lists is damaged at node ${name.toHex()}`)
    return { node, name }
  }
  const leaves = (wanted: readonly Change[]): readonly Part[] =>
    wanted.flatMap(({ key, value }) => (value === undefined ? [] : made({ key, value })))

  /** One part of several that have no key in common, given in the order of their keys. */
  const together = (parts: readonly Part[]): Part | undefined => {
    const [first] = parts
    const last = parts.at(-1)
    if (first === undefined || last === undefined || first === last) return first
    const bits = commonBits(pathOf(first), pathOf(last), Math.min(bitsOf(first), bitsOf(last)))
    const side = (bit: number) => together(parts.filter((part) => bitAt(pathOf(part), bits) === bit))
    return branch({ bits, prefix: prefixOf(pathOf(first), bits) }, side(0), side(1))
  }
  const branch = (at: { readonly bits: number; readonly prefix: Uint8Array }, left: Side, right: Side): Part => {
    if (left === undefined || right === undefined) throw new Error('a branch has two sides')
    return made({ ...at, left: left.name, right: right.name })
  }

  const merged = async (part: Part, wanted: readonly Change[]): Promise<Part | undefined> => {
    const { node } = part
    if (isLeaf(node)) {
      const stays = wanted.every(({ key }) => key !== node.key)
      return together(inOrder([...(stays ? [part] : []), ...leaves(wanted)]))
    }
    const belongs = ({ path }: Change): boolean => commonBits(path, node.prefix, node.bits) === node.bits
    const [inside, outside] = parted(wanted, belongs)
    const side = async (name: Uint8Array, below: readonly Change[]): Promise<Side> =>
      below.length === 0 ? { name } : merged(await known(name), below)
    const [ofLeft, ofRight] = parted(inside, ({ path }) => bitAt(path, node.bits) === 0)
    const [left, right] = await Promise.all([side(node.left, ofLeft), side(node.right, ofRight)])
    const one = left ?? right
    const rest =
      left !== undefined && right !== undefined
        ? branch(node, left, right)
        : one === undefined || 'node' in one
          ? one
          : await known(one.name)
    if (outside.length === 0) return rest
    return together(inOrder([...(rest === undefined ? [] : [rest]), ...leaves(outside)]))
  }

  const wanted = [...changes].map(([key, value]) => ({ key, path: keyBytes(key), value }))
  const before = root.toHex() === EMPTY_MAP.toHex() ? undefined : await known(root)
  const after = before === undefined ? together(inOrder(leaves(wanted))) : await merged(before, wanted)
  return { root: after?.name ?? EMPTY_MAP, nodes }
}
