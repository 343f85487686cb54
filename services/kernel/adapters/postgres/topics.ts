import type { EventType } from '@mingjian/schemas'
import type { Fence } from '../../ports.ts'
import type { RegisteredSchema } from '../kafka/registry.ts'
import { arrayOf } from './arrays.ts'
import type { Connection } from './connection.ts'

export interface Filled {
  /** Every event up to this position is on the topic. */
  readonly position: number
  /** Offset behind the last message of each partition, as of that position. */
  readonly ends: ReadonlyMap<number, number>
}

/** How far topics have been filled, and the ids of their schemas in a registry. */
export interface Topics {
  filled(topic: string): Promise<Filled>
  /** Position up to which each topic has been filled. */
  positions(): Promise<ReadonlyMap<string, number>>
  /** Where a topic begins; `whole`: it will carry every event. */
  begin(topic: string, partitions: number, whole: boolean): Promise<void>
  /** False when the lease has passed to another process. */
  fill(topic: string, filled: Filled, fence: Fence): Promise<boolean>
  /** A lost topic is filled from the beginning; the marks of consumers stay. */
  restart(topic: string): Promise<void>
  keepSchemas(schemas: readonly RegisteredSchema[]): Promise<void>
  /** The newest id of every schema last. */
  schemas(): Promise<readonly RegisteredSchema[]>
}

export const postgresTopics = (db: Connection): Topics => ({
  filled: async (topic) => {
    const rows = await db.query(
      'select t.position, p.partition, p.next_offset from log.topic t left join log.topic_partition p on p.topic = t.name where t.name = $1',
      [topic],
    )
    return {
      position: Number(rows[0]?.[0] ?? 0),
      ends: new Map(
        rows.filter(([, partition]) => partition !== null).map(([, at, next]) => [Number(at), Number(next)]),
      ),
    }
  },
  positions: async () =>
    new Map((await db.query('select name, position from log.topic')).map(([name, at]) => [String(name), Number(at)])),
  begin: (topic, partitions, whole) =>
    db.transaction(async (tx) => {
      await tx.query('insert into log.topic values ($1, $2, 0) on conflict do nothing', [topic, String(whole)])
      await tx.query(
        'insert into log.topic_partition select $1, partition, 0, 0 from generate_series(0, $2::int - 1) partition on conflict do nothing',
        [topic, partitions],
      )
    }),
  fill: (topic, { position, ends }, { lease, token }) =>
    db.transaction(async (tx) => {
      const held = await tx.query('select from log.lease where name = $1 and token = $2 for share', [lease, token])
      if (held.length === 0) return false
      await tx.query('update log.topic set position = $2 where name = $1', [topic, position], 'fill-topic')
      await tx.query(
        `update log.topic_partition p set next_offset = u.next_offset, position = $4
         from unnest($2::int[], $3::bigint[]) u(partition, next_offset)
         where p.topic = $1 and p.partition = u.partition and p.next_offset <> u.next_offset`,
        [topic, arrayOf('int4', [...ends.keys()]), arrayOf('int8', [...ends.values()]), position],
        'fill-partitions',
      )
      return true
    }),
  restart: (topic) =>
    db.transaction(async (tx) => {
      await tx.query('update log.topic set position = 0 where name = $1', [topic])
      await tx.query('update log.topic_partition set next_offset = 0, position = 0 where topic = $1', [topic])
      await tx.query('update log.mark set next_offset = 0 where topic = $1', [topic])
    }),
  keepSchemas: async (schemas) => {
    await db.query(
      `insert into log.registered_schema (event, schema, id) select * from unnest($1::text[], $2::int[], $3::int[])
       on conflict (event, schema, id) do update set registered_at = excluded.registered_at`,
      [
        arrayOf(
          'text',
          schemas.map(({ event }) => event),
        ),
        arrayOf(
          'int4',
          schemas.map(({ schema }) => schema),
        ),
        arrayOf(
          'int4',
          schemas.map(({ id }) => id),
        ),
      ],
    )
  },
  schemas: async () =>
    (await db.query('select event, schema, id from log.registered_schema order by registered_at, id')).map(
      ([event, schema, id]) => ({ event: event as EventType, schema: Number(schema), id: Number(id) }),
    ),
})
