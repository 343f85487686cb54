import type { Session } from '@mingjian/kernel/adapters'

const statistics = `
  select c.reltuples::float8, common.token, common.share::float8
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
}

/** Undefined as long as the server has gathered no statistics. */
export const tokenShares = async (db: Session, tokens: ReadonlySet<number>): Promise<TokenShares | undefined> => {
  const found = await db.query(statistics, [`{${[...tokens].join(',')}}`], 'search-statistics')
  const rows = found[0]?.[0]
  if (typeof rows !== 'number') return undefined
  const common = new Map(
    found.flatMap(([, token, share]) => (token === null ? [] : [[token as number, share as number] as const])),
  )
  return { rows, common }
}

/** A set with fewer tokens that aren't common is narrowed by its rarest common ones, up to so many in all. */
const ENOUGH = 3

/** The tokens of a set that narrow the search; more would only make it longer. */
const narrowing = (tokens: readonly number[], common: TokenShares['common']): ReadonlySet<number> => {
  const sorted = [...new Set(tokens)].sort((a, b) => (common.get(a) ?? 0) - (common.get(b) ?? 0))
  return new Set(sorted.filter((token, index) => index < ENOUGH || !common.has(token)))
}

/** The sets of tokens worth looking up for these: what a set finds is found by each part of it. */
export const lookedUp = (
  sets: readonly (readonly number[])[],
  common: TokenShares['common'] = new Map(),
): readonly (readonly number[])[] => {
  const kept: ReadonlySet<number>[] = []
  for (const tokens of sets.map((some) => narrowing(some, common)).sort((a, b) => a.size - b.size))
    if (!kept.some((part) => part.isSubsetOf(tokens))) kept.push(tokens)
  return kept.map((tokens) => [...tokens])
}

/** How many rows carry all tokens of one of these sets: at most so many, if tokens that aren't common count for nothing. */
export const mostWith = (sets: readonly (readonly number[])[], { rows, common }: TokenShares): number =>
  rows * sets.reduce((sum, tokens) => sum + Math.min(1, ...tokens.map((token) => common.get(token) ?? 0)), 0)
