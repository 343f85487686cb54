import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeUscc } from '@mingjian/codes'
import { connectElasticsearch } from '@mingjian/credit-query/adapters'
import { startElasticsearch } from '@mingjian/engines'
import { projections } from '@mingjian/main/modules'
import { configFrom } from '@mingjian/main/run/config'
import { keepUp } from '@mingjian/main/run/keep-up'
import { openPlatform } from '@mingjian/main/run/platform'
import { partOf } from '@mingjian/main/run/roles'
import { serve } from '@mingjian/main/run/serve'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { freePort } from '../../deploy/engines/engine.ts'
import { company } from '../journeys/examples.ts'
import { settings } from '../journeys/kafka.ts'
import { type Journey, startJourney } from '../journeys/platform.ts'
import { freshDatabase } from '../postgres.ts'
import { indexed } from '../search-index.ts'

const usccOf = (number: number) => makeUscc('91150203', `MA0AR${String(number).padStart(3, '0')}`)
const establish = (journey: Journey, number: number, name: string) =>
  journey.act('EstablishEnterprise', { uscc: usccOf(number), items: company(name) })
const found = async (journey: Journey, q: string) => {
  const { status, body } = await journey.get(`/v1/enterprises?q=${encodeURIComponent(q)}&limit=100`)
  return status === 200 ? body.items.map(({ uscc }: { uscc: string }) => uscc) : status
}
const searched = projections.find(({ name }) => name === 'enterprise_search')
if (searched === undefined) throw new Error('there is no read model of searches')

describe('while Elasticsearch is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-elasticsearch-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('acts and all other answers go on, searches say when to come again, and what happened meanwhile is found afterwards', async () => {
    const port = await freePort()
    // Followed from the log itself, which is asked for what was missed whenever the journey catches up.
    const journey = await startJourney({ ELASTICSEARCH_URL: `http://127.0.0.1:${port}`, KAFKA_BROKERS: '' })
    const isAway = async (number: number) => {
      const search = await journey.get('/v1/enterprises?q=%E7%8A%87%E9%91%AB')
      expect(search.status).toBe(503)
      expect(search.body).toMatchObject({ code: 'search-away' })
      expect(search.headers.get('retry-after')).toBe('5')
      const page = await journey.get('/?q=%E7%8A%87%E9%91%AB', { accept: 'text/html' })
      expect(page.status).toBe(503)
      expect(page.text).toContain('名称查询暂时不能回答')
      expect((await journey.get(`/v1/enterprises/${usccOf(number)}`)).status).toBe(200)
      expect((await journey.get('/v1/lists/abnormal')).status).toBe(200)
    }
    expect((await establish(journey, 1, '包头市犇鑫商贸有限公司')).status).toBe(200)
    await isAway(1)

    const first = await startElasticsearch({ folder, port })
    await establish(journey, 2, '包头市犇鑫科技有限公司')
    expect(await found(journey, '犇鑫')).toEqual([usccOf(1), usccOf(2)])

    await first.kill()
    expect((await establish(journey, 3, '包头市犇鑫餐饮有限公司')).status).toBe(200)
    await isAway(3)

    const second = await startElasticsearch({ folder, port })
    await establish(journey, 4, '包头市犇鑫物流有限公司')
    expect(await found(journey, '犇鑫')).toEqual([1, 2, 3, 4].map(usccOf).sort())
    await journey.end()
    await second.stop()
  })
})

/** How long a write may take, in milliseconds. */
const WRITE_MS = 60_000

