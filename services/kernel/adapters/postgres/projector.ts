import type { RecordedEvent } from '../../event.ts'
import type { EventLog, Projector } from '../../ports.ts'
import { type AnyProjection, fold } from '../../projection.ts'
import { arrayOf } from './arrays.ts'
import type { Connection, Session } from './connection.ts'
import { COLUMNS, eventOf } from './event-log.ts'
import { tableOf } from './read-models.ts'

const PAGE = 2000
const COPY_BYTES = 1 << 20

/** Keeps read models in step with the log: live by pages, from nothing by one sorted pass. */
export const postgresProjector = (db: Connection, log: EventLog): Projector => ({
  prepare: async (projections) => {
    const versions = new Map(
      (await db.query('select name, version from read.projection')).map(([name, version]) => [name, version]),
    )
    const head = await log.head()
    const stale: AnyProjection[] = []
    for (const projection of projections) {
      if (versions.get(projection.name) === projection.version) continue
      if (head > 0) {
        stale.push(projection)
        continue
      }
      await db.transaction(async (tx) => {
        await tx.query(`drop table if exists ${tableOf(projection.name)}`)
        await createTable(tx, projection, projection.name)
        await createIndexes(tx, projection, projection.name)
        await setPosition(tx, projection, 0)
      })
    }
    return stale
  },

  behind: async (projection) =>
    (await log.head()) -
    Number(
      (await db.query('select position from read.projection where name = $1', [projection.name], 'position'))[0]?.[0] ??
        0,
    ),

  advance: (projection) => advance(db, log, projection, projection.name),

  rebuild: async (projection, progress) => {
    const next = `${projection.name}__next`
    await db.query(`drop table if exists ${tableOf(next)}`)
    await db.transaction((tx) => createTable(tx, projection, next))
    const position = await copyAll(db, projection, next, progress)
    await db.transaction((tx) => createIndexes(tx, projection, next))
    await db.query(
      'insert into read.projection values ($1, $2, $3) on conflict (name) do update set version = $2, position = $3',
      [next, projection.version, position],
    )
    while ((await advance(db, log, projection, next)) > 0);
    await db.transaction(async (tx) => {
      // Whoever folds the old one live holds its row; after this they find the new one under the same name.
      await tx.query('select from read.projection where name = any($1::text[]) order by name for update', [
        arrayOf('text', [projection.name, next]),
      ])
      await tx.query(`drop table if exists ${tableOf(projection.name)}`)
      await tx.query(`alter table ${tableOf(next)} rename to ${projection.name}`)
      for (const [index] of projection.indexes.entries())
        await tx.query(`alter index read.${next}_${index} rename to ${projection.name}_${index}`)
      await tx.query(`alter index read.${next}_key rename to ${projection.name}_key`)
      await tx.query('delete from read.projection where name = $1', [projection.name])
      await tx.query('update read.projection set name = $1 where name = $2', [projection.name, next])
      await tx.query('delete from read.dead_letter where consumer = $1', [projection.name])
    })
  },

  deadLetters: async () =>
    (await db.query('select consumer, key, position, reason from read.dead_letter order by consumer, key')).map(
      ([consumer, key, position, reason]) => ({
        consumer: consumer as string,
        key: key as string,
        position: position as number,
        reason: reason as string,
      }),
    ),

  retry: async (projection, key) =>
    db.transaction(async (tx) => {
      const [row] = await tx.query('select position from read.projection where name = $1 for update', [projection.name])
      await tx.query('delete from read.dead_letter where consumer = $1 and key = $2', [projection.name, key])
      const events = (await log.readSubject(key)).filter(
        (event) => event.position <= Number(row?.[0]) && projection.events.includes(event.type),
      )
      const { folded, poisoned } = fold(projection, events, new Map())
      await write(tx, projection, projection.name, folded)
      await park(tx, projection.name, poisoned)
      return poisoned.length === 0
    }),

  drop: async (consumer, key) => {
    await db.query('delete from read.dead_letter where consumer = $1 and key = $2', [consumer, key])
  },
})

const setPosition = (tx: Session, projection: AnyProjection, position: number) =>
  tx.query(
    'insert into read.projection values ($1, $2, $3) on conflict (name) do update set version = $2, position = $3',
    [projection.name, projection.version, position],
  )

const createTable = async (tx: Session, { columns }: AnyProjection, name: string): Promise<void> => {
  const extra = Object.entries(columns).map(([column, type]) => `, ${column} ${type}`)
  await tx.query(
    `create table ${tableOf(name)} (key text collate "C" not null, position bigint not null, document text not null${extra.join('')})`,
  )
}

const createIndexes = async (tx: Session, { indexes }: AnyProjection, name: string): Promise<void> => {
  await tx.query(`set local maintenance_work_mem = '256MB'`)
  await tx.query(`create unique index ${name}_key on ${tableOf(name)} (key)`)
  for (const [index, body] of indexes.entries())
    await tx.query(`create index ${name}_${index} on ${tableOf(name)} ${body}`)
  await tx.query(`analyze ${tableOf(name)}`)
}

