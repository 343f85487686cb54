import type { EnterpriseFilters, EnterpriseHit, EnterpriseSearch, Reading, SearchAnalysis } from '../../search.ts'
import { arrayOf } from './arrays.ts'
import type { Connection } from './connection.ts'
import { cursorOf, type Order, type Place, placeOf, RANKS } from './search-place.ts'
import { byCode, byTokens, conditions, inStandingOrder, leading, MOST_READINGS, SAMPLE, sampled } from './search-sql.ts'
import { lookedUp, mostWith, type TokenShares, tokenShares } from './token-shares.ts'

/** Up to about so many matches are all fetched and ordered by closeness; more are shown in the register's standing order. */
const MOST_ORDERED = 5000
/** Rows in standing order that are read at once: so many times those among which a page is expected. */
const SPARE = 1.5
const USUAL_SHARE = 1 / 100
const LONGEST_STRETCH = 32_000
const WHOLE_CODE = 18

/** Everything: what a search without a query finds. */
const ANYTHING: Reading = { why: 'name', tokens: [[]], words: [] }

interface Found extends Omit<EnterpriseHit, 'why' | 'name' | 'ranges'> {
  readonly name: string
  readonly oldNames: readonly string[]
  readonly at: readonly [number, number, string]
}

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
    // In a register so large that even a token outside the statistics may be too frequent, the sample decides.
    const telling = shares !== undefined && shares.others * shares.rows <= 2 * MOST_ORDERED
    if (telling && some.length > 0 && mostWith(some, shares) <= MOST_ORDERED) return undefined
    const [row] = await db.query(sampled, [...conditions(readings, number, filters), number], 'search-sample')
    const [seen = 0, highest = 0, fitting = 0] = (row ?? []).map(Number)
    // Ranks are spread evenly, so the highest of the sample tells the size of the register.
    const register = seen === SAMPLE ? (SAMPLE * RANKS) / (highest + 1) : seen
    const share = seen === 0 ? 0 : fitting / seen
    return share * register > MOST_ORDERED ? share : undefined
  }

  const standing = async (
    { readings, filters }: Search,
    { reading, after }: Place,
    wanted: number,
    share = USUAL_SHARE,
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

  const closest = async (
    { readings, sets, filters, filterTokens, shares }: Search,
    { reading: number, after }: Place,
    wanted: number,
  ): Promise<readonly Found[]> => {
    const reading = readings[number] ?? ANYTHING
    const shared = [
      ...conditions(readings, number, filters),
      ...leading(reading),
      ...(after?.at ?? [-1, -1, '']),
      wanted,
    ]
    const tokens = arrayOf('text', lookedUp(sets[number] ?? [], shares?.common).map(set))
    const rows =
      reading.code === undefined
        ? await db.query(byTokens, [...shared, tokens, number], 'search-tokens')
        : // Planned anew each time: how many codes begin alike, and how many enterprises pass the filters, decides the way.
          await db.query(byCode, [...shared, reading.code, set(filterTokens), number])
    return rows.map(([closeness, length, ...shown]) => foundFrom(shown, [closeness as number, length as number]))
  }

  const searchFor = async (q: string, filters: EnterpriseFilters): Promise<Search> => {
    const readings = (q === '' ? [ANYTHING] : analysis.readings(q)).slice(0, MOST_READINGS)
    const filterTokens = analysis.filterTokens(filters)
    const sets = readings.map(({ tokens }) => tokens.map((some) => [...some, ...filterTokens]))
    const shares = await tokenShares(db, new Set(sets.flat(2)))
    return { readings, sets, filters, filterTokens, shares }
  }

  return {
    find: async ({ q = '', filters = {}, limit, cursor }) => {
      const start = cursor === undefined ? { reading: 0 } : placeOf(cursor)
      if (start === undefined) return 'unknown-cursor'
      const search = await searchFor(q.trim(), filters)
      if (cursor !== undefined && search.readings[start.reading] === undefined) return 'unknown-cursor'
      const hits: { readonly hit: EnterpriseHit; readonly place: Place }[] = []
      for (const [number, reading] of search.readings.entries()) {
        if (number < start.reading || hits.length > limit) continue
        const place: Place = number === start.reading ? start : { reading: number }
        const share = place.after === undefined ? await frequency(search, number) : undefined
        const order: Order = place.after?.order ?? (share === undefined ? 'closeness' : 'standing')
        const wanted = limit + 1 - hits.length
        const rows =
          order === 'standing' ? await standing(search, place, wanted, share) : await closest(search, place, wanted)
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
    },
  }
}
