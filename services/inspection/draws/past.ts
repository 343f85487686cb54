import { type EventLog, streamOf } from '@mingjian/kernel'
import { type Draw, evolve, initial } from './state.ts'

export const AGGREGATE = 'draw'

/** A plan's draw as the log has it. */
export const drawIn = async (log: Pick<EventLog, 'readStreams'>, planId: string): Promise<Draw> => {
  const stream = streamOf(planId, AGGREGATE)
  return ((await log.readStreams([stream])).get(stream) ?? []).reduce(evolve, initial)
}