/** One page: the documents of its keys in, the fold, all of them out, with the position, in one transaction. */
const advance = (db: Connection, log: EventLog, projection: AnyProjection, name: string): Promise<number> =>
  db.transaction(async (tx) => {
    const [row] = await tx.query(
      'select position from read.projection where name = $1 for update',
      [name],
      'lock-position',
    )
    if (row === undefined) return 0
    const position = Number(row[0])
    const head = await log.head()
    if (head <= position) return 0
    const events = await log.read(position, PAGE, projection.events)
    const reached = events.length === PAGE ? (events.at(-1)?.position ?? head) : head
    // Events appended since `head` was read are in the page too: the position never goes back.
    const upTo = Math.max(reached, events.at(-1)?.position ?? 0)
    if (events.length > 0) {
      const keys = arrayOf('text', [...new Set(events.map(({ subject }) => subject))])
      const parked = new Set(
        (
          await tx.query(
            'select key from read.dead_letter where consumer = $1 and key = any($2::text[])',
            [name, keys],
            'parked',
          )
        ).map(([key]) => key),
      )
      const stored = await tx.query(
        `select key, document from ${tableOf(name)} where key = any($1::text[])`,
        [keys],
        `documents-${name}`,
      )
      const documents = new Map(stored.map(([key, json]) => [key as string, JSON.parse(json as string) as unknown]))
      const { folded, poisoned } = fold(
        projection,
        events.filter(({ subject }) => !parked.has(subject)),
        documents,
      )
      await write(tx, projection, name, folded)
      await park(tx, name, poisoned)
    }
    await tx.query('update read.projection set position = $2 where name = $1', [name, upTo], 'set-position')
    return upTo - position
  })

const park = async (tx: Session, name: string, poisoned: ReturnType<typeof fold>['poisoned']): Promise<void> => {
  for (const { key, position, reason } of poisoned) {
    await tx.query('insert into read.dead_letter values ($1, $2, $3, $4) on conflict do nothing', [
      name,
      key,
      position,
      reason,
    ])
  }
}

const baseType = (type: string): string => type.replace(/ (collate|not null|compression).*$/, '')

const write = async (
  tx: Session,
  projection: AnyProjection,
  name: string,
  folded: ReturnType<typeof fold>['folded'],
): Promise<void> => {
  const gone = folded.filter(({ document }) => document === undefined)
  if (gone.length > 0)
    await tx.query(`delete from ${tableOf(name)} where key = any($1::text[])`, [
      arrayOf(
        'text',
        gone.map(({ key }) => key),
      ),
    ])
  const kept = folded.filter(({ document }) => document !== undefined)
  if (kept.length === 0) return
  const rows = kept.map(({ document, key }) => projection.row(document, key))
  const columns = Object.entries(projection.columns)
  const names = ['key', 'position', 'document', ...columns.map(([column]) => column)]
  // An array cell travels as its literal, since arrays of arrays must be rectangular.
  const values = [
    arrayOf(
      'text',
      kept.map(({ key }) => key),
    ),
    arrayOf(
      'int8',
      kept.map(({ position }) => position),
    ),
    arrayOf(
      'text',
      kept.map(({ document }) => JSON.stringify(document)),
    ),
    ...columns.map(([column]) =>
      arrayOf(
        'text',
        rows.map((row) => literal(row[column])),
      ),
    ),
  ]
  const cells = columns.map(([, type], index) => `c${index}::${baseType(type)}`)
  const update = names.slice(1).map((column) => `${column} = excluded.${column}`)
  const same = names.slice(2).map((column) => `t.${column}`)
  const other = names.slice(2).map((column) => `excluded.${column}`)
  await tx.query(
    `insert into ${tableOf(name)} as t (${names.join(', ')})
     select key, position, document${cells.map((cell) => `, ${cell}`).join('')}
     from unnest($1::text[], $2::bigint[], $3::text[]${columns.map((_, index) => `, $${index + 4}::text[]`).join('')}) u(key, position, document${columns.map((_, index) => `, c${index}`).join('')})
     on conflict (key) do update set ${update.join(', ')} where (${same.join(', ')}) is distinct from (${other.join(', ')})`,
    values,
    `write-${name}`,
  )
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`
/** A cell as Postgres reads it from text. */
const literal = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (Array.isArray(value))
    return `{${value.map((element) => (typeof element === 'string' ? quoted(element) : String(element))).join(',')}}`
  return String(value)
}
const copyEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const copyCell = (text: string | null): string =>
  text === null ? '\\N' : /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (c) => copyEscapes[c] ?? c) : text

/**
 * Every document from nothing, as of one moment: the log sorted by stream brings each subject's events together, so a document is folded
 * once and written once, and memory holds one subject. Returns that moment's position. A poisoned event stops it.
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
    const columns = Object.keys(projection.columns)
    const lineOf = (subject: string, events: RecordedEvent[]): string => {
      if (events.length > 1) events.sort((a, b) => a.position - b.position)
      const { folded, poisoned } = fold(projection, events, new Map())
      const [bad] = poisoned
      if (bad !== undefined)
        throw new Error(`${projection.name} can't fold event ${bad.position} of ${subject}: ${bad.reason}`)
      const [document] = folded
      if (document?.document === undefined) return ''
      const row = projection.row(document.document, subject)
      const cells = [
        subject,
        String(document.position),
        JSON.stringify(document.document),
        ...columns.map((column) => literal(row[column])),
      ]
      return `${cells.map(copyCell).join('\t')}\n`
    }
    async function* lines(): AsyncGenerator<string> {
      let subject = ''
      let events: RecordedEvent[] = []
      let chunk = ''
      let seen = 0
      // The next page is fetched while this one is folded.
      let page = tx.query('fetch 5000 from sorted')
      for (;;) {
        const rows = await page
        if (rows.length === 0) break
        page = tx.query('fetch 5000 from sorted')
        for (const row of rows) {
          const event = eventOf(row)
          if (event.subject !== subject) {
            if (events.length > 0) chunk += lineOf(subject, events)
            subject = event.subject
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
      if (events.length > 0) chunk += lineOf(subject, events)
      yield chunk
    }
    await db.copy(
      `copy ${tableOf(name)} (${['key', 'position', 'document', ...columns].join(', ')}) from stdin`,
      lines(),
    )
    return head
  }, 'isolation level repeatable read read only')
