import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeUscc } from '@mingjian/codes'
import { changesAfter } from '@mingjian/credit-query'
import { openPublisher } from '@mingjian/kernel/adapters'
import { projections } from '@mingjian/main/modules'
import { checkEngines } from '@mingjian/main/run/broker'
import { configFrom } from '@mingjian/main/run/config'
import { sweepDeadlines } from '@mingjian/main/run/sweep'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { company, penalty, report } from './examples.ts'
import { type Carried, messagesOf, settings, startCarried, untilCaughtUp } from './kafka.ts'
import { AUTHORITY } from './platform.ts'

const engines = { postgres: inject('postgres'), kafka: inject('kafka'), registry: inject('registry') }
const codeOf = (index: number): string => makeUscc('91150203', `MA0K${String(index).padStart(4, '0')}`)
const PERSON = '欧阳雪松'

let carried: Carried
const act = (type: string, data: unknown) =>
  carried.platform.handler.handle({ command: { type, data }, actor: 'import:test', authority: AUTHORITY })

beforeAll(async () => {
  carried = await startCarried(engines)
  for (let index = 0; index < 20; index += 1)
    await act('EstablishEnterprise', {
      uscc: codeOf(index),
      items: company(`包头市第${index}商贸有限公司`, { legalRepresentative: PERSON }),
    })
  await act('SubmitAnnualReport', { uscc: codeOf(0), year: 2024, report: report(), filedOn: '2025-03-01' })
  await act('RecordPenalty', {
    uscc: codeOf(1),
    penalty: penalty('昆市监罚〔2026〕1号', '2026-10-01', { facts: PERSON }),
  })
  await sweepDeadlines(carried.platform, '2025-12-31', { begin: true, firstReportYear: 2024 })
  await carried.caughtUp()
})
afterAll(() => carried.end())

const everything = async () => {
  const models: Record<string, unknown> = {}
  for (const projection of projections)
    models[projection.name] = (await carried.platform.reads.find(projection, { limit: 10_000 })).map(
      ({ key, document }) => ({ key, document }),
    )
  return models
}

test('every event is on the topic, in the order of its subject, once for a reader that skips what is not beyond the highest position seen', async () => {
  const { log } = carried.platform
  const events = await log.read(0, 10_000)
  const messages = await messagesOf(engines.kafka, carried.topics.events, 3, events.length)
  const highest = new Map<number, number>()
  const positions = messages.flatMap(({ partition, headers }) => {
    const position = Number(headers?.position)
    if (position <= (highest.get(partition) ?? 0)) return []
    highest.set(partition, position)
    return [position]
  })
  expect(positions.sort((a, b) => a - b)).toEqual(events.map(({ position }) => position))
  const partitionsOf = Map.groupBy(messages, ({ key }) => key?.toString())
  for (const own of partitionsOf.values()) expect(new Set(own.map(({ partition }) => partition)).size).toBe(1)
  const first = messages.find(({ headers }) => headers?.position?.toString() === '1')
  expect(
    Object.fromEntries(Object.entries(first?.headers ?? {}).map(([name, value]) => [name, String(value)])),
  ).toMatchObject({
    position: '1',
    type: 'EnterpriseEstablished',
    'effective-on': '2022-03-01',
    ce_specversion: '1.0',
    ce_type: 'mingjian.registry.EnterpriseEstablished',
    ce_subject: codeOf(0),
    ce_id: `${codeOf(0)}/registration/1`,
  })
})

test('read models that Kafka has fed are those that the log gives', async () => {
  const fed = await everything()
  for (const projection of projections) await carried.platform.projector.rebuild(projection, () => {})
  expect(await everything()).toEqual(fed)
  await act('ChangeRegistration', { uscc: codeOf(2), items: company('包头市改名商贸有限公司'), on: '2026-06-01' })
  await carried.caughtUp()
  const changed = await everything()
  for (const projection of projections) await carried.platform.projector.rebuild(projection, () => {})
  expect(await everything()).toEqual(changed)
})

