import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeUscc } from '@mingjian/codes'
import { eventSource, type Outgoing, openPublisher, openRelay, type Publisher } from '@mingjian/kernel/adapters'
import { projections } from '@mingjian/main/modules'
import { openBroker, schemaIds } from '@mingjian/main/run/broker'
import { configFrom, type KafkaConfig } from '@mingjian/main/run/config'
import { consume } from '@mingjian/main/run/consume'
import { keepUp } from '@mingjian/main/run/keep-up'
import { lagOf } from '@mingjian/main/run/lag'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import { partOf } from '@mingjian/main/run/roles'
import { takeEngine } from '../engines.ts'
import { company } from '../journeys/examples.ts'
import { freshDatabase, startServer, type TestDatabase, type TestServer } from '../postgres.ts'
import { startRoles } from '../processes.ts'
import type { Goal, Report } from './measure.ts'
import { importRegister, writeRegister } from './register.ts'

const ENTERPRISES = 10_000
const ROUNDS = 3
const PER_SECOND = 500
const SECONDS = 20
const PARTITIONS = '6'

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

interface Bench {
  readonly server: TestServer
  readonly engines: NodeJS.ProcessEnv
  readonly folder: string
}

/** A platform on a database and topics of its own, its read models made while its log was empty. */
const opened = async ({ server, engines }: Bench) => {
  const database = await freshDatabase(server.url)
  const environment = { ...engines, DATABASE_URL: database.url, KAFKA_PREFIX: `bench-${randomUUID()}` }
  const config = configFrom(environment)
  if (config.kafka === undefined) throw new Error('no broker')
  const platform = await openPlatform(config)
  return { database, environment, config, kafka: config.kafka, platform }
}
type Opened = Awaited<ReturnType<typeof opened>>
const closed = async ({ platform, database }: { platform: Platform; database: TestDatabase }): Promise<void> => {
  await platform.close()
  await database.drop()
}

const registered = async (bench: Bench, { platform }: Pick<Opened, 'platform'>): Promise<number> => {
  await importRegister(platform, await writeRegister(bench.folder, ENTERPRISES))
  return platform.log.head()
}

const fingerprints = async ({ db }: Platform): Promise<string> => {
  const found: unknown[] = []
  for (const { name } of projections)
    found.push(
      await db.query(`select count(*), sum(hashtextextended(key || document, 0)::numeric)::text from read.${name}`),
    )
  return JSON.stringify(found)
}

/** What was folded is what the log gives: nothing lost, nothing doubled. */
const expectWhole = async (platform: Platform): Promise<void> => {
  const folded = await fingerprints(platform)
  for (const projection of projections) await platform.projector.rebuild(projection, () => {})
  if ((await fingerprints(platform)) !== folded) throw new Error('what was folded is not what the log gives')
}

const untilFolded = async (platform: Platform, head: number): Promise<void> => {
  for (const { name } of projections) while ((await platform.reads.position(name)) < head) await sleep(20)
}

const sourceOf = async ({ platform, kafka }: Opened, topic: string) =>
  eventSource(platform.db, topic, kafka.partitions, await schemaIds(kafka, platform))

const topicOf = async (publisher: Publisher, { partitions }: KafkaConfig): Promise<string> => {
  const name = `bench-${randomUUID()}`
  await publisher.prepare({ name, partitions, retentionDays: undefined, compacted: false })
  return name
}

/** The relay, and kafkajs's producer with the same messages ready in memory, in turns. */
const relaying = async (
  own: Opened,
  events: number,
): Promise<{ readonly relay: number; readonly producer: number }> => {
  const { platform, kafka } = own
  const publisher = await openPublisher(kafka.brokers, 'bench')
  const fence = await platform.leases.take('bench', platform.holder, 3600)
  if (fence === undefined) throw new Error('no lease')
  const relays: number[] = []
  const producers: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const topic = await topicOf(publisher, kafka)
    const source = await sourceOf(own, topic)
    const relay = await openRelay(source, { publisher, topics: platform.topics, fence })
    relays.push(events / (await timed(() => relay.run())))
    await expectOffsets(publisher, topic, events)
    const pages: (readonly Outgoing[])[] = []
    for (let after = 0; after < events; ) {
      const { messages, reached } = await source.read(after)
      pages.push(messages)
      after = reached
    }
    const other = await topicOf(publisher, kafka)
    producers.push(
      events /
        (await timed(async () => {
          for (const page of pages) await publisher.send(other, page)
        })),
    )
    await expectOffsets(publisher, other, events)
  }
  // What the rounds filled is nothing that consumers follow.
  await platform.db.query('delete from log.topic_partition')
  await platform.db.query('delete from log.topic')
  await publisher.close()
  return { relay: median(relays), producer: median(producers) }
}

const expectOffsets = async (publisher: Publisher, topic: string, events: number): Promise<void> => {
  const messages = (await publisher.ends(topic)).values().reduce((sum, end) => sum + end, 0)
  if (messages !== events) throw new Error(`${messages} messages of ${events} events`)
}

/** Seconds from the first message to the last document, by consumers that were there before. */
const followedBy = async (own: Opened, head: number): Promise<number> => {
  const { platform, kafka } = own
  const publisher = await openBroker(kafka, platform.holder)
  const fence = await platform.leases.take('bench', platform.holder, 3600)
  if (fence === undefined) throw new Error('no lease')
  const source = await sourceOf(own, `${kafka.prefix}.events`)
  const seconds = await timed(async () => {
    const relay = await openRelay(source, { publisher, topics: platform.topics, fence })
    await relay.run()
    await untilFolded(platform, head)
  })
  await publisher.close()
  await expectWhole(platform)
  return seconds
}

