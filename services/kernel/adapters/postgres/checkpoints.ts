import type { Checkpoints } from '../../ports.ts'
import { arrayOf } from './arrays.ts'
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
  positions: async (consumers) =>
    new Map(
      (
        await db.query(
          'select name, log.reached(name, coalesce(position, 0)) from unnest($1::text[]) name left join log.consumer using (name)',
          [arrayOf('text', consumers)],
          'checkpoints',
        )
      ).map(([name, position]) => [name as string, Number(position)]),
    ),
  // Two processes may carry out the same page (the command ids make that harmless); the checkpoint never goes back. In one order, so that
  // no two wait for each other.
  set: async (consumers, position) => {
    await db.query(
      `insert into log.consumer as c select name, $2 from unnest($1::text[]) name order by name
       on conflict (name) do update set position = greatest(c.position, excluded.position)`,
      [arrayOf('text', consumers), position],
      'set-checkpoints',
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