test('a message that is none of the platform’s is set aside with its reason, and the rest goes on', async () => {
  const { platform, topics } = carried
  const stray = await openPublisher([engines.kafka], 'stray')
  const strays: readonly (readonly [Buffer | null, Readonly<Record<string, string>>])[] = [
    [Buffer.from('hello'), {}],
    [null, { position: '3', type: 'EnterpriseEstablished' }],
    [Buffer.from([1, 2, 3]), { position: 'three' }],
    [Buffer.from([0, 0, 0, 0, 1, 2]), { position: '999999999', type: 'EnterpriseEstablished' }],
    [Buffer.from([0, 127, 0, 0, 1, 2]), { position: '3', type: 'EnterpriseEstablished' }],
  ]
  await stray.send(
    topics.events,
    strays.map(([value, headers]) => ({ partition: 0, key: 'stray', value, headers })),
  )
  await stray.close()
  await act('ChangeRegistration', { uscc: codeOf(3), items: company('包头市再改名商贸有限公司'), on: '2026-06-01' })
  await untilCaughtUp(platform, carried.config)
  const reasons = async () =>
    (await platform.projector.deadLetters()).flatMap(({ consumer, reason }) =>
      consumer === topics.events ? reason : [],
    )
  await expect.poll(reasons).toHaveLength(strays.length)
  expect((await reasons()).join('; ')).toMatch(/no header position.*no event 999999999/)
})

describe('the public topic', () => {
  test('carries what may be shown, and nobody’s name', async () => {
    const { changes: fed } = await changesAfter(carried.platform, 0, 10_000)
    const messages = await messagesOf(engines.kafka, carried.topics.public, 3, fed.length)
    const changes = messages.map(({ value }) => JSON.parse(value?.toString() ?? ''))
    expect(new Set(changes.map(({ type }) => type))).toContain('PenaltyPublicised')
    expect(changes.map(({ type }) => type)).not.toContain('PenaltyDecided')
    expect(JSON.stringify(messages.map(({ value, headers, key }) => [`${value}`, headers, `${key}`]))).not.toContain(
      PERSON,
    )
  })

  test('carries a recall, and erases what was recalled', async () => {
    const documentNo = '昆市监罚〔2026〕1号'
    await act('RecordPenaltyOverturning', {
      uscc: codeOf(1),
      overturning: {
        documentNo,
        outcome: 'revoked',
        by: 'reconsideration',
        body: '昆都仑区人民政府',
        overturningNo: '昆政复决〔2026〕5号',
        decidedOn: carried.platform.clock.today(),
      },
    })
    await carried.caughtUp()
    const { log } = carried.platform
    const shown = (await log.readSubject(codeOf(1))).find(({ type }) => type === 'PenaltyPublicised')
    const events = await log.read(0, 10_000)
    const recall = events.find(({ type }) => type === 'PublicRecordRecalled')
    const { changes } = await changesAfter(carried.platform, 0, 10_000)
    // The feed leaves out what was recalled; the topic has had it.
    const known = (await messagesOf(engines.kafka, carried.topics.public, 3, changes.length + 1)).filter(({ key }) =>
      [String(shown?.position), String(recall?.position)].includes(key?.toString() ?? ''),
    )
    expect(
      known.map(({ key, value }) => [Number(key), value === null ? null : JSON.parse(value.toString()).type]),
    ).toEqual([
      [shown?.position, 'PenaltyPublicised'],
      [recall?.position, 'PublicRecordRecalled'],
      [shown?.position, null],
    ])
  })
})

describe('a deployment stops in one sentence', () => {
  const refusal = (more: NodeJS.ProcessEnv) => {
    const { kafka } = configFrom(settings(engines, { KAFKA_PREFIX: carried.config.kafka?.prefix, ...more }))
    if (kafka === undefined) throw new Error('no broker')
    return checkEngines(kafka, carried.platform).catch((error: Error) => error.message)
  }

  test('when a topic has other settings', async () => {
    expect(await refusal({})).toBeUndefined()
    expect(await refusal({ KAFKA_PARTITIONS: '4' })).toMatch(/has 3 partitions, and KAFKA_PARTITIONS is 4/)
    expect(await refusal({ KAFKA_RETENTION_DAYS: '7' })).toMatch(/retention.ms=-1 where 604800000 is wanted/)
  })

  test('when the registry refuses a schema, with its reason; not when the registry is away', async () => {
    const registry = createServer((request, response) => {
      response.statusCode = request.method === 'PUT' ? 200 : 409
      response.end(JSON.stringify({ error_code: 409, message: 'reader field uscc has no default' }))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => registry.once('listening', resolve))
    const url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
    expect(await refusal({ SCHEMA_REGISTRY_URL: url })).toMatch(/refuses mingjian\..*reader field uscc has no default/)
    await new Promise((resolve) => registry.close(resolve))
    expect(await refusal({ SCHEMA_REGISTRY_URL: url })).toBeUndefined()
  })
})
