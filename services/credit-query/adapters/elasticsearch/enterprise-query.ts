import type { estypes } from '@elastic/elasticsearch'
import { type EnterpriseFilters, FIRST, LAST, type Reading, type SearchWord } from '../../search/port.ts'

export type Query = estypes.QueryDslQueryContainer
type Units = SearchWord['sequences'][number]

const any = (should: readonly Query[]): Query => ({ bool: { should: [...should] } })

/** Units in a row. The index knows them by twos; where any one may stand between, they are looked for singly. */
const inARow = (field: string, units: Units): Query => {
  const [first] = units
  if (units.length === 1 && first !== undefined) return { term: { [field]: first } }
  if (!units.includes(undefined)) return { match_phrase: { [field]: { query: units.join(' ') } } }
  const clauses = units.map((unit) =>
    unit === undefined ? { span_gap: { [field]: 1 } } : { span_term: { [field]: unit } },
  )
  return { span_near: { clauses, slop: 0, in_order: true } }
}

const fitsWord = ({ line, sequences }: SearchWord): Query =>
  any(['current', 'old'].flatMap((names) => sequences.map((units) => inARow(`${names}.${line}`, units))))

const fits = ({ code, words }: Reading): readonly Query[] => [
  ...(code === undefined ? [] : [{ prefix: { key: code } }]),
  ...words.map(fitsWord),
]

/** What passes each filter. */
const passing: { readonly [F in keyof EnterpriseFilters]-?: (value: string) => Query } = {
  state: (value) => ({ term: { state: value } }),
  list: (value) => ({ term: { lists: value } }),
  district: (value) => ({ term: { district: value } }),
  industry: (value) => any([{ term: { industrySection: value } }, { prefix: { industry: value } }]),
  type: (value) => ({ term: { type: value } }),
}

/** What a hit must be to pass all filters, or all but one. */
export const passes = (filters: EnterpriseFilters, but?: keyof EnterpriseFilters): readonly Query[] =>
  (Object.keys(passing) as (keyof EnterpriseFilters)[]).flatMap((name) => {
    const value = filters[name]
    return value === undefined || name === but ? [] : [passing[name](value)]
  })

const SHOWN: Query = { term: { shown: true } }

/** The matches of a reading that no reading before it has. */
export const matches = (readings: readonly Reading[], number: number, filters: EnterpriseFilters): Query => {
  const reading = readings[number]
  return {
    bool: {
      filter: [SHOWN, ...(reading === undefined ? [] : fits(reading)), ...passes(filters)],
      must_not: readings.slice(0, number).map((before) => ({ bool: { filter: [...fits(before)] } })),
    },
  }
}

/** The matches of all readings. */
export const matchesOfAll = (readings: readonly Reading[]): Query => ({
  bool: { filter: [SHOWN, any(readings.map((reading) => ({ bool: { filter: [...fits(reading)] } })))] },
})

/** Farthest: the leading word matches in an old name. */
export const FARTHEST = 4

/** Where the leading word matches: the whole name (0), its root, its beginning, anywhere in it; else an old name. */
export const byCloseness = (matching: Query, { words: [word] }: Reading): Query => {
  if (word === undefined) return { constant_score: { filter: matching } }
  const { line, decided, hints, sequences } = word
  // Of a word with a typo its first half is looked for at the beginnings.
  const beginnings: readonly Units[] = decided ? sequences : [[...(hints[0] ?? '')]]
  const places = [
    ...(line === 'written' && decided
      ? [beginnings.map((units) => inARow('current.written', [FIRST, ...units, LAST]))]
      : [[]]),
    beginnings.map((units) => inARow(`root.${line}`, [FIRST, ...units])),
    beginnings.map((units) => inARow(`current.${line}`, [FIRST, ...units])),
    decided ? sequences.map((units) => inARow(`current.${line}`, units)) : [],
    [{ match_all: {} }],
  ]
  const queries = places.flatMap((some, closeness) =>
    some.map((filter) => ({ constant_score: { filter, boost: 1 + FARTHEST - closeness } })),
  )
  return { bool: { filter: [matching], must: [{ dis_max: { queries } }] } }
}
