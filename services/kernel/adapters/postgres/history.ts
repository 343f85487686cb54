import type { Mark } from '../../batch.ts'
import type { RecordedEvent } from '../../event.ts'
import { type AnyProjection, type Folded, fold } from '../../projection.ts'
import type { Connection } from './connection.ts'
import { COLUMNS, eventOf } from './log-row.ts'
import { literal } from './read-tables.ts'

const FETCH = 5000

/** Every document of a read model as of one moment, that moment's position, and how far it is. */
export interface History {
  readonly head: number
  /** Where each topic stood: messages behind it are of later events, or repetitions. */
  readonly marks: readonly Mark[]
  /** In pages. */
  documents(progress: (events: number) => void): AsyncGenerator<readonly Folded[]>
}

/**
 * Every document from nothing: the log sorted by stream brings each subject's events together, so a document is folded once, and memory
 * holds one subject. A poisoned event ends it.
 */
export const withHistory = <T>(
  db: Connection,
  projection: AnyProjection,
  use: (history: History) => Promise<T>,
): Promise<T> =>
  db.transaction(async (tx) => {
    const head = Number((await tx.query('select coalesce(max(position), 0) from log.event'))[0]?.[0])
    const ends = await tx.query(
      'select topic, partition, count(*) over (partition by topic), next_offset from log.topic_partition join log.topic on name = topic where whole',
    )
    const marks = ends.map(([topic, partition, of, next]) => ({ topic, partition, of, position: 0, next }) as Mark)
    await tx.query(`set local work_mem = '256MB'`)
    await tx.query('set local cursor_tuple_fraction = 1')
    await tx.query(
      `declare sorted no scroll cursor for select ${COLUMNS} from log.event where position <= ${head} and type = any('${literal(projection.events)}'::text[]) order by stream, version`,
    )
    const fetch = (): Promise<(readonly unknown[])[]> => {
      const page = tx.query(`fetch ${FETCH} from sorted`)
      // Fetched ahead: when the fold fails first, this rejection has no other handler.
      page.catch(() => {})
      return page
    }
    async function* documents(progress: (events: number) => void): AsyncGenerator<readonly Folded[]> {
      let events: RecordedEvent[] = []
      let seen = 0
      let page = fetch()
      for (let rows = await page; rows.length > 0; rows = await page) {
        page = fetch()
        const folded: Folded[] = []
        for (const row of rows) {
          const event = eventOf(row)
          if (event.subject !== events[0]?.subject) {
            folded.push(...documentOf(projection, events))
            events = []
          }
          events.push(event)
        }
        seen += rows.length
        progress(seen)
        yield folded
      }
      yield documentOf(projection, events)
    }
    return use({ head, marks, documents })
  }, 'isolation level repeatable read read only')

/** One subject's document; none when it has none. */
const documentOf = (projection: AnyProjection, events: RecordedEvent[]): readonly Folded[] => {
  if (events.length > 1) events.sort((a, b) => a.position - b.position)
  const { folded, poisoned } = fold(projection, events, new Map())
  const [bad] = poisoned
  if (bad !== undefined)
    throw new Error(`${projection.name} can't fold event ${bad.position} of ${bad.key}: ${bad.reason}`)
  return folded.filter(({ document }) => document !== undefined)
}
