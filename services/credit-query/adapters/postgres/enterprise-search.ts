import type { Connection } from '@mingjian/kernel/adapters'
import { arrayOf } from '@mingjian/kernel/adapters'
import type { EnterpriseFilters, EnterpriseSearch, Reading, SearchAnalysis } from '../../search/port.ts'
import { ANYTHING, type FindIn, type Found, type Place, pageOf, RANKS, readingsOf } from '../search-pages.ts'
import { countHits } from './search-counts.ts'
import { byCode, bySet, bySets, conditions, inStandingOrder, leading, SAMPLE, sampled } from './search-sql.ts'
import { lookedUp, mostWith, type TokenShares, tokenShares } from './token-shares.ts'

/** Up to so many matches are all fetched and ordered by closeness; more are shown in the register's standing order. */
const MOST_ORDERED = 5000
/** Rows in standing order that are read at once: so many times those among which a page is expected. */
const SPARE = 1.5
const LONGEST_STRETCH = 32_000
const WHOLE_CODE = 18

const foundFrom = (
  [key, position, document, name, oldNames]: readonly unknown[],
  order: readonly [number, number],
): Found => ({
  key: key as string,
  position: position as number,
  document: document as string,
  name: name as string,
  oldNames: JSON.parse(oldNames as string) as string[],
  at: [...order, key as string],
})

const set = (tokens: readonly number[]): string => `{${tokens.join(',')}}`

/** One search: its readings, each with its sets of tokens, those of the filters among them. */
interface Search {
  readonly readings: readonly Reading[]
  readonly sets: readonly (readonly (readonly number[])[])[]
  readonly filters: EnterpriseFilters
  readonly filterTokens: readonly number[]
  readonly shares: TokenShares | undefined
}

/**
 * Search of enterprises by name on Postgres, in the memory of Postgres. Readings with few matches have them fetched by their rarest tokens and
 * ordered by closeness. For those that match so much of the register that this would take long, its standing order soon fills a page.
 */
export const postgresEnterpriseSearch = (db: Connection, analysis: SearchAnalysis): EnterpriseSearch => {
  /** The share of the register that fits a reading, if that is too much for closeness. */
  const frequency = async (
    { readings, sets, filters, shares }: Search,
    number: number,
  ): Promise<number | undefined> => {
    if (readings[number]?.code?.length === WHOLE_CODE) return undefined
    const some = sets[number] ?? []
    if (shares !== undefined && some.length > 0 && mostWith(some, shares) <= MOST_ORDERED) return undefined
    const [row] = await db.query(sampled, [...conditions(readings, number, filters), number], 'search-sample')
    const [seen = 0, highest = 0, fitting = 0] = (row ?? []).map(Number)
    // Ranks are spread evenly, so the highest of the sample tells the size of the register.
    const register = seen === SAMPLE ? (SAMPLE * RANKS) / (highest + 1) : seen
    const share = seen === 0 ? 0 : fitting / seen
    return share * register > MOST_ORDERED ? share : undefined
  }

  const standing = async (
    { readings, filters, shares }: Search,
    { reading, after }: Place,
    wanted: number,
    share = MOST_ORDERED / Math.max(shares?.rows ?? 0, 2 * MOST_ORDERED),
  ): Promise<readonly Found[]> => {
    const found: Found[] = []
    let [, rank, key] = after?.at ?? [0, -1, '']
    const enough = Math.min(Math.ceil((SPARE * wanted) / share), LONGEST_STRETCH)
    for (let length = enough; found.length < wanted; length = Math.min(2 * length, LONGEST_STRETCH)) {
      const rows = await db.query(
        inStandingOrder,
        [...conditions(readings, reading, filters), rank, key, length, reading, wanted - found.length],
        'search-standing',
      )
      const [last] = rows
      if (last === undefined) break
      ;[rank, key] = [last[0] as number, last[1] as string]
      for (const [, , hitRank, ...shown] of rows)
        if (hitRank !== null) found.push(foundFrom(shown, [0, hitRank as number]))
    }
    return found
  }

  /** Undefined when there are too many. The page after a first one goes on whatever their number is by now. */
  const closest = async (
    { readings, sets, filters, filterTokens, shares }: Search,
    { reading: number, after }: Place,
    wanted: number,
  ): Promise<readonly Found[] | undefined> => {
    const reading = readings[number] ?? ANYTHING
    const some = lookedUp(sets[number] ?? [], shares?.common)
    // A row that has several sets counts several times.
    const most = some.length > 1 ? 2 * MOST_ORDERED : MOST_ORDERED
    const shared = [
      ...conditions(readings, number, filters),
      ...leading(reading),
      ...(after?.at ?? [-1, -1, '']),
      wanted,
      after === undefined ? most + 1 : null,
    ]
    const [only] = some
    const rows =
      reading.code !== undefined
        ? // Planned at each call: how many codes begin alike, and how many enterprises pass the filters, decides the way.
          await db.query(byCode, [...shared, reading.code, set(filterTokens), number])
        : some.length === 1 && only !== undefined
          ? await db.query(bySet, [...shared, set(only), number], 'search-set')
          : await db.query(bySets, [...shared, arrayOf('text', some.map(set)), number], 'search-sets')
    if (after === undefined && rows.some(([candidates]) => (candidates as number) > most)) return undefined
    return rows.map(([, closeness, length, ...shown]) => foundFrom(shown, [closeness as number, length as number]))
  }

  const findIn =
    (search: Search): FindIn =>
    async (place, wanted) => {
      const share = place.after === undefined ? await frequency(search, place.reading) : undefined
      const byCloseness = share === undefined && place.after?.order !== 'standing'
      const rows = byCloseness ? await closest(search, place, wanted) : undefined
      if (rows !== undefined) return { order: 'closeness', rows }
      return { order: 'standing', rows: await standing(search, place, wanted, share) }
    }

  const searchFor = async (readings: readonly Reading[], filters: EnterpriseFilters): Promise<Search> => {
    const filterTokens = analysis.filterTokens(filters)
    const sets = readings.map(({ tokens }) => tokens.map((some) => [...some, ...filterTokens]))
    const shares = await tokenShares(db, new Set(sets.flat(2)))
    return { readings, sets, filters, filterTokens, shares }
  }

  return {
    count: async ({ q = '', filters = {} }) => {
      const readings = readingsOf(analysis, q)
      const shares = await tokenShares(db, new Set(readings.flatMap(({ tokens }) => tokens.flat())))
      return countHits(db, readings, filters, shares)
    },
    find: async ({ q = '', filters = {}, ...page }) => {
      const readings = readingsOf(analysis, q)
      return pageOf(analysis, { readings, ...page }, findIn(await searchFor(readings, filters)))
    },
  }
}
