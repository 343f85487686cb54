import type { Mark } from '../../batch.ts'
import type { ReadModels, ReadsOfOneMoment, Stored } from '../../ports.ts'
import type { Filter, Order, Projection } from '../../projection.ts'

export interface MemoryRow {
  readonly position: number
  readonly json: string
  readonly cells: Readonly<Record<string, unknown>>
}

export interface MemoryReadModel {
  version: number
  position: number
  marks?: readonly Mark[]
  rows: Map<string, MemoryRow>
}

type Cell = readonly [key: string, row: MemoryRow]

const cellOf = ([key, row]: Cell, column: string): unknown => {
  if (column === 'key') return key
  if (column === 'position') return row.position
  return row.cells[column] ?? null
}

/** As Postgres orders: numbers by value, text by code point, null after everything. */
const compare = (a: unknown, b: unknown): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number') return a - Number(b)
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
}

const holds = (cell: unknown, { is, value }: Filter): boolean => {
  if (is === 'null') return cell === null
  const elements = Array.isArray(cell) ? cell.map(String) : []
  if (is === 'lacks') return !elements.includes(String(value))
  if (cell === null) return false
  switch (is) {
    case 'in':
      return (value as readonly unknown[]).map(String).includes(String(cell))
    case 'prefix':
      return String(cell).startsWith(String(value))
    case 'contains':
      return elements.includes(String(value))
    case '=':
      return compare(cell, value) === 0
    case '<':
      return compare(cell, value) < 0
    case '<=':
      return compare(cell, value) <= 0
    case '>':
      return compare(cell, value) > 0
    case '>=':
      return compare(cell, value) >= 0
  }
}

const inOrder = (columns: Order, a: Cell, b: Cell): number => {
  for (const { column, descending } of columns) {
    const order = compare(cellOf(a, column), cellOf(b, column))
    if (order !== 0) return descending ? -order : order
  }
  return 0
}

const isBeyond = (columns: Order, after: readonly unknown[], row: Cell): boolean => {
  for (const [index, { column, descending }] of columns.entries()) {
    const order = compare(cellOf(row, column), after[index] ?? null)
    if (order !== 0) return descending ? order < 0 : order > 0
  }
  return false
}

export const memoryReadModels = (models: ReadonlyMap<string, MemoryReadModel>): ReadModels => ({
  ...readsOn(models),
  atOneMoment: (work) => {
    const copied = Array.from(models, ([name, model]) => [name, { ...model, rows: new Map(model.rows) }] as const)
    return work(readsOn(new Map(copied)))
  },
})

const readsOn = (models: ReadonlyMap<string, MemoryReadModel>): ReadsOfOneMoment => {
  const rowsOf = (name: string): ReadonlyMap<string, MemoryRow> => models.get(name)?.rows ?? new Map()
  const matching = (
    { name, columns }: Pick<Projection<never>, 'name' | 'columns'>,
    where: readonly Filter[],
  ): Cell[] => {
    for (const { column } of where)
      if (column !== 'key' && column !== 'position' && !(column in columns)) throw new Error(`no column ${column}`)
    return [...rowsOf(name)].filter((row) => where.every((filter) => holds(cellOf(row, filter.column), filter)))
  }
  const stored = <D>([key, { position, json }]: Cell): Stored<D> => ({ key, position, document: JSON.parse(json) as D })
  return {
    text: async (name, key) => {
      const row = rowsOf(name).get(key)
      return row === undefined ? undefined : { position: row.position, json: row.json }
    },
    get: async <D>({ name }: Projection<D>, key: string) => {
      const row = rowsOf(name).get(key)
      return row === undefined ? undefined : stored<D>([key, row])
    },
    find: async (projection, { where = [], order = [], after, limit }) => {
      const columns: Order = [...order, { column: 'key' }]
      return matching(projection, where)
        .filter((row) => after === undefined || isBeyond(columns, after, row))
        .sort((a, b) => inOrder(columns, a, b))
        .slice(0, limit)
        .map((row) => stored(row))
    },
    count: async (projection, where) => matching(projection, where).length,
    countBy: async (projection, columns, where) => {
      for (const column of columns) if (!(column in projection.columns)) throw new Error(`no column ${column}`)
      const groups = new Map<string, { values: unknown[]; count: number }>()
      for (const cell of matching(projection, where)) {
        const values = columns.map((column) => cellOf(cell, column))
        const group = groups.get(JSON.stringify(values)) ?? { values, count: 0 }
        groups.set(JSON.stringify(values), { values, count: group.count + 1 })
      }
      return [...groups.values()]
    },
    position: async (name) => models.get(name)?.position ?? 0,
  }
}
