import type { Checkpoints } from '../../ports.ts'
import type { Connection } from './connection.ts'
import { marksOf, setMarks } from './marks.ts'

export const postgresCheckpoints = (db: Connection): Checkpoints => ({
  get: async (consumer, readUpTo = 0) =>
    Number(
      (
        await db.query(
          'select log.reached($1, greatest($2, (select position from log.consumer where name = $1)))',
          [consumer, readUpTo],
          'checkpoint',
        )
      )[0]?.[0],
    ),
  // Two processes may carry out the same page (the command ids make that harmless); the checkpoint never goes back.
  set: async (consumer, position) => {
    await db.query(
      'insert into log.consumer as c values ($1, $2) on conflict (name) do update set position = greatest(c.position, excluded.position)',
      [consumer, position],
      'set-checkpoint',
    )
  },
  marks: (consumer) => marksOf(db, consumer),
  mark: (consumer, marks) => setMarks(db, consumer, marks),
  park: async ({ consumer, key, position, reason }) => {
    await db.query('insert into read.dead_letter values ($1, $2, $3, $4) on conflict do nothing', [
      consumer,
      key,
      position,
      reason,
    ])
  },
})
