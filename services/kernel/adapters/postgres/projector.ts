import { type Batch, inOrder, isBeyond, markBehind, readOut, seen } from '../../batch.ts'
import type { RecordedEvent } from '../../event.ts'
import type { Projector } from '../../ports.ts'
import { type AnyProjection, type Folded, fold, type Poisoned } from '../../projection.ts'
import { arrayOf } from './arrays.ts'
import { type Connection, isDataError, type Session } from './connection.ts'
import { eventsOf, logPage, type PostgresEventLog } from './event-log.ts'
import { eventOf } from './log-row.ts'
import type { LogPage } from './log-tail.ts'
import { lockMarks, marksOf, setMarks } from './marks.ts'
import { tableOf } from './read-models.ts'
import { createIndexes, createTable, removeDocuments, writeDocuments } from './read-tables.ts'
import { rebuild } from './rebuild.ts'

const PAGE = 2000
/** The lock under which tables of read models are made. */
const PREPARING = 4798

/** Keeps read models in step with the log: live by pages, from nothing by one sorted pass. */
export const postgresProjector = (db: Connection, log: PostgresEventLog): Projector => {
  const reading: Reading = { db, log, ahead: new Map() }
  const behind = async ({ name }: AnyProjection): Promise<number> => {
    const [row] = await db.query(
      'select log.reached(name, position) from read.projection where name = $1',
      [name],
      'position',
    )
    return (await log.head()) - Number(row?.[0] ?? 0)
  }
  return {
    prepare: async (projections) => {
      const head = await log.head()
      return db.transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock($1)', [PREPARING])
        const versions = new Map(
          (await tx.query('select name, version from read.projection')).map(([name, version]) => [name, version]),
        )
        const stale = projections.filter(({ name, version }) => versions.get(name) !== version)
        if (head > 0) return stale
        for (const projection of stale) {
          const { name, version } = projection
          await tx.query(`drop table if exists ${tableOf(name)}`)
          await createTable(tx, projection, name)
          await createIndexes(tx, projection, name)
          await tx.query('delete from read.projection where name = $1', [name])
          await tx.query('insert into read.projection values ($1, $2, 0)', [name, version])
        }
        return []
      })
    },

    behind,

    passOver: (projections, upTo) => passOver(reading, projections, upTo),

    advance: (projection) => advance(reading, projection, projection.name, park),

    fold: async (projection, batches) => {
      if (await foldBatches(db, projection, batches)) return
      await readOut(await behind(projection), () => advance(reading, projection, projection.name, park))
      await setMarks(
        db,
        projection.name,
        batches.map((batch) => markBehind(batch, [])),
      )
    },

    rebuild: (projection, progress) =>
      rebuild(db, projection, (name) => advance(reading, projection, name, stopAt(projection)), progress),

    deadLetters: async () =>
      (await db.query('select consumer, key, position, reason from read.dead_letter order by consumer, key')).map(
        ([consumer, key, position, reason]) => ({
          consumer: consumer as string,
          key: key as string,
          position: position as number,
          reason: reason as string,
        }),
      ),

    retry: (projection, key) =>
      db.transaction(async (tx) => {
        const { name } = projection
        const position = await lockPosition(tx, projection, name)
        if (position === undefined) return false
        await tx.query('delete from read.dead_letter where consumer = $1 and key = $2', [name, key])
        const past = await eventsOf(tx, 'stream >= $1 and stream < $2 and type = any($3::text[]) order by position', [
          `${key}/`,
          `${key}0`,
          arrayOf('text', projection.events),
        ])
        const isSeen = seen(position, await marksOf(tx, name))
        const { folded, poisoned } = fold(projection, past.filter(isSeen), new Map())
        const refused = await writeEach(tx, projection, name, folded, await documentsOf(tx, name, [key]))
        if (folded.length === 0 && poisoned.length === 0) await removeDocuments(tx, name, [key])
        await park(tx, name, [...poisoned, ...refused])
        return poisoned.length + refused.length === 0
      }),

    drop: async (consumer, key) => {
      await db.query('delete from read.dead_letter where consumer = $1 and key = $2', [consumer, key])
    },
  }
}

/** Documents are always looked up by index: a plan made while a table is empty is still in use when it has grown. */
const transaction = <T>(db: Connection, work: (tx: Session) => Promise<T>): Promise<T> =>
  db.transaction(work, '; set local enable_seqscan = off')

