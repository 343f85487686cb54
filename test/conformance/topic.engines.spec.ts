import { makeUscc } from '@mingjian/codes'
import { sweepDeadlines } from '@mingjian/main/run/sweep'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { company, penalty, report } from '../journeys/examples.ts'
import { type Carried, startCarried } from '../journeys/kafka.ts'
import { installReader, readTopic } from './topic-reader.ts'

const engines = { postgres: inject('postgres'), kafka: inject('kafka'), registry: inject('registry') }

let carried: Carried
let python = ''
beforeAll(async () => {
  ;[carried, python] = await Promise.all([startCarried(engines), installReader()])
  const act = (type: string, data: unknown) =>
    carried.platform.handler.handle({ command: { type, data }, actor: 'import:test', authority: '昆都仑区' })
  for (const serial of ['MA0PYT01', 'MA0PYT02', 'MA0PYT03'])
    await act('EstablishEnterprise', {
      uscc: makeUscc('91150203', serial),
      items: company(`包头市${serial}商贸有限公司`),
    })
  const uscc = makeUscc('91150203', 'MA0PYT01')
  await act('SubmitAnnualReport', { uscc, year: 2024, report: report(), filedOn: '2025-03-01' })
  await act('RecordPenalty', { uscc, penalty: penalty('昆市监罚〔2026〕1号', '2026-10-01') })
  await sweepDeadlines(carried.platform, '2025-12-31', { begin: true, firstReportYear: 2024 })
  await carried.caughtUp()
})
afterAll(() => carried?.end())

test('PyPI kafka-python and fastavro read every event with the registry alone', async () => {
  const events = await carried.platform.log.read(0, 10_000)
  const read = await readTopic(python, engines.kafka, engines.registry, carried.topics.events, events.length)
  const found = read
    .map(({ key, headers, record, data }) => ({
      position: Number(headers.position),
      key,
      type: headers.type,
      record,
      effectiveOn: headers['effective-on'],
      envelope: JSON.parse(headers.envelope ?? ''),
      data,
    }))
    .sort((a, b) => a.position - b.position)
  expect(found).toEqual(
    events.map((event) => {
      const { position, subject, type, data, effectiveOn, stream, version, actor, authority, basis } = event
      const { commandId, correlationId, causationId } = event
      const envelope = { stream, version, actor, authority, basis, commandId, correlationId, causationId }
      return { position, key: subject, type, record: expect.stringMatching(`\\.${type}$`), effectiveOn, envelope, data }
    }),
  )
})
