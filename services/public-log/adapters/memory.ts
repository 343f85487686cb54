import type { MemoryLeases } from '@mingjian/kernel/adapters'
import type { EntryPlace, Issued, PublicLogHead, PublicLogStore } from '../store.ts'

const beginsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte)

export const memoryPublicLogStore = (leases: MemoryLeases): PublicLogStore => {
  let head: PublicLogHead | undefined
  const tiles = new Map<string, Uint8Array>()
  const nodes = new Map<string, Uint8Array>()
  const entries = new Map<number, EntryPlace>()
  const checkpoints: Issued[] = []
  return {
    head: async () => head,
    integrate: async ({ before, after, ...step }, fence) => {
      if (!leases.holds(fence)) return 'fenced'
      if (head?.size !== before?.size || head?.position !== before?.position) return 'overtaken'
      for (const { level, index, bytes } of step.tiles)
        if (!beginsWith(bytes, tiles.get(`${level}/${index}`) ?? new Uint8Array()))
          throw new Error('a tile of the public log would change: nothing was written')
      for (const { level, index, bytes } of step.tiles) tiles.set(`${level}/${index}`, bytes)
      for (const { name, bytes } of step.nodes) nodes.set(name.toHex(), bytes)
      for (const entry of step.entries) entries.set(entry.position, entry)
      if (step.checkpoint !== undefined) checkpoints.push(step.checkpoint)
      head = after
      return 'integrated'
    },
    tiles: async (places) => places.map(({ level, index }) => tiles.get(`${level}/${index}`)),
    nodes: async (names) => names.map((name) => nodes.get(name.toHex())),
    entry: async (position) => entries.get(position),
    checkpoint: async ({ over, at } = {}) => {
      if (over !== undefined) return checkpoints.find(({ size }) => size > over)
      return checkpoints.findLast(({ issuedAt }) => at === undefined || issuedAt <= at)
    },
    cosign: async ({ size, issuedAt }, lines) => {
      const index = checkpoints.findIndex((issued) => issued.size === size && issued.issuedAt === issuedAt)
      const issued = checkpoints[index]
      if (issued !== undefined) checkpoints[index] = { ...issued, note: issued.note + lines }
    },
  }
}
