import type { ReadModels, ReadsOfOneMoment, Stored } from '../../ports.ts'
import type { AnyProjection, Filter, Projection } from '../../projection.ts'
import { arrayOf } from './arrays.ts'
import type { Connection, Session } from './connection.ts'

/** The table of a read model; names come from the projections in the code, never from a request. */
export const tableOf = (name: string): string => {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name for a read model`)
  return `read.${name}`
}

const condition = (
  { columns }: Pick<AnyProjection, 'columns'>,
  { column, is, value }: Filter,
  values: unknown[],
): string => {
  if (column !== 'key' && column !== 'position' && !(column in columns)) throw new Error(`no column ${column}`)
  if (is === 'null') return `${column} is null`
  if (is === 'in') return `${column} = any($${values.push(arrayOf('text', value as string[]))}::text[])`
  const placeholder = `$${values.push(value)}`
  switch (is) {
    case 'prefix':
      return `starts_with(${column}, ${placeholder})`
    case 'contains':
      return `${placeholder} = any(${column})`
    case 'lacks':
      return `not coalesce(${placeholder} = any(${column}), false)`
    default:
      return `${column} ${is} ${placeholder}`
  }
}

/** Read models in Postgres: a document as JSON text by key, and columns to find it by. */
export const postgresReadModels = (db: Connection): ReadModels => ({
  ...readsOn(db),
  atOneMoment: (work) => db.transaction((tx) => work(readsOn(tx)), 'isolation level repeatable read, read only'),
})

const readsOn = (db: Pick<Session, 'query'>): ReadsOfOneMoment => {
  const texts = coalesced(db)
  return {
    text: texts,
    get: async <D>(projection: Projection<D>, key: string): Promise<Stored<D> | undefined> => {
      const found = await texts(projection.name, key)
      return found === undefined ? undefined : { key, position: found.position, document: JSON.parse(found.json) as D }
    },
    find: async <D>(
      projection: Projection<D>,
      {
        where = [],
        order = [],
        after,
        limit,
      }: {
        where?: readonly Filter[]
        order?: readonly { column: string; descending?: true }[]
        after?: readonly unknown[]
        limit: number
      },
    ) => {
      const values: unknown[] = []
      const conditions = where.map((filter) => condition(projection as unknown as AnyProjection, filter, values))
      const columns = [...order, { column: 'key' }]
      if (after !== undefined) conditions.push(beyond(columns, after, values))
      const rows = await db.query(
        `select key, position, document from ${tableOf(projection.name)}
         ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}
         order by ${columns.map(({ column, ...direction }) => `${column}${'descending' in direction ? ' desc' : ''}`).join(', ')}
         limit $${values.push(limit)}`,
        values,
      )
      return rows.map(([key, position, json]) => ({
        key: key as string,
        position: position as number,
        document: JSON.parse(json as string) as D,
      }))
    },
    count: async (projection, where) => {
      const values: unknown[] = []
      const conditions = where.map((filter) => condition(projection as unknown as AnyProjection, filter, values))
      const [row] = await db.query(
        `select count(*) from ${tableOf(projection.name)} ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}`,
        values,
      )
      return Number(row?.[0])
    },
    countBy: async (projection, columns, where) => {
      const values: unknown[] = []
      const conditions = where.map((filter) => condition(projection, filter, values))
      for (const column of columns) if (!(column in projection.columns)) throw new Error(`no column ${column}`)
      const rows = await db.query(
        `select ${columns.join(', ')}, count(*) from ${tableOf(projection.name)}
         ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`} group by ${columns.join(', ')}`,
        values,
      )
      return rows.map((row) => ({ values: row.slice(0, -1), count: Number(row.at(-1)) }))
    },
    position: async (name) =>
      Number(
        (
          await db.query('select log.reached(name, position) from read.projection where name = $1', [name], 'position')
        )[0]?.[0] ?? 0,
      ),
  }
}

/** Rows behind a place in the order: equal on the first columns, beyond it on the next. */
const beyond = (
  columns: readonly { column: string; descending?: true }[],
  after: readonly unknown[],
  values: unknown[],
): string => {
  const alternatives = columns.map(({ column, descending }, index) => {
    const equal = columns.slice(0, index).map((before, at) => `${before.column} = $${values.push(after[at])}`)
    return [...equal, `${column} ${descending ? '<' : '>'} $${values.push(after[index])}`].join(' and ')
  })
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' or ')})`
}

// While these are with the server, look-ups gather for the next query: the busier, the fewer queries per look-up.
const MOST_UNDER_WAY = 2

/** Look-ups by key that arrive together are answered by one query: at a thousand a second, a tenth of the work. */
const coalesced = (db: Pick<Session, 'query'>): ReadModels['text'] => {
  type Found = { readonly position: number; readonly json: string } | undefined
  interface Waiting {
    readonly resolve: (found: Found) => void
    readonly reject: (error: unknown) => void
  }
  const waiting = new Map<string, Map<string, Waiting[]>>()
  const underWay = new Map<string, number>()
  const flush = async (readModel: string): Promise<void> => {
    const keys = waiting.get(readModel)
    const queries = underWay.get(readModel) ?? 0
    if (keys === undefined || queries >= MOST_UNDER_WAY) return
    waiting.delete(readModel)
    underWay.set(readModel, queries + 1)
    try {
      const rows = await db.query(
        `select key, position, document from ${tableOf(readModel)} where key = any($1::text[])`,
        [arrayOf('text', [...keys.keys()])],
        `texts-${readModel}`,
      )
      for (const [key, position, json] of rows) {
        for (const { resolve } of keys.get(key as string) ?? [])
          resolve({ position: position as number, json: json as string })
        keys.delete(key as string)
      }
      for (const left of keys.values()) for (const { resolve } of left) resolve(undefined)
    } catch (error) {
      for (const left of keys.values()) for (const { reject } of left) reject(error)
    } finally {
      underWay.set(readModel, (underWay.get(readModel) ?? 1) - 1)
      flush(readModel)
    }
  }
  return (readModel, key) =>
    new Promise((resolve, reject) => {
      let keys = waiting.get(readModel)
      if (keys === undefined) {
        keys = new Map()
        waiting.set(readModel, keys)
        setImmediate(() => flush(readModel))
      }
      const same = keys.get(key)
      if (same === undefined) keys.set(key, [{ resolve, reject }])
      else same.push({ resolve, reject })
    })
}
