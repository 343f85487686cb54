import { randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexedEnterprise } from '@mingjian/credit-query'
import { connectElasticsearch } from '@mingjian/credit-query/adapters'
import { linesOf } from '@mingjian/credit-query/adapters/elasticsearch/bulk'
import { definition } from '@mingjian/credit-query/adapters/elasticsearch/definition'
import { anyProjection } from '@mingjian/kernel'
import { withHistory } from '@mingjian/kernel/adapters/postgres/history'
import { demoEnterprise } from '@mingjian/main/demo/register'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import { takeEngine } from '../engines.ts'
import { freshDatabase, startServer } from '../postgres.ts'
import { establishment } from './append-events.ts'
import type { Goal } from './measure.ts'

type Client = ReturnType<typeof connectElasticsearch>

const APPEND = 1000
const APPENDS = 8
/** As a build of the platform sends them: megabytes of documents in a request, and requests under way. */
const CHUNK_BYTES = 4 << 20
const UNDER_WAY = 2

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** So many workers, each with the next piece until there is none. */
const together = async (workers: number, next: () => Promise<unknown> | undefined): Promise<void> => {
  const work = async (): Promise<void> => {
    for (let piece = next(); piece !== undefined; piece = next()) await piece
  }
  await Promise.all(Array.from({ length: workers }, work))
}

const fillLog = ({ log }: Platform, enterprises: number): Promise<void> => {
  let from = 0
  return together(APPENDS, () => {
    if (from >= enterprises) return undefined
    const events = Array.from({ length: Math.min(APPEND, enterprises - from) }, (_, offset) => {
      const { stream, event } = establishment(from + offset)
      const items = { ...event.data.items, name: demoEnterprise(from + offset).name }
      return { stream, event: { ...event, data: { items } }, provenance: { actor: 'bench', authority: 'bench' } }
    })
    from += APPEND
    return log.append({ expected: new Map(events.map(({ stream }) => [stream, 0])), events })
  })
}

/** The documents as requests carry them, in a file: made before the clock starts. Returns the length of each request. */
const writeRequests = ({ db }: Platform, file: string): Promise<readonly number[]> =>
  withHistory(db, anyProjection(indexedEnterprise), async ({ documents }) => {
    const lengths: number[] = []
    const target = openSync(file, 'w')
    let chunk = ''
    const flush = (): void => {
      lengths.push(writeSync(target, chunk))
      chunk = ''
    }
    for await (const page of documents(() => {})) {
      for (const document of page) {
        chunk += linesOf(document)
        if (chunk.length > CHUNK_BYTES) flush()
      }
    }
    flush()
    closeSync(target)
    return lengths
  })

/** A loop that only sends what is ready. */
const sendAll = async (client: Client, index: string, file: string, lengths: readonly number[]): Promise<void> => {
  const { version, name } = indexedEnterprise
  await client.indices.create({ index, ...definition(name, version) })
  const source = openSync(file, 'r')
  let number = 0
  await together(UNDER_WAY, () => {
    const length = lengths[number]
    number += 1
    if (length === undefined) return undefined
    const bulkBody = Buffer.allocUnsafe(length)
    readSync(source, bulkBody)
    return client.transport.request(
      { method: 'POST', path: `/${index}/_bulk`, bulkBody, querystring: { filter_path: 'errors' } },
      { headers: { 'content-type': 'application/vnd.elasticsearch+x-ndjson; compatible-with=8' } },
    )
  })
  closeSync(source)
  await client.indices.refresh({ index })
}

/** The index of searches built from the log, beside a bare loop that sends the same documents. */
export const indexBuild = async (
  enterprises: number,
  say: (line: string) => void,
): Promise<{ readonly store: Readonly<Record<string, string | number>>; readonly goal: Goal }> => {
  const server = await startServer()
  const { url, stop } = await takeEngine('elasticsearch')
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const database = await freshDatabase(server.url)
  const index = `bench-${randomUUID()}`
  const platform = await openPlatform({
    databaseUrl: database.url,
    dataDirectory: '',
    backupDirectory: undefined,
    elasticsearch: { url, index },
  })
  const client = connectElasticsearch(url)
  const countOf = async (asked: string): Promise<number> =>
    (await client.count({ index: asked, query: { term: { shown: true } } })).count
  try {
    await fillLog(platform, enterprises)
    say(`a log of ${await platform.log.head()} events`)
    const file = join(folder, 'requests')
    const lengths = await writeRequests(platform, file)
    const bare = await timed(() => sendAll(client, `${index}.bare`, file, lengths))
    if ((await countOf(`${index}.bare`)) !== enterprises) throw new Error('the bare loop lost documents')
    await client.indices.delete({ index: `${index}.bare` })
    const built = await timed(() => platform.projector.rebuild(anyProjection(indexedEnterprise), () => {}))
    if ((await countOf(index)) !== enterprises) throw new Error('the build lost documents')
    await client.indices.delete({ index: Object.keys(await client.indices.getAlias({ name: index })) })
    const store = { engine: 'Elasticsearch', enterprises, 'built from the log, s': built, 'bare bulk loop, s': bare }
    say(JSON.stringify(store))
    return {
      store,
      goal: { goal: 'index built from the log beside a bare bulk loop', ratio: bare / built, atLeast: 0.7 },
    }
  } finally {
    await client.close()
    await platform.close()
    await database.drop()
    await stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
