import { type EventLog, type RecordedEvent, streamOf } from '@mingjian/kernel'
import { type Draw, type DrawEvent, evolve, initial } from './state.ts'

export const AGGREGATE = 'draw'

const historyOf = async (log: Pick<EventLog, 'readStreams'>, planId: string): Promise<readonly RecordedEvent[]> => {
  const stream = streamOf(planId, AGGREGATE)
  return (await log.readStreams([stream])).get(stream) ?? []
}

/** A plan's draw as the log has it. */
export const drawIn = async (log: Pick<EventLog, 'readStreams'>, planId: string): Promise<Draw> =>
  ((await historyOf(log, planId)) as readonly DrawEvent[]).reduce(evolve, initial)

/** Position of the event that has all commitments of the draw that counts. */
export const committedAt = async (log: Pick<EventLog, 'readStreams'>, planId: string): Promise<number | undefined> =>
  (await historyOf(log, planId)).findLast(({ type }) => type === 'DrawCommitted')?.position