type OnPoison = (tx: Session, name: string, poisoned: readonly Poisoned[]) => Promise<void>

const park: OnPoison = async (tx, name, poisoned) => {
  for (const { key, position, reason } of poisoned)
    await tx.query('insert into read.dead_letter values ($1, $2, $3, $4) on conflict do nothing', [
      name,
      key,
      position,
      reason,
    ])
}

const stopAt =
  (projection: AnyProjection): OnPoison =>
  async (_tx, _name, [bad]) => {
    if (bad !== undefined)
      throw new Error(`${projection.name} can't fold event ${bad.position} of ${bad.key}: ${bad.reason}`)
  }

/** The position of a read model, locked until the transaction ends; none while another version of the program keeps it. */
const lockPosition = async (
  tx: Session,
  { version }: AnyProjection,
  name: string,
  strength: 'update' | 'share' = 'update',
): Promise<number | undefined> => {
  const [row] = await tx.query(
    `select log.reached(name, position) from read.projection where name = $1 and version = $2 for ${strength}`,
    [name, version],
    `lock-position-${strength}`,
  )
  return row === undefined ? undefined : Number(row[0])
}

/** By key. */
type Documents = ReadonlyMap<string, unknown>
type Write = (tx: Session, folded: readonly Folded[], stored: Documents) => Promise<readonly Poisoned[]>

/** Runs work that writes documents. When the table can't hold one of them, the work is repeated document by document, which finds it. */
const writing = async <T>(projection: AnyProjection, name: string, work: (write: Write) => Promise<T>): Promise<T> => {
  try {
    return await work(async (tx, folded, stored) => {
      await writeDocuments(tx, projection, name, folded, stored)
      return []
    })
  } catch (error) {
    if (!isDataError(error)) throw error
    return work((tx, folded, stored) => writeEach(tx, projection, name, folded, stored))
  }
}

const writeEach = async (
  tx: Session,
  projection: AnyProjection,
  name: string,
  folded: readonly Folded[],
  stored: Documents,
): Promise<readonly Poisoned[]> => {
  const refused: Poisoned[] = []
  for (const document of folded) {
    await tx.query('savepoint document')
    try {
      await writeDocuments(tx, projection, name, [document], stored)
    } catch (error) {
      if (!isDataError(error)) throw error
      await tx.query('rollback to savepoint document')
      refused.push({ key: document.key, position: document.position, reason: error.message })
    }
    await tx.query('release savepoint document')
  }
  return refused
}

const documentsOf = async (tx: Session, name: string, keys: readonly string[]): Promise<Documents> => {
  const stored = await tx.query(
    `select key, document from ${tableOf(name)} where key = any($1::text[])`,
    [arrayOf('text', keys)],
    `documents-${name}`,
  )
  return new Map(stored.map(([key, json]) => [key as string, JSON.parse(json as string) as unknown]))
}

/** The documents of these events in, the fold, all of them out. */
const foldInto = async (
  tx: Session,
  projection: AnyProjection,
  name: string,
  events: readonly RecordedEvent[],
  write: Write,
): Promise<readonly Poisoned[]> => {
  if (events.length === 0) return []
  const keys = [...new Set(events.map(({ subject }) => subject))]
  // Starts from the dead letters, mostly none; the other way round, every key would be looked up.
  const parked = new Set(
    (
      await tx.query(
        'select key from (select key from read.dead_letter where consumer = $1 offset 0) l where key = any($2::text[])',
        [name, arrayOf('text', keys)],
        'parked',
      )
    ).map(([key]) => key),
  )
  const stored = await documentsOf(tx, name, keys)
  const { folded, poisoned } = fold(
    projection,
    events.filter(({ subject }) => !parked.has(subject)),
    stored,
  )
  return [...poisoned, ...(await write(tx, folded, stored))]
}

interface Reading {
  readonly db: Connection
  readonly log: PostgresEventLog
  /** Pages of the log by the name of their reader, each fetched while the one before it is folded. */
  readonly ahead: Map<string, { readonly after: number; readonly page: Promise<readonly RecordedEvent[]> }>
}

