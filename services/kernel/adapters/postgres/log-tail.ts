import type { RecordedEvent } from '../../event.ts'
import { AT, eventOf, type OwnRow } from './log-row.ts'

/** What follows a position of the log. */
export interface LogPage {
  readonly events: readonly RecordedEvent[]
  /** Up to this position no event of these types is missing. */
  readonly upTo: number
}

interface Kept {
  readonly row: OwnRow
  /** Decoded at the first use. */
  event: RecordedEvent | undefined
}

/** Following read models mostly lag by less. Up to twice as many are kept, so that the array isn't shifted with every append. */
const KEPT = 16_384
/** Events that all readers have had are dropped in such portions. */
const LET_GO = 1000

/**
 * The newest events of the log, as far as this process recorded them itself and without a gap, until all readers have had them: its read
 * models follow from memory instead of reading the log, and each event is decoded once for all of them.
 */
export const logTail = () => {
  /** Position of the first one kept. */
  let first = 0
  let kept: Kept[] = []
  /** Events recorded since the last read: without readers nothing is kept. */
  let unasked = Number.POSITIVE_INFINITY
  /** The position of each reader. */
  const readers = new Map<string, number>()

  const letGo = (count: number): void => {
    first += count
    kept = kept.slice(count)
    // A reader that lags behind the kept events reads the log; no events are kept for it.
    for (const [reader, position] of readers) if (position + 1 < first) readers.delete(reader)
  }
  return {
    /** Events that have been committed, from a position on. */
    add: (position: number, rows: readonly OwnRow[]): void => {
      unasked += rows.length
      if (unasked > 2 * KEPT) {
        kept = []
        return
      }
      // Another process recorded the events between.
      if (position !== first + kept.length) {
        first = position
        kept = []
      }
      for (const row of rows) kept.push({ row, event: undefined })
      if (kept.length >= 2 * KEPT) letGo(kept.length - KEPT)
    },
    clear: (): void => {
      kept = []
    },
    /** Up to `limit` events of these types after a reader's position; undefined where they must be read from the log. */
    after: (reader: string, position: number, limit: number, types: readonly string[]): LogPage | undefined => {
      unasked = 0
      const from = position + 1 - first
      if (from < 0 || from > kept.length) return undefined
      readers.set(reader, position)
      if (from === kept.length) return undefined
      const had = Math.min(...readers.values()) + 1 - first
      if (had >= LET_GO) letGo(had)
      const events: RecordedEvent[] = []
      for (let index = position + 1 - first; index < kept.length; index += 1) {
        const one = kept[index] as Kept
        if (!types.includes(one.row[AT.type])) continue
        one.event ??= eventOf(one.row)
        if (events.push(one.event) === limit) return { events, upTo: first + index }
      }
      const upTo = first + kept.length - 1
      // Events that a reader doesn't want are not kept for it.
      if (events.length === 0) readers.set(reader, upTo)
      return { events, upTo }
    },
  }
}
