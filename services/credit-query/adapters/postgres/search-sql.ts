import { arrayOf, tableOf } from '@mingjian/kernel/adapters'
import type { EnterpriseFilters, Reading } from '../../search/port.ts'
import { MOST_READINGS } from '../search-pages.ts'

/** Rows whose standing order is looked at to tell how frequent a reading's matches are. */
export const SAMPLE = 2000

const TABLE = tableOf('enterprise_search')

/** Parameters of one reading in FIT: beginning of the key, three hints, a pattern, patterns of further words. */
const PARAMETERS = 6
const parametersOf = (reading: Reading | undefined): readonly unknown[] => {
  if (reading === undefined) return Array.from({ length: PARAMETERS }, () => null)
  const [word, ...others] = reading.words
  return [
    reading.code ?? '',
    ...[0, 1, 2].map((number) => word?.hints[number] ?? null),
    word === undefined || word.decided ? null : word.pattern,
    others.length === 0
      ? null
      : arrayOf(
          'text',
          others.map(({ pattern }) => pattern),
        ),
  ]
}
const fits = (first: number): string => {
  const [code, ...rest] = Array.from({ length: PARAMETERS }, (_, number) => `$${first + number}`)
  const [one, two, three, pattern, more] = rest
  return `starts_with(key, ${code})
    and (${one}::text is null or strpos(searched, ${one}) > 0 or coalesce(strpos(searched, ${two}) > 0, false) or coalesce(strpos(searched, ${three}) > 0, false))
    and (${pattern}::text is null or searched ~ ${pattern}) and (${more}::text[] is null or searched ~ all(${more}::text[]))`
}

/** The first reading that a row fits, by its number, so that a later one doesn't find it again. */
const FIT = `case ${Array.from({ length: MOST_READINGS }, (_, n) => `when coalesce(${fits(n * PARAMETERS + 1)}, false) then ${n}`).join(' ')} end`

const AFTER_FIT = MOST_READINGS * PARAMETERS
const parameter = (number: number): string => `$${AFTER_FIT + number}`
const [STATE, LIST, DISTRICT, INDUSTRY, TYPE] = [1, 2, 3, 4, 5].map(parameter)
const PASSES = [
  `(${STATE}::text is null or state = ${STATE})`,
  `(${LIST}::text is null or ${LIST} = any(lists))`,
  `(${DISTRICT}::text is null or district = ${DISTRICT})`,
  `(${INDUSTRY}::text is null or industry_section = ${INDUSTRY} or starts_with(industry, ${INDUSTRY}))`,
  `(${TYPE}::text is null or type_code = ${TYPE})`,
]
const FILTERS = PASSES.join(' and ')
/** The first parameter that a statement has for itself. */
const own = (number: number): string => parameter(5 + number)

const SHOWN = 't.key, t.position, t.document, t.name, to_json(t.old_names)::text'

/** Of the sample: how many rows there are, the highest rank, how many fit the reading. */
export const sampled = `
  select count(*), max(rank), count(*) filter (where fits)
  from (select rank, ${FILTERS} and ${FIT} = ${own(1)}::int as fits from ${TABLE} order by rank, key limit ${SAMPLE}) as sample`

/** Of a stretch of so many rows after a place: its last row, and the hits in it. */
export const inStandingOrder = `
  with stretch as materialized (
    select key, rank, ${FILTERS} and ${FIT} = ${own(4)}::int as fits
    from ${TABLE} where (rank, key) > (${own(1)}::int, ${own(2)}) order by rank, key limit ${own(3)}::int),
  hit as (select key, rank from stretch where fits order by rank, key limit ${own(5)}::int)
  select last.rank, last.key, hit.rank, ${SHOWN}
  from (select rank, key from stretch order by rank desc, key desc limit 1) last
    left join hit on true left join ${TABLE} t on t.key = hit.key
  order by hit.rank, hit.key`

/**
 * Where the leading word matches: the whole name, its root, its beginning, anywhere in it; else an old name. A match begins before the hint
 * that it holds, by as much as the hint stands after the beginning of the word, and by one more or less where a character is.
 */
const CLOSENESS = `case when starts_with(searched, ${own(1)} || e'\\n') then 0 when abs(place.at - place.root - 1) <= place.give then 1
    when place.at - 1 <= place.give then 2 when place.at <= current then 3 else 4 end`
