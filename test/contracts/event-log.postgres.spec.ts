import { postgresEventLog } from '@mingjian/kernel/adapters'
import { expect, inject, test } from 'vitest'
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
