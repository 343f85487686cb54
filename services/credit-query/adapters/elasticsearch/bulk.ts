import type { Client, estypes } from '@elastic/elasticsearch'
import type { Folded, Poisoned } from '@mingjian/kernel'
import { SearchAway } from '@mingjian/kernel'
import { answeredInTime } from './connection.ts'

/** Bytes of one request: enough for its costs to vanish, little enough for a small server. */
const MOST_BYTES = 4 << 20
const CONFLICT = 409
const TOO_MANY = 429

/**
 * A document under the position of its last change: a writer with an older one is told so and has nothing to do. One that is
 * withdrawn stays as a mark, since what is deleted soon forgets its version, and an old document could come back.
 */
export const linesOf = ({ key, position, document, row }: Folded): string => {
  const body =
    document === undefined ? { key, shown: false } : { ...row, key, shown: true, document: JSON.stringify(document) }
  return `{"index":{"_id":${JSON.stringify(key)},"version":${position},"version_type":"external"}}\n${JSON.stringify(body)}\n`
}

/** Writes documents; returns those that the index can't hold, with its reason. */
export const writeDocuments = async (
  client: Client,
  index: string,
  folded: readonly Folded[],
  { refresh }: { readonly refresh: boolean },
): Promise<readonly Poisoned[]> => {
  const refused: Poisoned[] = []
  for (let from = 0; from < folded.length; ) {
    let [to, body] = [from, '']
    for (let one = folded[to]; one !== undefined && body.length < MOST_BYTES; one = folded[to]) {
      body += linesOf(one)
      to += 1
    }
    refused.push(...(await send(client, index, folded.slice(from, to), body, refresh)))
    from = to
  }
  return refused
}

const send = async (
  client: Client,
  index: string,
  folded: readonly Folded[],
  body: string,
  refresh: boolean,
): Promise<readonly Poisoned[]> => {
  // As text: the client would take every document apart and put it together again.
  const { errors, items } = await answeredInTime(() =>
    client.transport.request<estypes.BulkResponse>(
      {
        method: 'POST',
        path: `/${index}/_bulk`,
        bulkBody: body,
        querystring: { refresh, filter_path: 'errors,items.*.status,items.*.error' },
      },
      { headers: { 'content-type': 'application/vnd.elasticsearch+x-ndjson; compatible-with=8' } },
    ),
  )
  if (!errors) return []
  return items.flatMap(({ index: answer }, number) => {
    const { status = 0, error } = answer ?? {}
    const { key, position } = folded[number] ?? { key: '', position: 0 }
    if (status === TOO_MANY || status >= 500)
      throw new SearchAway(`Elasticsearch takes no documents (${error?.reason})`)
    return status < 300 || status === CONFLICT ? [] : [{ key, position, reason: error?.reason ?? `status ${status}` }]
  })
}
