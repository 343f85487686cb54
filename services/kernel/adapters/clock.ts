import type { Clock } from '../ports.ts'

// Shanghai has kept one offset since 1991.
const SHANGHAI_MS = 8 * 3_600_000

/** Days are those of Asia/Shanghai, wherever the machine stands. */
export const systemClock: Clock = {
  today: () => new Date(Date.now() + SHANGHAI_MS).toISOString().slice(0, 10),
  now: () => new Date().toISOString(),
}
