import type { EnterpriseHit, EnterprisePage, Reading, SearchAnalysis } from '../search/port.ts'

/** The highest standing rank is below this. */
export const RANKS = 2 ** 31

export type Order = 'closeness' | 'standing'

/** Where a page ended: in which reading, and after which row of its order, once it has one. */
export interface Place {
  readonly reading: number
  readonly after?: { readonly order: Order; readonly at: readonly [number, number, string] }
}

const cursorOf = ({ reading, after }: Place): string =>
  Buffer.from(JSON.stringify([reading, ...(after === undefined ? [] : [after.order, ...after.at])])).toString(
    'base64url',
  )

/** Undefined for what isn't a cursor. */
const placeOf = (cursor: string): Place | undefined => {
  try {
    const [reading, order, a, b, key, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (!Number.isSafeInteger(reading) || rest.length > 0) return undefined
    if (order === undefined) return { reading: reading as number }
    if (order !== 'closeness' && order !== 'standing') return undefined
    // What doesn't fit the columns would be an error of the database.
    if (![a, b].every((part) => Number.isInteger(part) && Math.abs(part as number) < RANKS)) return undefined
    if (typeof key !== 'string' || key.includes('\0')) return undefined
    return { reading: reading as number, after: { order, at: [a as number, b as number, key] } }
  } catch {
    return undefined
  }
}

/** Everything: what a search without a query finds. */
export const ANYTHING: Reading = { why: 'name', tokens: [[]], words: [] }

/** A row of an engine, and its place in the order in which it was fetched. */
export interface Found extends Omit<EnterpriseHit, 'why' | 'name' | 'ranges'> {
  readonly name: string
  readonly oldNames: readonly string[]
  readonly at: readonly [number, number, string]
}

/** Up to so many rows of a reading, after a place. */
export type FindIn = (
  place: Place,
  wanted: number,
) => Promise<{ readonly order: Order; readonly rows: readonly Found[] }>

/** A page of hits, each with its reason: those of the first reading first. */
export const pageOf = async (
  analysis: SearchAnalysis,
  {
    readings,
    limit,
    cursor,
  }: { readonly readings: readonly Reading[]; readonly limit: number; readonly cursor?: string },
  findIn: FindIn,
): Promise<EnterprisePage | 'unknown-cursor'> => {
  const start = cursor === undefined ? { reading: 0 } : placeOf(cursor)
  if (start === undefined || (cursor !== undefined && readings[start.reading] === undefined)) return 'unknown-cursor'
  const hits: { readonly hit: EnterpriseHit; readonly place: Place }[] = []
  for (const [number, reading] of readings.entries()) {
    if (number < start.reading || hits.length > limit) continue
    const place: Place = number === start.reading ? start : { reading: number }
    const { order, rows } = await findIn(place, limit + 1 - hits.length)
    for (const { at, name, oldNames, ...found } of rows) {
      const { why, ...matched } = analysis.explain(reading, name, oldNames)
      const hit = { ...found, ...matched, ...(reading === ANYTHING ? {} : { why }) }
      hits.push({ hit, place: { reading: number, after: { order, at } } })
    }
  }
  const last = hits[limit - 1]
  return {
    hits: hits.slice(0, limit).map(({ hit }) => hit),
    ...(hits.length > limit && last !== undefined ? { next: cursorOf(last.place) } : {}),
  }
}

/** Code, name, pinyin, initials, near. */
export const MOST_READINGS = 5

export const readingsOf = (analysis: SearchAnalysis, q: string): readonly Reading[] =>
  (q.trim() === '' ? [ANYTHING] : analysis.readings(q.trim())).slice(0, MOST_READINGS)
