import {
  type SearchedEnterprise,
  searchColumns,
  searchIndexes,
  searchRow,
} from '@mingjian/credit-query/projections/enterprise-search'
import type { Connection } from '@mingjian/kernel/adapters'

const TABLE = 'read.enterprise_search'
const BATCH = 5000
const COLUMNS = Object.entries(searchColumns)
const TYPES = COLUMNS.map(([column, definition]) => [column, definition.split(' ')[0] ?? ''] as const)

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`
const literal = (value: unknown): string =>
  Array.isArray(value)
    ? `{${value.map((one) => (typeof one === 'string' ? quoted(one) : one)).join(',')}}`
    : String(value)

/** Milliseconds of each part. */
export interface Filled {
  /** From enterprises to rows, in this process. */
  readonly analysed: number
  readonly inserted: number
  readonly indexed: number
}

/** The search's read model filled as a rebuild fills it: rows first, then the indexes. */
export const fillSearch = async (db: Connection, enterprises: Iterable<SearchedEnterprise>): Promise<Filled> => {
  await db.query(`drop table if exists ${TABLE}`)
  await db.query(
    `create table ${TABLE} (key text collate "C" not null, position bigint not null, document text not null, ${COLUMNS.map((column) => column.join(' ')).join(', ')})`,
  )
  let [analysed, inserted] = [0, 0]
  let batch: SearchedEnterprise[] = []
  const flush = async (): Promise<void> => {
    const start = performance.now()
    const rows = batch.map(searchRow)
    const ready = performance.now()
    const cells = [
      batch.map(({ uscc }) => uscc),
      batch.map((_, index) => String(index + 1)),
      batch.map((enterprise) => JSON.stringify(enterprise)),
      ...TYPES.map(([column]) => rows.map((row) => literal(row[column]))),
    ]
    await db.query(
      `insert into ${TABLE} select key, position::bigint, document${TYPES.map(([column, type]) => `, ${column}::${type}`).join('')}
       from unnest(${cells.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as u(key, position, document, ${TYPES.map(([column]) => column).join(', ')})`,
      cells,
    )
    analysed += ready - start
    inserted += performance.now() - ready
    batch = []
  }
  for (const enterprise of enterprises) {
    batch.push(enterprise)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  const start = performance.now()
  await db.transaction(async (tx) => {
    await tx.query(`set local maintenance_work_mem = '256MB'`)
    await tx.query(`create unique index enterprise_search_key on ${TABLE} (key)`)
    for (const [index, body] of searchIndexes.entries())
      await tx.query(`create index enterprise_search_${index} on ${TABLE} ${body}`)
    await tx.query(`analyze ${TABLE}`)
  })
  return { analysed, inserted, indexed: performance.now() - start }
}