/** The next page after a position; undefined at the end of the log. */
const pageAfter = async (
  { log, ahead }: Reading,
  tx: Session,
  { events: types }: AnyProjection,
  name: string,
  position: number,
  fetched: readonly RecordedEvent[] | undefined,
): Promise<LogPage | undefined> => {
  const recent = log.recent(name, position, PAGE, types)
  if (recent !== undefined) return recent
  const [last] = await tx.query('select coalesce(max(position), 0) from log.event', [], 'head')
  const head = Number(last?.[0])
  if (head <= position) return undefined
  // A page that isn't full may be longer by now.
  const events =
    fetched?.length === PAGE
      ? fetched
      : (await logPage(tx, { after: position, upTo: head, types, limit: PAGE })).map(eventOf)
  const end = events.at(-1)?.position
  if (events.length < PAGE || end === undefined) return { events, upTo: head }
  if (head - end >= PAGE) ahead.set(name, { after: end, page: log.read(end, PAGE, types).catch(() => []) })
  return { events, upTo: end }
}

/** Read models that another process is folding are skipped, without waiting. */
const passOver = async (
  { db, log }: Reading,
  projections: readonly AnyProjection[],
  upTo: number,
): Promise<readonly AnyProjection[]> => {
  if (projections.length === 0) return []
  const texts = (names: readonly string[]): Buffer => arrayOf('text', names)
  const standing = await db.query(
    'select name, version, position from read.projection where name = any($1::text[])',
    [texts(projections.map(({ name }) => name))],
    'standing',
  )
  const quiet = standing.flatMap(([name, version, from]) => {
    const projection = projections.find((one) => one.name === name && one.version === version)
    if (projection === undefined) return []
    const position = Number(from)
    const page = log.recent(projection.name, position, 1, projection.events)
    return page !== undefined && page.events.length === 0 && page.upTo >= upTo ? [{ projection, position }] : []
  })
  if (quiet.length === 0) return []
  const moved = await db.query(
    `update read.projection p set position = $4 from (
       select name from read.projection join unnest($1::text[], $2::int[], $3::bigint[]) u(name, version, position)
         using (name, version, position) order by name for update of projection skip locked
     ) free where p.name = free.name returning p.name`,
    [
      texts(quiet.map(({ projection }) => projection.name)),
      arrayOf(
        'int4',
        quiet.map(({ projection }) => projection.version),
      ),
      arrayOf(
        'int8',
        quiet.map(({ position }) => position),
      ),
      upTo,
    ],
    'pass-over',
  )
  const names = new Set(moved.map(([name]) => name))
  return projections.filter(({ name }) => names.has(name))
}

/** The next page of the log, with the position, in one transaction. */
const advance = async (
  reading: Reading,
  projection: AnyProjection,
  name: string,
  onPoison: OnPoison,
): Promise<number> => {
  const { after, page } = reading.ahead.get(name) ?? {}
  reading.ahead.delete(name)
  // Awaited before the transaction takes a connection, since the fetch needs one too.
  const fetched = await page
  return writing(projection, name, (write) =>
    transaction(reading.db, async (tx) => {
      const position = await lockPosition(tx, projection, name)
      if (position === undefined) return 0
      const next = await pageAfter(reading, tx, projection, name, position, after === position ? fetched : undefined)
      if (next === undefined) return 0
      const isSeen = seen(position, await marksOf(tx, name))
      const unseen = next.events.filter((event) => !isSeen(event))
      await onPoison(tx, name, await foldInto(tx, projection, name, unseen, write))
      await tx.query('update read.projection set position = $2 where name = $1', [name, next.upTo], 'set-position')
      return next.upTo - position
    }),
  )
}

/** What a topic delivered, with the marks, in one transaction; false when messages before it are missing. */
const foldBatches = (db: Connection, projection: AnyProjection, batches: readonly Batch[]): Promise<boolean> => {
  const { name } = projection
  return writing(projection, name, (write) =>
    transaction(db, async (tx) => {
      const position = await lockPosition(tx, projection, name, 'share')
      if (position === undefined) return true
      const marks = await lockMarks(tx, name, batches)
      if (batches.some((batch) => isBeyond(batch, marks))) return false
      const isSeen = seen(position, marks)
      const events = inOrder(batches).filter((event) => projection.events.includes(event.type) && !isSeen(event))
      await park(tx, name, await foldInto(tx, projection, name, events, write))
      await setMarks(
        tx,
        name,
        batches.map((batch) => markBehind(batch, marks)),
      )
      return true
    }),
  )
}
