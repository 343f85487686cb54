import { randomUUID } from 'node:crypto'
import { connectElasticsearch, elasticsearchEnterpriseSearch } from '@mingjian/kernel/adapters'
import { inject } from 'vitest'
import { nameAnalysis } from '../../services/credit-query/search/analysis.ts'
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