test('one that takes connections and never answers holds up neither the topic nor readiness', async () => {
  const sockets = new Set<Socket>()
  const silent = createServer((socket) => void sockets.add(socket)).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const database = await freshDatabase(inject('postgres'))
  const env = {
    ...{ DATABASE_URL: database.url, STAFF_TOKEN: 'x', PORT: '0', ELASTICSEARCH_URL: `http://127.0.0.1:${port}` },
    ...settings({ kafka: inject('kafka'), registry: inject('registry') }),
  }
  const config = configFrom(env)
  const platform = await openPlatform(config)
  const serving = await serve(platform, config, { ready: async () => undefined, notice: undefined })
  const keeping = await keepUp(platform, config, partOf({}))
  const statusOf = async (path: string) => (await fetch(`${serving.address}${path}`)).status
  try {
    let began = performance.now()
    for (let number = 0; number < 20; number += 1) {
      // With the first the group has formed.
      if (number === 1) began = performance.now()
      const command = {
        type: 'EstablishEnterprise',
        data: { uscc: usccOf(number), items: company(`包头市${number}公司`) },
      }
      await platform.handler.handle({ command, actor: 'import:test', authority: '昆都仑区市场监督管理局' })
      await expect.poll(() => statusOf(`/v1/enterprises/${usccOf(number)}`), { interval: 50 }).toBe(200)
    }
    // Held up, each would have waited for a write or two.
    expect(performance.now() - began).toBeLessThan((19 * WRITE_MS) / 2)
    began = performance.now()
    expect(await statusOf('/health/ready')).toBe(200)
    expect(performance.now() - began).toBeLessThan(WRITE_MS)
  } finally {
    for (const socket of sockets) socket.destroy()
    silent.close()
    await keeping.stop()
    await serving.close()
    await platform.close()
    await database.drop()
  }
})

describe('an index of enterprises', () => {
  const client = connectElasticsearch(inject('elasticsearch'))
  const named = async (): Promise<{ journey: Journey; index: string; environment: NodeJS.ProcessEnv }> => {
    const index = `test-${randomUUID()}`
    const environment = { ELASTICSEARCH_URL: inject('elasticsearch'), ELASTICSEARCH_INDEX: index }
    return { index, environment, journey: await startJourney(environment) }
  }
  const behind = async (index: string) => Object.keys(await client.indices.getAlias({ name: index }))
  test('is the same when it is rebuilt, and answers all the while', async () => {
    const { journey, index } = await named()
    for (let number = 0; number < 30; number += 1) await establish(journey, number, `包头市犇鑫第${number}商贸有限公司`)
    const renamed = company('包头市骉鑫商贸有限公司', { approvedOn: '2024-01-01' })
    expect(
      (await journey.act('ChangeRegistration', { uscc: usccOf(7), on: '2024-01-01', items: renamed })).body,
    ).toMatchObject({
      outcome: 'recorded',
    })
    const before = await indexed(client, index)
    const [old] = await behind(index)

    let building = true
    const rebuilt = journey.platform.projector
      .rebuild(searched, () => {})
      .finally(() => {
        building = false
      })
    do expect(await found(journey, '犇鑫')).toHaveLength(30)
    while (building)
    await rebuilt
    expect(await behind(index)).not.toEqual([old])
    expect(await client.indices.exists({ index: old ?? '' })).toBe(false)
    expect(await indexed(client, index)).toEqual(before)
    expect((await journey.get('/v1/enterprises?q=犇鑫第7商贸')).body.items[0].match).toMatchObject({ why: 'old-name' })
    await journey.end()
    await client.indices.delete({ index: await behind(index) })
  })

  test('that is lost, or was made from another log, is rebuilt by itself', async () => {
    const { journey, index, environment } = await named()
    await establish(journey, 1, '包头市犇鑫商贸有限公司')
    await client.indices.delete({ index: await behind(index) })
    await establish(journey, 2, '包头市犇鑫科技有限公司')
    expect(await found(journey, '犇鑫')).toEqual([1, 2].map(usccOf).sort())
    await journey.end()

    const other = await startJourney(environment)
    await establish(other, 3, '包头市犇鑫餐饮有限公司')
    expect(await found(other, '犇鑫')).toEqual([usccOf(3)])
    await other.end()
    await client.indices.delete({ index: await behind(index) })
  })

  test('that is somebody else’s is refused at the start', async () => {
    const { url, drop } = await freshDatabase(inject('postgres'))
    const index = `test-${randomUUID()}`
    await client.indices.create({ index, mappings: { properties: { name: { type: 'text' } } } })
    const config = configFrom({
      DATABASE_URL: url,
      ELASTICSEARCH_URL: inject('elasticsearch'),
      ELASTICSEARCH_INDEX: index,
    })
    await expect(openPlatform(config)).rejects.toThrow(
      `The index ${index} of ELASTICSEARCH_URL is not one of Mingjian's (its mapping is another): choose another name with ELASTICSEARCH_INDEX, or remove it.`,
    )
    expect(await client.indices.exists({ index })).toBe(true)
    await client.indices.delete({ index })
    await drop()
  })
})
