import type { AnyProjection, Folded } from '../../projection.ts'
import { arrayOf } from './arrays.ts'
import type { Session } from './connection.ts'
import { tableOf } from './read-models.ts'

export const createTable = async (tx: Session, { columns, storage }: AnyProjection, name: string): Promise<void> => {
  const extra = Object.entries(columns).map(([column, type]) => `, ${column} ${type}`)
  await tx.query(
    `create table ${tableOf(name)} (key text collate "C" not null, position bigint not null, document text not null${extra.join('')})${storage === undefined ? '' : ` with (${storage})`}`,
  )
}

export const createIndexes = async (tx: Session, { indexes }: AnyProjection, name: string): Promise<void> => {
  await tx.query(`set local maintenance_work_mem = '256MB'`)
  await tx.query(`create unique index ${name}_key on ${tableOf(name)} (key)`)
  for (const [index, body] of indexes.entries())
    await tx.query(`create index ${name}_${index} on ${tableOf(name)} ${body}`)
  await tx.query(`analyze ${tableOf(name)}`)
}

const baseType = (type: string): string => type.replace(/ (collate|not null|compression).*$/, '')

/**
 * Writes documents, or removes them. One whose JSON and columns are unchanged is not written. One that is not `stored` is inserted without a
 * look-up, which saves a third of the time.
 */
export const writeDocuments = async (
  tx: Session,
  projection: AnyProjection,
  name: string,
  folded: readonly Folded[],
  stored: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Promise<void> => {
  const gone = folded.filter(({ document }) => document === undefined).map(({ key }) => key)
  if (gone.length > 0) await removeDocuments(tx, name, gone)
  const kept = folded.filter(({ document }) => document !== undefined)
  for (const isStored of [true, false]) {
    const those = kept.filter(({ key }) => stored.has(key) === isStored)
    if (those.length > 0) await put(tx, projection, name, those, isStored)
  }
}

const put = async (
  tx: Session,
  projection: AnyProjection,
  name: string,
  kept: readonly Folded[],
  isStored: boolean,
): Promise<void> => {
  const columns = Object.entries(projection.columns)
  const names = ['key', 'position', 'document', ...columns.map(([column]) => column)]
  const texts = (cells: readonly (string | null)[]): Buffer => arrayOf('text', cells)
  const values = [
    texts(kept.map(({ key }) => key)),
    arrayOf(
      'int8',
      kept.map(({ position }) => position),
    ),
    texts(kept.map(({ document }) => JSON.stringify(document))),
    // An array cell travels as its literal, since arrays of arrays must be rectangular.
    ...columns.map(([column]) => texts(kept.map(({ row }) => literal(row[column])))),
  ]
  const cells = columns.map(([, type], index) => `c${index}::${baseType(type)}`)
  const update = names.slice(1).map((column) => `${column} = excluded.${column}`)
  const same = names.slice(2).map((column) => `t.${column}`)
  const other = names.slice(2).map((column) => `excluded.${column}`)
  const inPlace = `on conflict (key) do update set ${update.join(', ')} where (${same.join(', ')}) is distinct from (${other.join(', ')})`
  await tx.query(
    `insert into ${tableOf(name)} as t (${names.join(', ')})
     select key, position, document${cells.map((cell) => `, ${cell}`).join('')}
     from unnest($1::text[], $2::bigint[], $3::text[]${columns.map((_, index) => `, $${index + 4}::text[]`).join('')}) u(key, position, document${columns.map((_, index) => `, c${index}`).join('')})
     ${isStored ? inPlace : ''}`,
    values,
    `${isStored ? 'write' : 'add'}-${name}-${projection.version}`,
  )
}

export const removeDocuments = (tx: Session, name: string, keys: readonly string[]): Promise<unknown> =>
  tx.query(`delete from ${tableOf(name)} where key = any($1::text[])`, [arrayOf('text', keys)])

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

/** A cell as Postgres reads it from text. */
export const literal = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (Array.isArray(value))
    return `{${value.map((element) => (typeof element === 'string' ? quoted(element) : String(element))).join(',')}}`
  return String(value)
}

const copyEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const copyCell = (text: string | null): string =>
  text === null ? '\\N' : /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (c) => copyEscapes[c] ?? c) : text

/** A document as a line of COPY in the text format, its columns in the projection's order. */
export const copyLine = (projection: AnyProjection, { key, position, document, row }: Folded): string => {
  const cells = Object.keys(projection.columns).map((column) => literal(row[column]))
  return `${[key, String(position), JSON.stringify(document), ...cells].map(copyCell).join('\t')}\n`
}
