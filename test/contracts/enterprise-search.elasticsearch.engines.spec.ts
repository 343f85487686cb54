import { randomUUID } from 'node:crypto'
import { connectElasticsearch, elasticsearchEnterpriseSearch } from '@mingjian/credit-query/adapters'
import { nameAnalysis } from '@mingjian/credit-query/search/analysis'
import { inject } from 'vitest'
import { fillIndex } from '../search-index.ts'
import { enterpriseSearchContract } from './enterprise-search.contract.ts'

enterpriseSearchContract('in Elasticsearch', async (enterprises) => {
  const client = connectElasticsearch(inject('elasticsearch'))
  const index = `test-${randomUUID()}`
  await fillIndex(client, index, enterprises)
  return {
    search: elasticsearchEnterpriseSearch(client, index, nameAnalysis),
    close: async () => {
      await client.indices.delete({ index })
      await client.close()
    },
  }
})
