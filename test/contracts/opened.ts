import type { Attachments, Checkpoints, Clock, EventLog, Leases, Projector, ReadModels } from '@mingjian/kernel'
import type { PublicLogStore } from '@mingjian/public-log'

/** One process's view of the platform's data. */
export interface Adapters {
  readonly log: EventLog
  readonly reads: ReadModels
  readonly projector: Projector
  readonly checkpoints: Checkpoints
  readonly leases: Leases
  readonly attachments: Attachments
  readonly publicLog: PublicLogStore
}

/** A platform's data as several processes see it. */
export interface Opened extends Adapters {
  /** The same data, as another process sees it. */
  another(): Adapters
  close(): Promise<void>
}

/** Opens empty data under a clock. */
export type Open = (clock: Pick<Clock, 'now'>) => Promise<Opened>

/** A clock that stands still until it is set. */
export const settableClock = (start = '2026-07-01T00:00:00.000Z'): Clock & { set(now: string): void } => {
  let now = start
  return {
    now: () => now,
    today: () => new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10),
    set: (next) => {
      now = next
    },
  }
}
