import { dayOfInstant } from '@mingjian/codes'
import type { Clock } from '../ports.ts'

/** Days are those of Asia/Shanghai, wherever the machine stands. */
export const systemClock: Clock = {
  today: () => dayOfInstant(new Date().toISOString()),
  now: () => new Date().toISOString(),
}
