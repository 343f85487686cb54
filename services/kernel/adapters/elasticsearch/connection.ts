import { Client, errors } from '@elastic/elasticsearch'
import { SearchAway } from '../../search.ts'

/** A search that takes longer is of no use to anybody; a page of documents is written in less. */
const PATIENCE_MS = 10_000

export const connectElasticsearch = (url: string): Client =>
  new Client({ node: url, requestTimeout: PATIENCE_MS, maxRetries: 0 })

const BUSY = new Set([429, 502, 503, 504])

/** The work, or `SearchAway` where the server doesn't answer or has no room for it. */
export const answered = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const away =
      error instanceof errors.ConnectionError ||
      error instanceof errors.TimeoutError ||
      error instanceof errors.NoLivingConnectionsError ||
      (error instanceof errors.ResponseError && BUSY.has(error.statusCode ?? 0))
    throw away ? new SearchAway(`Elasticsearch does not answer (${error.message.split('\n')[0]})`) : error
  }
}
