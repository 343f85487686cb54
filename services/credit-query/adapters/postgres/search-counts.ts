import type { Session } from '@mingjian/kernel/adapters'
import { arrayOf } from '@mingjian/kernel/adapters'
import type { EnterpriseCounts, EnterpriseFilters, Reading } from '../../search/port.ts'
import { RANKS } from '../search-pages.ts'
import { conditions, countedBySets, countedInSample } from './search-sql.ts'
import { lookedUp, mostWith, type TokenShares } from './token-shares.ts'

/** Up to so many hits are counted one by one. */
const MOST_COUNTED = 5000
/** Of more, those among so many rows of the standing order, which is no order of anything that is counted. */
const LOOKED_AT = 10_000

/** Hits that are alike in what is counted: what, whether they pass each filter, and how many. */
interface Alike {
  readonly values: readonly (readonly string[])[]
  readonly passes: readonly boolean[]
  readonly count: number
}

const alikeFrom = ([, , state, lists, district, industry, type, ...rest]: readonly unknown[]): Alike => ({
  values: [[state], JSON.parse(lists as string), [district], [industry], [type]] as string[][],
  passes: rest.slice(0, 5) as boolean[],
  count: Number(rest[5]),
})

const counts = (hits: readonly Alike[], weight: number): EnterpriseCounts => {
  const weighed = (count: number): number => Math.round(count * weight)
  const by = (number: number): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    for (const { values, passes, count } of hits)
      if (passes.every((pass, filter) => pass || filter === number))
        for (const value of values[number] ?? []) found.set(value, (found.get(value) ?? 0) + count)
    return new Map([...found].map(([value, count]) => [value, weighed(count)]))
  }
  const all = hits.filter(({ passes }) => passes.every(Boolean)).reduce((sum, { count }) => sum + count, 0)
  return {
    total: weighed(all),
    exact: weight === 1,
    by: { state: by(0), list: by(1), district: by(2), industry: by(3), type: by(4) },
  }
}

/** Hits of all readings, counted where the index leads to few, else estimated. */
export const countHits = async (
  db: Session,
  readings: readonly Reading[],
  filters: EnterpriseFilters,
  shares: TokenShares | undefined,
): Promise<EnterpriseCounts> => {
  const shared = conditions(readings, readings.length - 1, filters)
  const sets = readings.flatMap(({ tokens }) => tokens)
  if (shares === undefined || mostWith(sets, shares) <= MOST_COUNTED) {
    const some = lookedUp(sets, shares?.common).map((tokens) => `{${tokens.join(',')}}`)
    const code = readings.find((reading) => reading.code !== undefined)?.code ?? null
    const rows = await db.query(countedBySets, [...shared, arrayOf('text', some), code, MOST_COUNTED + 1])
    if (Number(rows[0]?.[0] ?? 0) <= MOST_COUNTED) return counts(rows.map(alikeFrom), 1)
  }
  const rows = await db.query(countedInSample, [...shared, LOOKED_AT], 'search-counts')
  const [seen = 0, highest = 0] = (rows[0] ?? []).map(Number)
  // Ranks are spread evenly, so the highest of the sample tells the size of the register.
  const register = seen === LOOKED_AT ? (LOOKED_AT * RANKS) / (highest + 1) : seen
  return counts(rows.map(alikeFrom), seen === 0 ? 1 : register / seen)
}
