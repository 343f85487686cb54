import { type EnterpriseSearch, indexedEnterprise, nameAnalysis } from '@mingjian/credit-query'
import {
  connectElasticsearch,
  elasticsearchEnterpriseSearch,
  elasticsearchProjector,
  postgresEnterpriseSearch,
} from '@mingjian/credit-query/adapters'
import {
  anyProjection,
  type Checkpoints,
  type EventLog,
  type Projector,
  type ReadModels,
  SearchAway,
} from '@mingjian/kernel'
import type { Connection } from '@mingjian/kernel/adapters'
import type { ElasticsearchConfig } from './config.ts'

/** What keeps enterprises searchable, and searches them. */
export interface Searching {
  readonly search: EnterpriseSearch
  readonly projector: Projector
  readonly reads: ReadModels
  close(): Promise<void>
}

interface Parts {
  readonly db: Connection
  readonly log: EventLog
  readonly checkpoints: Checkpoints
  readonly projector: Projector
  readonly reads: ReadModels
}

/** On Elasticsearch where there is one, else on Postgres; everything else is as it was. */
export const searchingOn = (elasticsearch: ElasticsearchConfig | undefined, parts: Parts): Searching => {
  const { db, log, checkpoints, projector: others, reads } = parts
  if (elasticsearch === undefined)
    return { search: postgresEnterpriseSearch(db, nameAnalysis), projector: others, reads, close: async () => {} }
  const { url, index } = elasticsearch
  const client = connectElasticsearch(url)
  const projection = anyProjection(indexedEnterprise)
  const projector = elasticsearchProjector({ client, index, projection, db, log, checkpoints, others })
  let last = 0
  return {
    search: elasticsearchEnterpriseSearch(client, index, nameAnalysis),
    projector,
    reads: {
      ...reads,
      // While it is away it stands where it stood.
      position: async (name) => {
        if (name !== projection.name) return reads.position(name)
        last = (await projector.position().catch(unlessAway)) ?? last
        return last
      },
    },
    close: () => client.close(),
  }
}

const unlessAway = (error: unknown): undefined => {
  if (!(error instanceof SearchAway)) throw error
}