const byProcesses = async (bench: Bench, count: number): Promise<number> => {
  const own = await opened(bench)
  const processes = []
  for (let started = 0; started < count; started += 1) processes.push(await startRoles('projections', own.environment))
  await sleep(5000)
  const head = await registered(bench, own)
  const seconds = await followedBy(own, head)
  for (const one of processes) one.kill('SIGTERM')
  await Promise.all(processes.map(({ ended }) => ended))
  await closed(own)
  return head / seconds
}

/** From an event's commit to its being folded into what searches ask, at a steady rate. */
const latencies = async (bench: Bench): Promise<readonly number[]> => {
  const own = await opened(bench)
  const { platform, config } = own
  const keeping = await keepUp(platform, config, partOf({ roles: 'relay,projections,reactions' }))
  await sleep(3000)
  const waiting: { readonly position: number; readonly at: number }[] = []
  const found: number[] = []
  let done = false
  const watch = (async () => {
    while (!done || waiting.length > 0) {
      const position = await platform.reads.position('enterprise_search')
      const now = performance.now()
      for (let first = waiting[0]; first !== undefined && first.position <= position; first = waiting[0]) {
        found.push(now - first.at)
        waiting.shift()
      }
      await sleep(5)
    }
  })()
  const began = performance.now()
  const handled: Promise<void>[] = []
  for (let index = 0; index < PER_SECOND * SECONDS; index += 1) {
    const ahead = began + (index * 1000) / PER_SECOND - performance.now()
    if (ahead > 1) await sleep(ahead)
    const uscc = makeUscc('91150203', `Y${String(index).padStart(7, '0')}`)
    const command = { type: 'EstablishEnterprise', data: { uscc, items: company(`包头市${index}号商贸有限公司`) } }
    handled.push(
      platform.handler.handle({ command, actor: 'import:bench', authority: '' }).then((outcome) => {
        if (outcome.outcome === 'recorded') waiting.push({ position: outcome.last, at: performance.now() })
      }),
    )
  }
  await Promise.all(handled)
  done = true
  await watch
  while ((await lagOf(platform, config.kafka)).some(({ events }) => events > 0)) await sleep(50)
  await keeping.stop()
  await expectWhole(platform)
  await closed(own)
  return found.sort((a, b) => a - b)
}

/** Relay, consumers and the whole way, beside what they stand on. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const [server, kafka, registry] = await Promise.all([startServer(), takeEngine('kafka'), takeEngine('registry')])
  const engines = { KAFKA_BROKERS: kafka.url, SCHEMA_REGISTRY_URL: registry.url, KAFKA_PARTITIONS: PARTITIONS }
  const bench = { server, engines, folder: mkdtempSync(join(tmpdir(), 'mingjian-bench-')) }
  try {
    const own = await opened(bench)
    const head = await registered(bench, own)
    const { relay, producer } = await relaying(own, head)
    say(`relay ${Math.round(relay)}/s, producer ${Math.round(producer)}/s`)

    const log =
      head /
      (await timed(async () => {
        for (const projection of projections) while ((await own.platform.projector.advance(projection)) > 0);
      }))
    await closed(own)
    const followed = await opened(bench)
    const consumer = consume(followed.platform, followed.kafka, partOf({ roles: 'projections' }))
    await sleep(3000)
    await registered(bench, followed)
    const topic = head / (await followedBy(followed, head))
    await consumer.stop()
    await closed(followed)
    say(`projections from the topic ${Math.round(topic)}/s, from the log ${Math.round(log)}/s`)

    const one = await byProcesses(bench, 1)
    const two = await byProcesses(bench, 2)
    say(`one process ${Math.round(one)}/s, two ${Math.round(two)}/s`)

    const ms = await latencies(bench)
    const p = (share: number): number => Math.round(ms[Math.floor(ms.length * share)] ?? 0)
    say(`visible after p50 ${p(0.5)} ms, p99 ${p(0.99)} ms`)

    const goals: Goal[] = [
      { goal: "relay beside kafkajs's own producer", ratio: relay / producer, atLeast: 0.6 },
      { goal: 'projections from the topic beside from the log', ratio: topic / log, atLeast: 0.7 },
      { goal: 'seconds from commit to search at 500 events/s, p99', ratio: p(0.99) / 1000, atMost: 1 },
    ]
    // Two processes, Postgres and the broker need a core each.
    if (availableParallelism() >= 4) goals.push({ goal: 'two processes beside one', ratio: two / one, atLeast: 1.6 })
    const rows = [
      { what: 'relay', 'events/s': Math.round(relay) },
      { what: "kafkajs's producer, messages ready", 'events/s': Math.round(producer) },
      { what: `${projections.length} read models from the topic`, 'events/s': Math.round(topic) },
      { what: `${projections.length} read models from the log, page by page`, 'events/s': Math.round(log) },
      { what: 'from the topic, one process', 'events/s': Math.round(one) },
      { what: 'from the topic, two processes', 'events/s': Math.round(two) },
      { what: 'commit to search at 500/s: p50, p99 in ms', 'events/s': `${p(0.5)}, ${p(0.99)}` },
    ]
    return { name: 'kafka', unit: 'events/s', rows, goals }
  } finally {
    await Promise.all([server.stop(), kafka.stop(), registry.stop()])
    rmSync(bench.folder, { recursive: true, force: true })
  }
}
