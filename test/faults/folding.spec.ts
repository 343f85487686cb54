import { anyProjection, commandHandler } from '@mingjian/kernel'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { onPostgres } from '../contracts/adapters.ts'
import { ailing, deciders, listYear, standing } from '../contracts/listing.ts'
import { settableClock } from '../contracts/opened.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'

const clock = settableClock()
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase(inject('postgres'))
})
afterAll(() => database.drop())

test('a read model and its position are never apart, though its process loses its connection at any moment', async () => {
  const typed = standing('standing')
  const projection = anyProjection(typed)
  const { log, projector } = onPostgres(database.db, clock)
  await projector.prepare([projection])
  const handler = commandHandler(log, clock, deciders)
  const folding = onPostgres(database.open(2), clock).projector
  const killer = database.open(1)
  const watcher = database.open(1)
  let done = false

  const watch = async (): Promise<void> => {
    while (!done) {
      const [row] = await watcher.query(`
        select (select coalesce(sum(listings), 0)::int from read.standing),
               (select count(*)::int from log.event e where e.type = 'AbnormalOperationsListed' and e.position <= p.position)
        from read.projection p where name = 'standing'`)
      expect(row?.[0]).toBe(row?.[1])
    }
  }
  let broken = 0
  const fold = async (): Promise<void> => {
    while (!done) await folding.advance(projection).catch(() => (broken += 1))
  }
  const kill = async (): Promise<void> => {
    while (!done) {
      await killer.query(`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state <> 'idle' and query ~ 'read\\.standing|read\\.projection' and query !~ 'log\\.event e'
          and pid <> pg_backend_pid()`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const busy = [watch(), fold(), fold(), kill()]
  let rounds = 0
  for (; rounds < 60 || broken === 0; rounds += 1)
    await handler.handleAll(Array.from({ length: 25 }, (_, index) => listYear(`S${index}`, 2001 + rounds)))
  done = true
  await Promise.all(busy)
  while ((await projector.advance(projection)) > 0);
  const found = await onPostgres(database.db, clock).reads.find(typed, { limit: 100 })
  expect(found.map(({ document }) => document.listings)).toEqual(Array(25).fill(rounds))
})

test('a subject whose row its table cannot hold is parked alone', async () => {
  const typed = standing('cells')
  const projection = anyProjection(typed)
  const { log, projector, reads } = onPostgres(database.db, clock)
  await projector.rebuild(projection, () => {})
  ailing.cell.add('bad')
  await commandHandler(log, clock, deciders).handleAll([
    listYear('good', 2024),
    listYear('bad', 2024),
    listYear('fine', 2024),
  ])
  while ((await projector.advance(projection)) > 0);
  expect(await projector.deadLetters()).toMatchObject([
    { consumer: 'cells', key: 'bad', reason: /invalid byte sequence/ },
  ])
  expect((await reads.get(typed, 'good'))?.document.years).toEqual([2024])
  expect((await reads.get(typed, 'fine'))?.document.years).toEqual([2024])
  expect(await projector.retry(projection, 'bad')).toBe(false)
  ailing.cell.clear()
  expect(await projector.retry(projection, 'bad')).toBe(true)
  expect((await reads.get(typed, 'bad'))?.document.years).toEqual([2024])
  expect(await projector.deadLetters()).toEqual([])
})

test('a full set of consumers that fold at once does not wait for itself', async () => {
  const { projector, log } = onPostgres(database.open(2), clock)
  const projections = Array.from({ length: 6 }, (_, index) => anyProjection(standing(`many_${index}`)))
  await Promise.all(projections.map((projection) => projector.rebuild(projection, () => {})))
  await commandHandler(log, clock, deciders).handleAll([listYear('again', 2024)])
  expect(await Promise.all(projections.map((projection) => projector.advance(projection)))).toEqual(Array(6).fill(2))
})
