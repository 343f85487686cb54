import type { connectElasticsearch } from '@mingjian/credit-query/adapters'
import { writeDocuments } from '@mingjian/credit-query/adapters/elasticsearch/bulk'
import { definition } from '@mingjian/credit-query/adapters/elasticsearch/definition'
import type { SearchedEnterprise } from '@mingjian/credit-query/projections/enterprise-search'
import { indexedRow } from '@mingjian/credit-query/projections/indexed-enterprise'

const BATCH = 2000

/** An index of these enterprises as a build makes it, of this name and behind no alias. */
export const fillIndex = async (
  client: ReturnType<typeof connectElasticsearch>,
  index: string,
  enterprises: Iterable<SearchedEnterprise>,
): Promise<void> => {
  await client.indices.create({ index, ...definition('enterprise_search', 1) })
  let batch: SearchedEnterprise[] = []
  let position = 0
  const flush = async (): Promise<void> => {
    const folded = batch.map((document) => {
      position += 1
      return { key: document.uscc, position, document, row: { ...indexedRow(document) } }
    })
    batch = []
    const refused = await writeDocuments(client, index, folded, { refresh: false })
    if (refused.length > 0) throw new Error(`${refused[0]?.key}: ${refused[0]?.reason}`)
  }
  for (const enterprise of enterprises) {
    batch.push(enterprise)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  await client.indices.refresh({ index })
}

/** Every document behind a name as it is kept, with its version: at most 1,000 of them. */
export const indexed = async (client: ReturnType<typeof connectElasticsearch>, index: string) => {
  const { hits } = await client.search({
    index,
    size: 1000,
    version: true,
    sort: ['key'],
    fields: ['*'],
    query: { exists: { field: 'key' } },
  })
  return hits.hits.map(({ _id, _version, _source, fields }) => ({ _id, _version, _source, fields }))
}
