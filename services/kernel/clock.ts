import type { Clock } from '@mingjian/schemas'
import type { PastEvent } from './event.ts'

/** A line of the deadlines board. The longer name tells it from the `Clock` port, which gives the time. */
export type { Clock as DutyClock } from '@mingjian/schemas'

/** The clocks that run after an event of any service: the event itself says which ones it starts and stops. */
export const clocksAfter = (running: readonly Clock[], { data }: Pick<PastEvent, 'data'>): readonly Clock[] => {
  const started = 'clocks' in data ? data.clocks : []
  const stopped = 'stops' in data ? data.stops : []
  if (started.length === 0 && stopped.length === 0) return running
  const over = new Set([...stopped, ...started.map(({ what }) => what)])
  return [...running.filter(({ what }) => !over.has(what)), ...started]
}
