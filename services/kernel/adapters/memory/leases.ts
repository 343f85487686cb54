import type { Clock, Fence, Leases } from '../../ports.ts'

export interface MemoryLeases extends Leases {
  /** Whether the lease is still held under this token. */
  holds(fence: Fence): boolean
}

export const memoryLeases = (clock: Pick<Clock, 'now'>): MemoryLeases => {
  const leases = new Map<string, { holder: string; token: number; until: number }>()
  const now = (): number => Date.parse(clock.now())
  return {
    take: async (name, holder, seconds) => {
      const lease = leases.get(name)
      const running = lease !== undefined && lease.until > now()
      if (running && lease.holder !== holder) return undefined
      const token = running ? lease.token : (lease?.token ?? 0) + 1
      leases.set(name, { holder, token, until: now() + seconds * 1000 })
      return { lease: name, token }
    },
    release: async ({ lease, token }) => {
      const held = leases.get(lease)
      if (held?.token === token) held.until = now()
    },
    holds: ({ lease, token }) => leases.get(lease)?.token === token,
  }
}
