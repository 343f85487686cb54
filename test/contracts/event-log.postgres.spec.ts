import type { EventLog } from '@mingjian/kernel'
import { postgresEventLog } from '@mingjian/kernel/adapters'
import { expect, inject, test } from 'vitest'
import { recordHistory } from '../faults/history.ts'
import { freshDatabase } from '../postgres.ts'
import { inPostgres } from './adapters.ts'
import { eventLogContract } from './event-log.contract.ts'

eventLogContract('in Postgres', inPostgres)

test('of appends made at once, those that no column can hold fail alone', async () => {
  const database = await freshDatabase(inject('postgres'))
  const log = postgresEventLog(database.db, { now: () => '2026-07-01T00:00:00Z' })
  const append = (stream: string, actor: string, effectiveOn: string) =>
    log.append({
      expected: new Map(),
      events: [
        {
          stream,
          event: { type: 'LicenceRevoked', data: { reason: null, remedy: null }, effectiveOn, basis: [] },
          provenance: { actor, authority: '150203' },
        },
      ],
    })
  const results = await Promise.allSettled([
    append('a/x', 'staff:1', '2026-07-01'),
    append('b/x', 'staff:\0', '2026-07-01'),
    append('c/x', 'staff:1', '2026-02-30'),
    append('d/x', 'staff:\ud800', '2026-07-01'),
    append('e/x', 'staff:1', '2026-07-01'),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled'])
  expect((await log.read(0, 10)).map(({ position, stream }) => [position, stream])).toEqual([
    [1, 'a/x'],
    [2, 'e/x'],
  ])
  await database.drop()
})

test('what follows is known to who recorded it as the log tells it, until another process comes between', async () => {
  const database = await freshDatabase(inject('postgres'))
  const clock = { now: () => '2026-07-01T00:00:00.120Z' }
  const log = postgresEventLog(database.db, clock)
  const another = postgresEventLog(database.open(), clock)
  const types = ['LicenceRevoked'] as const
  expect(log.recent('one', 0, 100, types), 'nothing recorded yet').toBeUndefined()

  await recordHistory(log, 40)
  expect(log.recent('one', 0, 100, types)).toEqual({ events: await log.read(0, 100), upTo: 40 })
  expect(log.recent('one', 30, 4, types)).toEqual({ events: await log.read(30, 4), upTo: 34 })
  expect(log.recent('one', 30, 100, ['AnnualReportRecordsBegan']), 'none of these').toEqual({ events: [], upTo: 40 })
  expect(log.recent('one', 40, 100, types), 'others may have gone on').toBeUndefined()
  expect(another.recent('one', 0, 100, types), 'recorded by another').toBeUndefined()

  const next = (subject: string, on: EventLog) =>
    on.append({
      expected: new Map(),
      events: [
        {
          stream: `${subject}/x`,
          event: { type: 'LicenceRevoked', data: { reason: null, remedy: null }, effectiveOn: '2026-07-01', basis: [] },
          provenance: { actor: 'staff:1', authority: '150203' },
        },
      ],
    })
  const outcomes = await Promise.all([next('a', log), next('a', log), next('b', log)])
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'recorded', 'recorded'])
  expect(log.recent('one', 38, 100, types)).toEqual({ events: await log.read(38, 100), upTo: 42 })

  await next('c', another)
  await next('d', log)
  expect(log.recent('one', 38, 100, types), 'one of another lies between').toBeUndefined()
  expect(log.recent('one', 43, 100, types)).toEqual({ events: await log.read(43, 100), upTo: 44 })
  await database.drop()
})
