import { postgresCheckpoints, postgresLeases, postgresTopics } from '@mingjian/kernel/adapters'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../postgres.ts'
import { inPostgres } from './adapters.ts'
import { deliveryContract } from './delivery.contract.ts'

deliveryContract('in Postgres', inPostgres, 12)

test('a partition whose last message a reader has read in the log is one that it has seen', async () => {
  const { db, drop } = await freshDatabase(inject('postgres'))
  try {
    const topics = postgresTopics(db)
    const checkpoints = postgresCheckpoints(db)
    const fence = await postgresLeases(db).take('relay', 'test', 60)
    if (fence === undefined) throw new Error('the lease is free')
    const fill = (position: number, ...ends: readonly [number, number][]) =>
      topics.fill('events', { position, ends: new Map(ends) }, fence)
    await topics.begin('events', 2, true)
    await fill(10, [0, 4], [1, 6])
    await fill(12, [0, 6], [1, 6])
    expect(await checkpoints.get('index', 10)).toBe(10)
    // Of partition 0 it missed two messages, up to position 12; of partition 1 six, up to position 10.
    await checkpoints.mark('index', [{ topic: 'events', partition: 0, of: 2, position: 9, next: 4 }])
    expect(await checkpoints.get('index', 10)).toBe(10)
    expect(await checkpoints.get('index', 11)).toBe(11)
    await checkpoints.mark('index', [{ topic: 'events', partition: 0, of: 2, position: 12, next: 6 }])
    expect(await checkpoints.get('index', 9)).toBe(9)
    expect(await checkpoints.get('index', 10)).toBe(12)
    await fill(15, [0, 6], [1, 9])
    expect(await checkpoints.get('index', 12)).toBe(12)
    expect(await checkpoints.get('index', 15)).toBe(15)
    // The topic goes on in a partition that was read in the log; nothing else is missing.
    await fill(20, [0, 9], [1, 9])
    await checkpoints.mark('index', [{ topic: 'events', partition: 0, of: 2, position: 20, next: 9 }])
    expect(await checkpoints.get('index', 15)).toBe(20)
  } finally {
    await drop()
  }
})
