import { type AnyProjection, anyProjection, commandHandler } from '@mingjian/kernel'
import type { Connection } from '@mingjian/kernel/adapters'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../postgres.ts'
import { inPostgres, onPostgres } from './adapters.ts'
import { beginRecords, deciders, listYear, standing } from './listing.ts'
import { settableClock } from './opened.ts'
import { readModelsContract } from './read-models.contract.ts'

readModelsContract('in Postgres', inPostgres)

test('a read model that was empty when folding began is looked up by its index as it grows', async () => {
  const database = await freshDatabase(inject('postgres'), { size: 1 })
  try {
    const clock = settableClock()
    const { db } = database
    const { log, projector } = onPostgres(db, clock)
    const projection = anyProjection(standing('standing_grown', 1))
    await projector.prepare([projection])
    const handler = commandHandler(log, clock, deciders)
    // A statement has a plan for good after five uses.
    for (let page = 0; page < 12; page += 1) {
      await handler.handleAll(Array.from({ length: 200 }, (_, subject) => listYear(`${page}-${subject}`, 2023)))
      while ((await projector.advance(projection)) > 0);
    }
    await db.query('select pg_stat_force_next_flush()')
    await db.query('select 1')
    const [row] = await db.query(
      `select n_tup_ins, seq_tup_read from pg_stat_user_tables where relname = 'standing_grown'`,
    )
    expect(row).toEqual([2400, 0])
  } finally {
    await database.drop()
  }
})

test('read models that nothing concerns are moved on together, as far as this process knows, and no others', async () => {
  const database = await freshDatabase(inject('postgres'))
  try {
    const clock = settableClock()
    const { log, projector, reads } = onPostgres(database.db, clock)
    const one = anyProjection(standing('standing_quiet_one'))
    const two = anyProjection(standing('standing_quiet_two'))
    const models = [one, two]
    await projector.prepare(models)
    const handler = commandHandler(log, clock, deciders)
    const passedOver = async (...asked: readonly AnyProjection[]) =>
      (await projector.passOver(asked, await log.head())).map(({ name }) => name)
    const positions = () => Promise.all(models.map(({ name }) => reads.position(name)))
    const foldAll = async () => {
      for (const model of models) while ((await projector.advance(model)) > 0);
    }

    await handler.handle(beginRecords(2000))
    expect(await passedOver(one, two), 'what came before anybody asked is not known').toEqual([])
    await foldAll()

    await handler.handleAll([beginRecords(2001), beginRecords(2002)])
    const otherVersion = { ...two, version: 2 }
    expect(await passedOver(one, otherVersion)).toEqual([one.name])
    expect(await positions()).toEqual([3, 1])
    expect(await passedOver(one, two)).toEqual([two.name])

    await handler.handleAll([beginRecords(2003), listYear('a', 2023), beginRecords(2004)])
    expect(await passedOver(one, two)).toEqual([])
    expect(await positions()).toEqual([3, 3])
    await foldAll()
    expect((await reads.get(standing(one.name), 'a'))?.document.years).toEqual([2023])

    await handler.handle(beginRecords(2005))
    const other = onPostgres(database.open(1), clock)
    await commandHandler(other.log, clock, deciders).handle(listYear('b', 2023))
    expect(await passedOver(one, two), 'what another process has recorded is not known').toEqual([])
    await foldAll()

    await handler.handle(beginRecords(2006))
    const folding = database.open(1)
    await folding.transaction(async (tx) => {
      await tx.query('select from read.projection where name = $1 for update', [one.name])
      expect(await passedOver(one, two), 'a read model that folds is not waited for').toEqual([two.name])
    })
    expect(await passedOver(one, two)).toEqual([one.name])
    const head = await log.head()
    expect(await positions()).toEqual([head, head])
  } finally {
    await database.drop()
  }
})

/** Another process comes in once, after the documents of a read model have been looked up and before they are written. */
const meddledWith = (db: Connection, readModel: string, meddle: () => Promise<unknown>): Connection => {
  let once: (() => Promise<unknown>) | undefined = meddle
  return {
    ...db,
    transaction: (work, options) =>
      db.transaction((tx) => {
        const query: typeof tx.query = async (text, values, name) => {
          const rows = await tx.query(text, values, name)
          if (name !== `documents-${readModel}`) return rows
          const now = once
          once = undefined
          await now?.()
          return rows
        }
        return work({ ...tx, query })
      }, options),
  }
}

test('a document that was not there when it was looked for and is when it is added is folded again', async () => {
  const database = await freshDatabase(inject('postgres'))
  try {
    const clock = settableClock()
    const other = database.open(1)
    const db = meddledWith(database.db, 'standing_raced', () =>
      other.query(`insert into read.standing_raced (key, position, document, listings) values ('b', 1, $1, 1)`, [
        JSON.stringify({ years: [2020], listings: 1, decisions: [], dueOn: null }),
      ]),
    )
    const { log, projector, reads } = onPostgres(db, clock)
    const projection = standing('standing_raced', 1)
    await projector.prepare([anyProjection(projection)])
    const handler = commandHandler(log, clock, deciders)
    await handler.handleAll(['a', 'b', 'c'].map((subject) => listYear(subject, 2023)))
    while ((await projector.advance(anyProjection(projection))) > 0);
    const years = async (key: string) => (await reads.get(projection, key))?.document.years
    expect(await Promise.all(['a', 'b', 'c'].map(years))).toEqual([[2023], [2020, 2023], [2023]])
    expect(await projector.deadLetters()).toEqual([])
  } finally {
    await database.drop()
  }
})
