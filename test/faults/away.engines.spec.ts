import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeUscc } from '@mingjian/codes'
import { type Engine, freePort, startElasticsearch, startKafka, startRegistry } from '@mingjian/engines'
import { type Config, configFrom } from '@mingjian/main/run/config'
import { keepUp } from '@mingjian/main/run/keep-up'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import { partOf } from '@mingjian/main/run/roles'
import { serve } from '@mingjian/main/run/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company } from '../journeys/examples.ts'
import { messagesOf, settings, untilCaughtUp } from '../journeys/kafka.ts'
import { patience } from '../patience.ts'
import { postgres, type Victim } from './supervised.ts'

// Broker, registry and Elasticsearch away from the start, and once more later: the law's record is kept, the rest catches up by itself.
// Postgres away: nothing can be recorded, and everything goes on when it is back.

/** Longer than any single attempt waits; `AWAY_SECONDS=3600` for an hour. */
const AWAY_MS = 1000 * Number(process.env.AWAY_SECONDS ?? 20)

const folder = mkdtempSync(join(tmpdir(), 'mingjian-away-'))
const engines: Engine[] = []
let database: Victim
let platform: Platform
let config: Config
let serving: Awaited<ReturnType<typeof serve>>
let keeping: Awaited<ReturnType<typeof keepUp>>
let ports: { readonly kafka: number; readonly registry: number; readonly elasticsearch: number }

beforeAll(async () => {
  const { victim, url } = await postgres()
  database = victim
  ports = { kafka: await freePort(), registry: await freePort(), elasticsearch: await freePort() }
  const { kafka, registry, elasticsearch } = ports
  config = configFrom({
    ...{
      DATABASE_URL: url,
      STAFF_TOKEN: 'x',
      PORT: '0',
      ELASTICSEARCH_URL: `http://127.0.0.1:${elasticsearch}`,
    },
    ...settings({ kafka: `127.0.0.1:${kafka}`, registry: `http://127.0.0.1:${registry}/apis/ccompat/v7` }),
  })
  platform = await openPlatform(config)
  serving = await serve(platform, config, { ready: async () => undefined, notice: undefined })
  keeping = await keepUp(platform, config, partOf({}))
})
afterAll(async () => {
  await keeping.stop()
  await serving.close()
  await platform.close()
  await Promise.all(engines.map((engine) => engine.stop()))
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

const usccOf = (number: number) => makeUscc('91150203', `MA0AW${String(number).padStart(3, '0')}`)
const establish = (number: number) => {
  const data = { uscc: usccOf(number), items: company(`包头市犇鑫${number}号商贸有限公司`) }
  const command = { type: 'EstablishEnterprise', data }
  return platform.handler.handle({ command, actor: 'import:test', authority: '昆都仑区市场监督管理局' })
}
const get = async (path: string) => {
  const response = await fetch(`${serving.address}${path}`)
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
}
const start = async (): Promise<void> => {
  const own = (name: keyof typeof ports) => ({ folder: join(folder, name), port: ports[name] })
  const started = [startKafka(own('kafka')), startRegistry(own('registry')), startElasticsearch(own('elasticsearch'))]
  engines.splice(0, engines.length, ...(await Promise.all(started)))
}
const lagging = async () => (await get('/health/ready')).body.lagging as readonly { readonly consumer: string }[]
const carriesOn = async (numbers: readonly number[]): Promise<void> => {
  for (const number of numbers) expect(await establish(number)).toMatchObject({ outcome: 'recorded' })
  await expect.poll(lagging).not.toEqual([])
}
const hasAll = async (count: number): Promise<void> => {
  await untilCaughtUp(platform, config)
  expect(await lagging()).toEqual([])
  const { body } = await get(`/v1/enterprises?q=${encodeURIComponent('犇鑫')}&limit=100`)
  expect(body.items).toHaveLength(count)
  const messages = await messagesOf(`127.0.0.1:${ports.kafka}`, `${config.kafka?.prefix}.events`, 3, count)
  expect(new Set(messages.map(({ headers }) => String(headers?.position))).size).toBe(count)
}

test('not there at the start, they are waited for, and everything that happened meanwhile reaches them', async () => {
  await carriesOn([1, 2, 3])
  await start()
  await hasAll(3)
})

test(
  'away for long, they are caught up with when they are back',
  async () => {
    await Promise.all(engines.map((engine) => engine.kill()))
    await carriesOn([4, 5])
    await sleep(AWAY_MS)
    await carriesOn([6])
    await start()
    await hasAll(6)
  },
  patience(60) + AWAY_MS,
)

test(
  'Postgres away for long, nothing is acknowledged, and everything goes on when it is back',
  async () => {
    expect(await establish(7)).toMatchObject({ outcome: 'recorded' })
    await untilCaughtUp(platform, config)
    // How far readers have come is not on the disk yet.
    const back = database.kill(AWAY_MS).then(() => database.up())
    await expect.poll(async () => (await get('/health/ready')).status).toBe(503)
    await expect(establish(8)).rejects.toThrow()
    const { status, body } = await get(`/v1/enterprises/${usccOf(1)}`)
    expect([status, body.code]).toEqual([503, 'database-away'])
    await back
    await expect.poll(async () => (await get('/health/ready')).status).toBe(200)
    await hasAll(7)
    for (const number of [8, 9]) expect(await establish(number)).toMatchObject({ outcome: 'recorded' })
    await hasAll(9)
  },
  patience(60) + AWAY_MS,
)
