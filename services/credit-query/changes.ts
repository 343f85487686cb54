import type { Clock, EventLog, RecordedEvent } from '@mingjian/kernel'
import { type PublicChange, publicChange } from './public-change.ts'
import { PUBLIC_EVENTS, RECALLABLE } from './public-events.ts'

export interface ChangePage {
  readonly changes: readonly PublicChange[]
  /** How far the log has been read; what follows is asked for after it. */
  readonly reached: number
  /** Whether there was more than fitted. */
  readonly more: boolean
}

/** The log as far as the feed reads it. */
export type FeedLog = Pick<EventLog, 'read' | 'readStreams' | 'head'>

/** Positions of those events that have been recalled since: the feed carries them no longer. */
const recalledAmong = async (log: FeedLog, events: readonly RecordedEvent[]): Promise<ReadonlySet<number>> => {
  const streams = new Set(events.flatMap(({ type, stream }) => (RECALLABLE.has(type) ? [stream] : [])))
  if (streams.size === 0) return new Set()
  const histories = await log.readStreams([...streams])
  return new Set(
    [...histories.values()].flatMap((history) =>
      history.flatMap((event) => (event.type === 'PublicRecordRecalled' ? event.data.positions : [])),
    ),
  )
}

/** Public events after a position, in the order of the log; what was recalled is left out. */
export const changesAfter = async (
  { log, clock }: { readonly log: FeedLog; readonly clock: Pick<Clock, 'today'> },
  after: number,
  limit: number,
): Promise<ChangePage> => {
  // The head first: what is recorded while the page is read belongs to the next.
  const head = await log.head()
  const events = await log.read(after, limit, PUBLIC_EVENTS)
  const last = events.at(-1)?.position ?? after
  const more = events.length === limit
  const recalled = await recalledAmong(log, events)
  const today = clock.today()
  return {
    changes: events
      .filter(({ position }) => !recalled.has(position))
      .map((event) => publicChange(event, today))
      .filter((change) => change !== undefined),
    reached: more ? last : Math.max(head, last),
    more,
  }
}

/** Calls back when something may have been recorded, until the returned function is called. */
export type Wake = (heard: () => void) => () => void

export interface Tail {
  /** Resolves when the log may have grown beyond a position, at once if it has; rejects with the signal's reason. */
  beyond(position: number, signal: AbortSignal): Promise<void>
}

/**
 * Watches the end of the log for all who follow it: woken, and asking once a second for wake-ups that were lost. Asks nothing while
 * nobody follows.
 */
export const tailOf = (log: Pick<EventLog, 'head'>, wake: Wake | undefined, pollMs = 1000): Tail => {
  const waiting = new Set<{ readonly position: number; readonly resolve: () => void }>()
  let head = 0
  let stop: (() => void) | undefined

  const look = async (): Promise<void> => {
    // A database that is away for a moment is asked again with the next tick.
    head = await log.head().catch(() => head)
    for (const one of waiting) if (one.position < head) one.resolve()
  }
  const start = (): (() => void) => {
    const timer = setInterval(look, pollMs)
    const deaf = wake?.(look)
    return () => {
      clearInterval(timer)
      deaf?.()
    }
  }
  return {
    beyond: (position, signal) =>
      new Promise((resolve, reject) => {
        const done = (settle: () => void): void => {
          waiting.delete(one)
          signal.removeEventListener('abort', abort)
          if (waiting.size === 0) {
            stop?.()
            stop = undefined
          }
          settle()
        }
        const abort = (): void => done(() => reject(signal.reason))
        const one = { position, resolve: () => done(resolve) }
        if (signal.aborted) return reject(signal.reason)
        if (position < head) return resolve()
        waiting.add(one)
        signal.addEventListener('abort', abort)
        // Listening first, then looking: what came in between is seen by one of the two.
        stop ??= start()
        look()
      }),
  }
}
