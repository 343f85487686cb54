import type { EnterpriseHit, EnterpriseSearch } from '@mingjian/credit-query'
import type { SearchedEnterprise } from '@mingjian/credit-query/projections/enterprise-search'
import { indexBuild } from './index-build.ts'
import type { Goal, Report } from './measure.ts'
import { elasticsearchEngine, enterpriseAt, postgresEngine } from './search-engines.ts'
import { isAbbreviated, isNear, isSounded } from './search-oracle.ts'
import { diceOf, type QueryKind, queryKinds, type Searched } from './search-queries.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const PAGE = 20
const WARM_UP = 30
const QUERIES = 300
const RECALLED = 8
/** A query with more matches is only checked to find nothing false on its first pages. */
const MOST_RECALLED = 1000
/** So many enterprises, spread over the register, are what is asked for, and looked through one by one to tell what should be found. */
const KNOWN = 20_000

interface SearchReport extends Report {
  /** Megabytes of tables and indexes, seconds to fill them. */
  readonly stores: readonly Readonly<Record<string, string | number>>[]
}

const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0) * 10) / 10

const timed = async (search: EnterpriseSearch, { query, filters = {} }: QueryKind): Promise<readonly number[]> => {
  const dice = diceOf(7)
  const times: number[] = []
  for (let count = 0; count < WARM_UP + QUERIES; count += 1) {
    const q = query(dice)
    const start = performance.now()
    await search.find({ q, filters, limit: PAGE })
    if (count >= WARM_UP) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

const matches = (q: string, { uscc, name, oldName }: Searched): boolean => {
  const names = oldName === undefined ? [name] : [name, oldName]
  const words = q.split(' ')
  if (words.length > 1) return words.every((word) => names.some((one) => one.includes(word)))
  if (/^[a-z]+$/.test(q)) return names.some((one) => isSounded(q, one))
  if (uscc.startsWith(q)) return true
  return names.some((one) => one.includes(q) || isAbbreviated(q, one) || ([...q].length >= 3 && isNear(q, one)))
}

/** All hits, page by page, unless they are too many. */
const all = async (search: EnterpriseSearch, q: string): Promise<readonly EnterpriseHit[]> => {
  const hits: EnterpriseHit[] = []
  let cursor: string | undefined
  do {
    const page = await search.find({ q, limit: 100, ...(cursor === undefined ? {} : { cursor }) })
    if (page === 'unknown-cursor') throw new Error(`the cursor ${cursor} of ${q} was refused`)
    hits.push(...page.hits)
    cursor = page.next
  } while (cursor !== undefined && hits.length <= MOST_RECALLED)
  return hits
}

const searched = ({ uscc, name, oldNames: [oldName] }: SearchedEnterprise): Searched => ({
  uscc,
  name,
  ...(oldName === undefined ? {} : { oldName }),
})

const recalled = async (
  search: EnterpriseSearch,
  { query }: QueryKind,
  known: readonly Searched[],
): Promise<string> => {
  const dice = diceOf(11)
  let [found, there] = [0, 0]
  for (let count = 0; count < RECALLED; count += 1) {
    const q = query(dice)
    const hits = await all(search, q)
    const keys = new Set(hits.map(({ key }) => key))
    if (keys.size !== hits.length) throw new Error(`${q} finds an enterprise twice`)
    const wrong = hits.find(({ document }) => !matches(q, searched(JSON.parse(document) as SearchedEnterprise)))
    if (wrong !== undefined) throw new Error(`${q} finds ${wrong.name}`)
    if (hits.length > MOST_RECALLED) continue
    const expected = known.filter((one) => matches(q, one))
    there += expected.length
    found += expected.filter(({ uscc }) => keys.has(uscc)).length
  }
  return `${found}/${there}`
}

/** Times of the first page for every kind of query, over registers of three sizes; whether every true match is found; and how fast an index is built. */
export const run = async (
  say: (line: string) => void = () => {},
  { sizes = SIZES, recall = true }: { readonly sizes?: readonly number[]; readonly recall?: boolean } = {},
): Promise<SearchReport> => {
  const rows: Readonly<Record<string, string | number>>[] = []
  const goals: Goal[] = []
  const stores: Readonly<Record<string, string | number>>[] = []
  for (const open of [postgresEngine, elasticsearchEngine]) {
    const engine = await open()
    for (const size of sizes) {
      const known: Searched[] = []
      const enterprises = function* (): Generator<SearchedEnterprise> {
        for (let index = 0; index < size; index += 1) {
          const enterprise = enterpriseAt(index)
          if (index % Math.ceil(size / KNOWN) === 0) known.push(searched(enterprise))
          yield enterprise
        }
      }
      const { search, store, drop } = await engine.fill(enterprises())
      stores.push({ engine: engine.name, enterprises: size, ...store })
      say(JSON.stringify(stores.at(-1)))
      for (const kind of queryKinds(known)) {
        const times = await timed(search, kind)
        const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)]
        const found = recall && kind.filters === undefined ? await recalled(search, kind, known) : '–'
        rows.push({ engine: engine.name, enterprises: size, kind: kind.kind, p50, p99, recall: found })
        say(`${engine.name} ${size}  ${kind.kind.padEnd(36)} p50 ${p50} ms, p99 ${p99} ms, recall ${found}`)
        if (size === 1_000_000 && engine.name === 'Postgres')
          goals.push({ goal: `${kind.kind}: p99 in ms`, ratio: p99, atMost: kind.limit })
      }
      await drop()
    }
    await engine.stop()
  }
  const built = await indexBuild(sizes.at(-1) ?? 0, say)
  return { name: 'search', unit: 'ms', rows, goals: [...goals, built.goal], stores: [...stores, built.store] }
}
