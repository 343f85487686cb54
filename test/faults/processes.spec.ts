import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../postgres.ts'
import { expectWhole, startWriter } from './acknowledged.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase(inject('postgres'))
})
afterAll(() => database.drop())

test('of 4 processes with 16 writers each on the same streams nothing is lost, doubled or out of order', async () => {
  const processes = Array.from({ length: 4 }, (_, index) => startWriter(database.url, `p${index}`, 16, 12, 40))
  await Promise.all(processes.map(({ ended }) => ended))
  const acknowledged = processes.flatMap((process) => process.acknowledged)
  expect(acknowledged).toHaveLength(4 * 16 * 12)
  expect(await expectWhole(database.db, acknowledged)).toBe(4 * 16 * 12)
})

test('of a process killed in mid-append every acknowledged event is there, and its successor repeats none', async () => {
  const before = await expectWhole(database.db, [])
  for (const wait of [0, 60]) {
    const killed = startWriter(database.url, 'k', 16, 100_000, 40)
    const enough = killed.acknowledged.length
    while (killed.acknowledged.length < enough + 50) await sleep(5)
    await sleep(wait)
    killed.kill()
    await killed.ended
    expect(await expectWhole(database.db, killed.acknowledged)).toBeGreaterThan(before)
  }
  const steps = 30
  const successor = startWriter(database.url, 'k', 16, steps, 40)
  await successor.ended
  expect(successor.acknowledged).toHaveLength(16 * steps)
  await expectWhole(database.db, successor.acknowledged)
})
