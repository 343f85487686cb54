import { setTimeout as sleep } from 'node:timers/promises'
import { Client, errors } from '@elastic/elasticsearch'
import { SearchAway } from '@mingjian/kernel'

/** A search that takes longer is of no use to anybody. */
export const SEARCH_MS = 10_000
/** A server that writes or merges may be this slow, and is not away for that. */
const PATIENCE_MS = 60_000

/** Where an index stands is a small question: a server that doesn't answer it in this time is away. */
export const STANDING = { requestTimeout: 5_000 }

export const connectElasticsearch = (url: string): Client =>
  new Client({ node: url, requestTimeout: PATIENCE_MS, maxRetries: 0 })

const TOO_MANY = 429
const AWAY = new Set([TOO_MANY, 502, 503, 504])

const statusOf = (error: unknown): number | undefined =>
  error instanceof errors.ResponseError ? error.statusCode : undefined

/** The work, or `SearchAway` where the server doesn't answer or has no room for it. */
export const answered = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const away =
      error instanceof errors.ConnectionError ||
      error instanceof errors.TimeoutError ||
      error instanceof errors.NoLivingConnectionsError ||
      AWAY.has(statusOf(error) ?? 0)
    throw away ? new SearchAway(`Elasticsearch does not answer (${String(error).split('\n')[0]})`) : error
  }
}

const TRIES = 7
const FIRST_WAIT_MS = 100

/** The same for work that can wait: a server that has no room at this moment is asked again, at last after some seconds. */
export const answeredInTime = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (statusOf(error) !== TOO_MANY || tried === TRIES) return answered(() => Promise.reject(error))
      await sleep(FIRST_WAIT_MS * 2 ** tried)
    }
  }
}
