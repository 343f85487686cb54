import { anyProjection, commandHandler } from '@mingjian/kernel'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../postgres.ts'
import { inPostgres, onPostgres } from './adapters.ts'
import { deciders, listYear, standing } from './listing.ts'
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
