import type { Session } from './connection.ts'

// The three numbers after the frequencies of the elements are the lowest and the highest of these and the share of null elements.
const statistics = `
  select c.reltuples::float8, s.shares[cardinality(s.shares) - 2]::float8, common.token, common.share::float8
  from pg_class c
    join (select most_common_elems::text::int[] as tokens, most_common_elem_freqs as shares from pg_stats
          where schemaname = 'read' and tablename = 'enterprise_search' and attname = 'tokens') s on true
    left join lateral unnest(s.tokens, s.shares) as common(token, share) on common.token = any($1::int[])
  where c.oid = 'read.enterprise_search'::regclass`

/** What the server's statistics know of tokens. */
export interface TokenShares {
  /** Rows of the register. */
  readonly rows: number
  /** The share of rows that carry a token, where it is one of the thousand most common. */
  readonly common: ReadonlyMap<number, number>
  /** No other token is carried by a larger share. */
  readonly others: number
}

/** Undefined as long as the server has gathered no statistics. */
export const tokenShares = async (db: Session, tokens: ReadonlySet<number>): Promise<TokenShares | undefined> => {
  const found = await db.query(statistics, [`{${[...tokens].join(',')}}`], 'search-statistics')
  const [first] = found
  const [rows, others] = first ?? []
  if (typeof rows !== 'number' || typeof others !== 'number') return undefined
  const common = new Map(
    found.flatMap(([, , token, share]) => (token === null ? [] : [[token as number, share as number] as const])),
  )
  return { rows, common, others }
}

const MOST_LOOKED_UP = 3

/** The rarest few of a set's tokens: these narrow the search, more would only make it longer. */
const rarest = (tokens: readonly number[], common: TokenShares['common']): readonly number[] =>
  tokens.toSorted((a, b) => (common.get(a) ?? 0) - (common.get(b) ?? 0) || a - b).slice(0, MOST_LOOKED_UP)

/** The sets of tokens worth looking up for these, each once. */
export const lookedUp = (
  sets: readonly (readonly number[])[],
  common: TokenShares['common'] = new Map(),
): readonly (readonly number[])[] => [
  ...new Map(sets.map((tokens) => rarest(tokens, common)).map((tokens) => [tokens.join(), tokens])).values(),
]

/** How many rows carry all tokens of one of these sets: at most so many, if tokens that aren't common count for nothing. */
export const mostWith = (sets: readonly (readonly number[])[], { rows, common }: TokenShares): number =>
  rows * sets.reduce((sum, tokens) => sum + Math.min(1, ...tokens.map((token) => common.get(token) ?? 0)), 0)
