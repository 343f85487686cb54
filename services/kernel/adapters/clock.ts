import type { Clock } from '../ports.ts'

/** Days are those of Asia/Shanghai, wherever the machine stands. */
export const systemClock: Clock = {
  today: () => Temporal.Now.plainDateISO('Asia/Shanghai').toString(),
  now: () => new Date().toISOString(),
}
