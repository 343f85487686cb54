import type { Checkpoints } from '../../ports.ts'
import type { Connection } from './connection.ts'

export const postgresCheckpoints = (db: Connection): Checkpoints => ({
  get: async (consumer) =>
    Number(
      (await db.query('select position from log.consumer where name = $1', [consumer], 'checkpoint'))[0]?.[0] ?? 0,
    ),
  // Two processes may carry out the same page (the command ids make that harmless); the checkpoint never goes back.
  set: async (consumer, position) => {
    await db.query(
      'insert into log.consumer as c values ($1, $2) on conflict (name) do update set position = greatest(c.position, excluded.position)',
      [consumer, position],
      'set-checkpoint',
    )
  },
  park: async ({ consumer, key, position, reason }) => {
    await db.query('insert into read.dead_letter values ($1, $2, $3, $4) on conflict do nothing', [
      consumer,
      key,
      position,
      reason,
    ])
  },
})
