import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett'
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql'
import { arrayOf, type Connection } from '@mingjian/kernel/adapters'
import { encode } from '@mingjian/schemas'
import { establishment } from './append-events.ts'
import { closedLoop, type Measured } from './measure.ts'

/** Emmett's store as its documentation sets it up, one stream per enterprise, each expected to be new. */
export const emmett = async (url: string, callers: number): Promise<Measured> => {
  const store = getPostgreSQLEventStore(url)
  await store.schema.migrate()
  let written = 0
  try {
    return await closedLoop('Emmett 0.42 appendToStream', callers, async () => {
      written += 1
      const { stream, event } = establishment(written)
      await store.appendToStream(`enterprise-${stream}`, [{ type: event.type, data: { ...event.data } }], {
        expectedStreamVersion: STREAM_DOES_NOT_EXIST,
      })
      return 1
    })
  } finally {
    await store.close()
    // Its pool is still saying goodbye when this returns.
    await sleep(300)
  }
}

const MESSAGE_DB = ['schema/message-store', 'types/message', 'tables/messages']
const FUNCTIONS = ['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id', 'stream-version', 'write-message'] // biome-ignore format: one list

/** message-db from its own SQL files, in the order of its install script; its tables need none of its extensions. */
export const installMessageDb = async (db: Connection, database: string): Promise<void> => {
  const require = createRequire(import.meta.url)
  const folder = join(dirname(require.resolve('@eventide/message-db/package.json')), 'database')
  const sql = (path: string): string => readFileSync(join(folder, `${path}.sql`), 'utf8')
  await db.transaction(async (tx) => {
    for (const file of MESSAGE_DB) await tx.query(sql(file))
    await tx.query('set local search_path to message_store, public')
    for (const file of FUNCTIONS) await tx.query(sql(`functions/${file}`))
    for (const file of ['messages-id', 'messages-stream', 'messages-category']) await tx.query(sql(`indexes/${file}`))
    await tx.query(`alter database ${database} set search_path = message_store, public`)
  })
}

export const messageDb = async (db: Connection, callers: number): Promise<Measured> => {
  let written = 0
  return closedLoop('message-db write_message', callers, async () => {
    written += 1
    const { stream, event } = establishment(written)
    await db.query(
      'select message_store.write_message($1, $2, $3, $4, null, -1)',
      [randomUUID(), `enterprise-${stream.replace('/', '')}`, event.type, JSON.stringify(event.data)],
      'write-message',
    )
    return 1
  })
}

/** A table with the columns and indexes of the log and nothing of its promises. */
export const rawTable = async (db: Connection): Promise<void> => {
  await db.query('create table raw (like log.event including indexes)')
}

const cellsOf = (index: number): readonly (string | number | null | Uint8Array)[] => {
  const { stream, event, commandId } = establishment(index)
  const { payload: bytes, schema } = encode(event.type, event.data)
  const payload = Buffer.from(bytes, 'latin1')
  return [index, stream, 1, event.type, event.effectiveOn, '2026-07-01T08:00:00.000Z', 'import:bench', '150207', event.basis.join(' '), commandId, null, null, schema, payload, payload.subarray(0, 32)] // biome-ignore format: the columns in table order
}
const COLUMNS = ['int8', 'text', 'int4', 'text', 'date', 'timestamptz', 'text', 'text', 'text', 'text', 'text', 'text', 'int4', 'bytea', 'bytea'] as const // biome-ignore format: as above

/** One row, one statement, one commit, from as many clients as callers. The rows' bytes are made before the clock starts. */
export const rawInserts = async (db: Connection, callers: number, rows: number): Promise<Measured> => {
  const made = Array.from({ length: rows }, (_, index) => cellsOf(index + 1))
  let next = 0
  const placeholders = COLUMNS.map((_, index) => `$${index + 1}`).join(',')
  return closedLoop('raw single INSERT', callers, async () => {
    const cells = made[next++]
    if (cells === undefined) return 0
    await db.query(`insert into raw values (${placeholders})`, cells, 'raw-insert')
    return 1
  })
}

export const rawUnnest = async (db: Connection, callers: number, rows: number, size = 1000): Promise<Measured> => {
  const made = Array.from({ length: rows }, (_, index) => cellsOf(index + 1))
  let next = 0
  const arrays = COLUMNS.map((type, index) => `$${index + 1}::${type}[]`).join(',')
  return closedLoop(`raw unnest × ${size}`, callers, async () => {
    const page = made.slice(next, next + size)
    next += size
    if (page.length === 0) return 0
    const columns = COLUMNS.map((type, column) => {
      const cells = page.map((row) => row[column] ?? null)
      return type === 'timestamptz' ? `{${cells.join(',')}}` : arrayOf(type, cells)
    })
    await db.query(`insert into raw select * from unnest(${arrays})`, columns, 'raw-unnest')
    return page.length
  })
}

/** One COPY of all rows in the text format. */
export const rawCopy = async (db: Connection, rows: number): Promise<Measured> => {
  const lines: string[] = []
  for (let index = 1; index <= rows; index += 1) {
    const cells = cellsOf(index).map((cell) =>
      cell === null ? '\\N' : cell instanceof Uint8Array ? `\\\\x${Buffer.from(cell).toString('hex')}` : String(cell),
    )
    lines.push(`${cells.join('\t')}\n`)
  }
  const start = performance.now()
  await db.copy('copy raw from stdin', chunks(lines))
  return { what: 'raw COPY', callers: 1, perSecond: (rows * 1000) / (performance.now() - start) }
}

async function* chunks(lines: readonly string[]): AsyncGenerator<string> {
  for (let index = 0; index < lines.length; index += 1000) yield lines.slice(index, index + 1000).join('')
}
