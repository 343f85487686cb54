import { randomUUID } from 'node:crypto'
import type { EnterpriseSearch } from '@mingjian/credit-query'
import {
  connectElasticsearch,
  elasticsearchEnterpriseSearch,
  postgresEnterpriseSearch,
} from '@mingjian/credit-query/adapters'
import type { SearchedEnterprise } from '@mingjian/credit-query/projections/enterprise-search'
import { nameAnalysis } from '@mingjian/credit-query/search/analysis'
import { demoEnterprise } from '@mingjian/main/demo/register'
import { takeEngine } from '../engines.ts'
import { freshDatabase, startServer } from '../postgres.ts'
import { fillIndex } from '../search-index.ts'
import { fillSearch } from '../search-register.ts'

/** Old names come from invented enterprises that no register of a benchmark holds. */
const OTHERS = 1_048_576
const OLD_NAMES_EVERY = 20

export const enterpriseAt = (index: number): SearchedEnterprise => {
  const { uscc, name, state, district, industrySection, industry, typeCode } = demoEnterprise(index)
  const oldNames = index % OLD_NAMES_EVERY === 0 ? [demoEnterprise(OTHERS + index).name] : []
  const lists = index % 9 === 0 ? ['abnormal'] : index % 701 === 0 ? ['serious'] : []
  return { uscc, name, oldNames, state, district, industrySection, industry, typeCode, lists }
}

/** A search over a register, and what it took to make it searchable: seconds, megabytes. */
export interface Filled {
  readonly search: EnterpriseSearch
  readonly store: Readonly<Record<string, number>>
  drop(): Promise<void>
}

export interface SearchEngine {
  readonly name: 'Postgres' | 'Elasticsearch'
  fill(enterprises: Iterable<SearchedEnterprise>): Promise<Filled>
  stop(): Promise<void>
}

const rounded = (value: number): number => Math.round(value * 10) / 10

export const postgresEngine = async (): Promise<SearchEngine> => {
  const server = await startServer()
  return {
    name: 'Postgres',
    fill: async (enterprises) => {
      const { db, drop } = await freshDatabase(server.url)
      const { analysed, inserted, indexed } = await fillSearch(db, enterprises)
      const sizes = await db.query(
        `select relname, pg_relation_size(oid) from pg_class where relname like 'enterprise_search%' order by 1`,
      )
      const megabytes = sizes.map(([name, bytes]) => [`${name}, MB`, rounded(Number(bytes) / 1e6)])
      const seconds = { 'analysis, s': rounded(analysed / 1000), 'insertion, s': rounded(inserted / 1000) }
      const store = { ...seconds, 'indexes, s': rounded(indexed / 1000), ...Object.fromEntries(megabytes) }
      return { search: postgresEnterpriseSearch(db, nameAnalysis), store, drop }
    },
    stop: () => server.stop(),
  }
}

export const elasticsearchEngine = async (): Promise<SearchEngine> => {
  const { url, stop } = await takeEngine('elasticsearch')
  const client = connectElasticsearch(url)
  return {
    name: 'Elasticsearch',
    fill: async (enterprises) => {
      const index = `bench-${randomUUID()}`
      const began = performance.now()
      await fillIndex(client, index, enterprises)
      const seconds = rounded((performance.now() - began) / 1000)
      const { indices } = await client.indices.stats({ index, metric: 'store' })
      const megabytes = rounded((indices?.[index]?.total?.store?.size_in_bytes ?? 0) / 1e6)
      return {
        search: elasticsearchEnterpriseSearch(client, index, nameAnalysis),
        store: { 'analysis and indexing, s': seconds, 'index, MB': megabytes },
        drop: async () => {
          await client.indices.delete({ index })
        },
      }
    },
    stop: async () => {
      await client.close()
      await stop()
    },
  }
}
