import type { RecordedEvent } from '../../event.ts'
import { type AnyProjection, fold } from '../../projection.ts'
import { arrayOf } from './arrays.ts'
import type { Connection } from './connection.ts'
import { COLUMNS, eventOf } from './event-log.ts'
import { tableOf } from './read-models.ts'
import { copyLine, createIndexes, createTable, literal } from './read-tables.ts'

const FETCH = 5000
const COPY_BYTES = 1 << 20
/** First key of the advisory locks under which one process at a time builds a read model. */
const BUILDING = 4797

/**
 * Builds a read model beside the one in use and puts it in its place. `advance` folds the next page into the table of a name and returns
 * how far it came; a poisoned event stops the build.
 */
export const rebuild = (
  db: Connection,
  projection: AnyProjection,
  advance: (name: string) => Promise<number>,
  progress: (events: number) => void,
): Promise<void> =>
  db.session(async (own) => {
    const lock = [BUILDING, projection.name]
    const [free] = await own.query('select pg_try_advisory_lock($1, hashtext($2))', lock)
    if (free?.[0] !== true) {
      await own.query('select pg_advisory_lock($1, hashtext($2))', lock)
      const built = await own.query('select from read.projection where name = $1 and version = $2', [
        projection.name,
        projection.version,
      ])
      // Whoever was waited for has just built it.
      if (built.length > 0) return
    }
    const next = `${projection.name}__next`
    await db.transaction(async (tx) => {
      await tx.query('delete from read.projection where name = $1', [next])
      await tx.query(`drop table if exists ${tableOf(next)}`)
      await createTable(tx, projection, next)
    })
    const position = await copyAll(db, projection, next, progress)
    await db.transaction(async (tx) => {
      await createIndexes(tx, projection, next)
      await tx.query('insert into read.projection values ($1, $2, $3)', [next, projection.version, position])
    })
    while ((await advance(next)) > 0);
    await switchTo(db, projection, next)
  })

const switchTo = (db: Connection, { name, indexes }: AnyProjection, next: string): Promise<void> =>
  db.transaction(async (tx) => {
    // Whoever folds the old one live holds its row; after this they find the new one under the same name.
    await tx.query('select from read.projection where name = any($1::text[]) order by name for update', [
      arrayOf('text', [name, next]),
    ])
    await tx.query(`drop table if exists ${tableOf(name)}`)
    await tx.query(`alter table ${tableOf(next)} rename to ${name}`)
    for (const index of [...indexes.keys(), 'key'])
      await tx.query(`alter index read.${next}_${index} rename to ${name}_${index}`)
    await tx.query('delete from read.projection where name = $1', [name])
    await tx.query('update read.projection set name = $1 where name = $2', [name, next])
    await tx.query('delete from read.dead_letter where consumer = $1', [name])
  })

/**
 * Every document from nothing, as of one moment: the log sorted by stream brings each subject's events together, so a document is folded
 * once and written once, and memory holds one subject. Returns that moment's position.
 */
const copyAll = (
  db: Connection,
  projection: AnyProjection,
  name: string,
  progress: (events: number) => void,
): Promise<number> =>
  db.transaction(async (tx) => {
    const head = Number((await tx.query('select coalesce(max(position), 0) from log.event'))[0]?.[0])
    await tx.query(`set local work_mem = '256MB'`)
    await tx.query('set local cursor_tuple_fraction = 1')
    await tx.query(
      `declare sorted no scroll cursor for select ${COLUMNS} from log.event where position <= ${head} and type = any('${literal(projection.events)}'::text[]) order by stream, version`,
    )
    const fetch = (): Promise<(readonly unknown[])[]> => {
      const page = tx.query(`fetch ${FETCH} from sorted`)
      // Asked for ahead: when the fold fails meanwhile, nobody waits for it any more.
      page.catch(() => {})
      return page
    }
    async function* lines(): AsyncGenerator<string> {
      let events: RecordedEvent[] = []
      let chunk = ''
      let seen = 0
      let page = fetch()
      for (let rows = await page; rows.length > 0; rows = await page) {
        page = fetch()
        for (const row of rows) {
          const event = eventOf(row)
          if (event.subject !== events[0]?.subject) {
            chunk += lineOf(projection, events)
            events = []
          }
          events.push(event)
        }
        seen += rows.length
        progress(seen)
        if (chunk.length > COPY_BYTES) {
          yield chunk
          chunk = ''
        }
      }
      yield chunk + lineOf(projection, events)
    }
    const columns = ['key', 'position', 'document', ...Object.keys(projection.columns)]
    await db.copy(`copy ${tableOf(name)} (${columns.join(', ')}) from stdin`, lines())
    return head
  }, 'isolation level repeatable read read only')

/** The line of one subject's document; empty when it has none. */
const lineOf = (projection: AnyProjection, events: RecordedEvent[]): string => {
  if (events.length > 1) events.sort((a, b) => a.position - b.position)
  const { folded, poisoned } = fold(projection, events, new Map())
  const [bad] = poisoned
  if (bad !== undefined)
    throw new Error(`${projection.name} can't fold event ${bad.position} of ${bad.key}: ${bad.reason}`)
  return folded.map((document) => (document.document === undefined ? '' : copyLine(projection, document))).join('')
}
