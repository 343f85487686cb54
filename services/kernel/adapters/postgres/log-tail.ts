import type { RecordedEvent } from '../../event.ts'
import { AT, eventOf, type OwnRow } from './log-row.ts'

/** What follows a position of the log. */
export interface LogPage {
  readonly events: readonly RecordedEvent[]
  /** Every wanted event up to this position is among them. */
  readonly upTo: number
}

interface Kept {
  readonly row: OwnRow
  /** Decoded when somebody wants it. */
  event: RecordedEvent | undefined
}

/** Read models that follow are mostly not further behind. Up to twice as many are kept, so that they are not moved with every append. */
const KEPT = 16_384
/** What everybody has had is let go by so many. */
const LET_GO = 1000

/**
 * The newest events of the log as far as this process has recorded them itself, without a gap, until all who read them have had them: its
 * read models follow from what it knows instead of reading it back, each event decoded once for all of them.
 */
export const logTail = () => {
  /** Position of the first one kept. */
  let first = 0
  let kept: Kept[] = []
  /** Events recorded since somebody asked: nothing is kept for nobody. */
  let unasked = Number.POSITIVE_INFINITY
  /** The position that each reader has come to. */
  const readers = new Map<string, number>()

  const letGo = (count: number): void => {
    first += count
    kept = kept.slice(count)
    // Who has fallen behind what is kept reads the log, and is waited for no longer.
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
      // Another process has recorded what lies between.
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
      // Nothing is kept for one whom it doesn't concern.
      if (events.length === 0) readers.set(reader, upTo)
      return { events, upTo }
    },
  }
}
