import type { Mark } from '../../batch.ts'
import { arrayOf } from './arrays.ts'
import type { Session } from './connection.ts'

export const marksOf = async (db: Session, consumer: string): Promise<readonly Mark[]> =>
  (
    await db.query(
      'select topic, partition, partitions, position, next_offset from log.mark where consumer = $1',
      [consumer],
      'marks',
    )
  ).map(([topic, partition, of, position, next]) => ({ topic, partition, of, position, next }) as Mark)

/** A mark never goes back. */
export const setMarks = async (db: Session, consumer: string, marks: readonly Mark[]): Promise<void> => {
  const column = (value: (mark: Mark) => number, type: 'int4' | 'int8'): Buffer => arrayOf(type, marks.map(value))
  await db.query(
    `insert into log.mark as m
     select $1, topic, partition, partitions, position, next_offset
     from unnest($2::text[], $3::int[], $4::int[], $5::bigint[], $6::bigint[]) u(topic, partition, partitions, position, next_offset)
     on conflict (consumer, topic, partition) do update set partitions = excluded.partitions,
       position = greatest(m.position, excluded.position), next_offset = greatest(m.next_offset, excluded.next_offset)`,
    [
      consumer,
      arrayOf(
        'text',
        marks.map(({ topic }) => topic),
      ),
      column(({ partition }) => partition, 'int4'),
      column(({ of }) => of, 'int4'),
      column(({ position }) => position, 'int8'),
      column(({ next }) => next, 'int8'),
    ],
    'set-marks',
  )
}

/** Takes the rows of these partitions until the transaction ends, in one order, so that no two processes fold one partition at once. */
export const lockMarks = async (
  tx: Session,
  consumer: string,
  partitions: readonly Pick<Mark, 'topic' | 'partition' | 'of'>[],
): Promise<readonly Mark[]> => {
  await setMarks(
    tx,
    consumer,
    [...partitions]
      .sort((a, b) => a.partition - b.partition)
      .map(({ topic, partition, of }) => ({ topic, partition, of, position: 0, next: 0 })),
  )
  return marksOf(tx, consumer)
}
