import type { Client, estypes } from '@elastic/elasticsearch'
import type { EnterpriseFilters, EnterpriseSearch, Reading, SearchAnalysis } from '../../search/port.ts'
import { type FindIn, type Found, type Order, type Place, pageOf, readingsOf } from '../search-pages.ts'
import { answered, SEARCH_MS } from './connection.ts'
import { byCloseness, FARTHEST, matches, matchesOfAll, passes, type Query } from './enterprise-query.ts'

/** Up to so many matches are ordered by closeness; more are shown in the register's standing order, in which the index lies. */
const MOST_ORDERED = 5000
const WHOLE_CODE = 18
const WITHIN = { requestTimeout: SEARCH_MS }

interface Source {
  readonly document: string
  readonly name: string
  readonly oldNames: readonly string[]
}

type At = Found['at']

/** A way to put hits in order, and where a hit stands in it. */
interface Arrangement {
  readonly order: Order
  readonly sort: estypes.Sort
  at(sort: readonly unknown[], key: string): At
  after(at: At): estypes.SortResults
}

const CLOSEST_FIRST: Arrangement = {
  order: 'closeness',
  sort: [{ _score: { order: 'desc' } }, { length: 'asc' }, { key: 'asc' }],
  at: ([score, length], key) => [1 + FARTHEST - Number(score), Number(length), key],
  after: ([closeness, length, key]) => [1 + FARTHEST - closeness, length, key],
}
/** Codes that begin alike are equally close. */
const BY_CODE: Arrangement = {
  order: 'closeness',
  sort: [{ key: 'asc' }],
  at: (_, key) => [0, 0, key],
  after: ([, , key]) => [key],
}
const STANDING: Arrangement = {
  order: 'standing',
  sort: [{ rank: 'asc' }, { key: 'asc' }],
  at: ([rank], key) => [0, Number(rank), key],
  after: ([, rank, key]) => [rank, key],
}

const foundFrom = ({ _id, _version, _source, sort = [] }: estypes.SearchHit<Source>, { at }: Arrangement): Found => {
  if (_id === undefined || _version === undefined || _source === undefined) throw new Error('a hit has no document')
  const { document, name, oldNames } = _source
  return { key: _id, position: _version, document, name, oldNames, at: at(sort, _id) }
}

const MOST_VALUES = 200
const FIELDS: { readonly [F in keyof EnterpriseFilters]-?: string } = {
  state: 'state',
  list: 'lists',
  district: 'district',
  industry: 'industrySection',
  type: 'type',
}

interface Counted {
  readonly doc_count: number
  readonly values?: { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }
}

const allOf = (filter: readonly Query[]): Query => ({ bool: { filter: [...filter] } })

/** All hits, and by the values of each filter those that pass the others. */
const counting = (filters: EnterpriseFilters): Record<string, estypes.AggregationsAggregationContainer> => ({
  all: { filter: allOf(passes(filters)) },
  ...Object.fromEntries(
    Object.entries(FIELDS).map(([filter, field]) => [
      filter,
      {
        filter: allOf(passes(filters, filter as keyof EnterpriseFilters)),
        aggregations: { values: { terms: { field, size: MOST_VALUES } } },
      },
    ]),
  ),
})

/** Search of enterprises by name on Elasticsearch; `index` is its alias. */
export const elasticsearchEnterpriseSearch = (
  client: Client,
  index: string,
  analysis: SearchAnalysis,
): EnterpriseSearch => {
  /** Undefined when there are more than `most`. */
  const rows = async (
    query: Query,
    arrangement: Arrangement,
    { after }: Place,
    wanted: number,
    most?: number,
  ): Promise<readonly Found[] | undefined> => {
    const { terminated_early, hits } = await answered(() =>
      client.search<Source>(
        {
          index,
          query,
          sort: arrangement.sort,
          size: wanted,
          version: true,
          track_total_hits: false,
          ...(after === undefined ? {} : { search_after: arrangement.after(after.at) }),
          ...(most === undefined ? {} : { terminate_after: most + 1 }),
        },
        WITHIN,
      ),
    )
    return terminated_early === true ? undefined : hits.hits.map((hit) => foundFrom(hit, arrangement))
  }

  const findIn =
    (readings: readonly Reading[], filters: EnterpriseFilters): FindIn =>
    async (place, wanted) => {
      const reading = readings[place.reading]
      const matching = matches(readings, place.reading, filters)
      if (reading !== undefined && place.after?.order !== 'standing') {
        const bounded = place.after === undefined && reading.code?.length !== WHOLE_CODE
        const closest =
          reading.code === undefined
            ? await rows(
                byCloseness(matching, reading),
                CLOSEST_FIRST,
                place,
                wanted,
                bounded ? MOST_ORDERED : undefined,
              )
            : await rows(matching, BY_CODE, place, wanted, bounded ? MOST_ORDERED : undefined)
        if (closest !== undefined) return { order: 'closeness', rows: closest }
      }
      return { order: 'standing', rows: (await rows(matching, STANDING, place, wanted)) ?? [] }
    }

  return {
    count: async ({ q = '', filters = {} }) => {
      const { aggregations } = await answered(() =>
        client.search<never, Readonly<Record<string, Counted>>>(
          {
            index,
            query: matchesOfAll(readingsOf(analysis, q)),
            size: 0,
            track_total_hits: false,
            aggregations: counting(filters),
          },
          WITHIN,
        ),
      )
      const by = (filter: keyof EnterpriseFilters): ReadonlyMap<string, number> =>
        new Map(aggregations?.[filter]?.values?.buckets.map(({ key, doc_count }) => [key, doc_count]))
      return {
        total: aggregations?.all?.doc_count ?? 0,
        exact: true,
        by: {
          state: by('state'),
          list: by('list'),
          district: by('district'),
          industry: by('industry'),
          type: by('type'),
        },
      }
    },
    find: ({ q = '', filters = {}, ...page }) => {
      const readings = readingsOf(analysis, q)
      return pageOf(analysis, { readings, ...page }, findIn(readings, filters))
    },
  }
}