const CANDIDATE = `select key, char_length(name) as length, ${CLOSENESS} as closeness from ${TABLE}
    cross join lateral (select
      coalesce(nullif(strpos(searched, ${own(1)}), 0), nullif(strpos(searched, ${own(2)}), 0) - ${own(3)}::int, nullif(strpos(searched, ${own(4)}), 0)) as at,
      case ${own(5)} when 'sound' then root_sound when 'initials' then root_initials else root_written end as root, ${own(6)}::int as give) as place`
/** A page of candidates by closeness, each row with the number of candidates: no more than the bound are looked at, all where it is null. */
const pageOf = (candidates: string, page: string): string => `
  with candidate as materialized (${candidates} limit ${own(11)}::int),
  page as (
    select ${page} limit ${own(10)}::int)
  select (select count(*) from candidate), page.closeness, page.length, ${SHOWN}
  from page join ${TABLE} t on t.key = page.key order by page.closeness, page.length, page.key`
const BEYOND = `where (closeness, length, key) > (${own(7)}::int, ${own(8)}::int, ${own(9)})`
const EACH = `closeness, length, key from candidate ${BEYOND} order by 1, 2, 3`
/** Of several sets a row may have more than one. */
const ONCE = `min(closeness) as closeness, min(length) as length, key from candidate ${BEYOND} group by key order by 1, 2, 3`

export const bySet = pageOf(
  `${CANDIDATE} where tokens @> ${own(12)}::int[] and ${FILTERS} and ${FIT} = ${own(13)}::int`,
  EACH,
)
export const bySets = pageOf(
  `select row.* from unnest(${own(12)}::text[]) as sets(tokens)
     cross join lateral (${CANDIDATE} where tokens @> sets.tokens::int[] and ${FILTERS} and ${FIT} = ${own(13)}::int) as row`,
  ONCE,
)
/** Codes that begin alike are equally close: by code. */
export const byCode = pageOf(
  `select key, 0 as length, 0 as closeness from (
     ${CANDIDATE} where key >= ${own(12)} and key < ${own(12)} || '~' and tokens @> ${own(13)}::int[] and ${FILTERS} and ${FIT} = ${own(14)}::int
   ) as found`,
  EACH,
)

/** What hits are counted by, and whether they pass each filter: state, list, district, industry, type. */
const COUNTED = `state, to_json(lists)::text as lists, district, industry_section, type_code, ${PASSES.map((pass, number) => `${pass} as p${number}`).join(', ')}`
const ALIKE = 'state, lists, district, industry_section, type_code, p0, p1, p2, p3, p4'
const HIT = `coalesce(${FIT}, -1) >= 0`

/** Hits among the first of the standing order, alike together: how many rows were looked at, the highest rank, then COUNTED and how many. */
export const countedInSample = `
  with sample as materialized (select * from ${TABLE} order by rank, key limit ${own(1)}::int)
  select (select count(*) from sample), (select max(rank) from sample), ${ALIKE}, count(*)
  from (select ${COUNTED} from sample where ${HIT}) as hit group by ${ALIKE}`

/** Hits that have one of these sets of tokens, or a code that begins so, alike together: how many there are up to the bound, then as above. */
export const countedBySets = `
  with hit as materialized (
    select distinct on (key) * from (
      select row.* from unnest(${own(1)}::text[]) as sets(tokens)
        cross join lateral (select key, ${COUNTED} from ${TABLE} where tokens @> sets.tokens::int[] and ${HIT}) as row
      union all
      select key, ${COUNTED} from ${TABLE} where key >= ${own(2)} and key < ${own(2)} || '~' and ${HIT}
    ) as found limit ${own(3)}::int)
  select (select count(*) from hit), 0, ${ALIKE}, count(*) from hit group by ${ALIKE}`

/** The parameters of CLOSENESS. */
export const leading = ({ words: [word] }: Reading): readonly unknown[] => {
  const [first, second, third] = word?.hints ?? []
  const before = word === undefined || word.decided ? 0 : [...(first ?? '')].length
  return [first ?? null, second ?? null, before, third ?? null, word?.line ?? null, word?.decided === false ? 1 : 0]
}

/** The parameters of FIT, in which the readings up to the given one count, and of FILTERS. */
export const conditions = (
  readings: readonly Reading[],
  upTo: number,
  { state, list, district, industry, type }: EnterpriseFilters,
): readonly unknown[] => [
  ...Array.from({ length: MOST_READINGS }, (_, n) => parametersOf(n <= upTo ? readings[n] : undefined)).flat(),
  ...[state, list, district, industry, type].map((value) => value ?? null),
]
