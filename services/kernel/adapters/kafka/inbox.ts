import type { EventType } from '@mingjian/schemas'
import type { Batch } from '../../batch.ts'
import type { RecordedEvent } from '../../event.ts'
import type { DeadLetter, EventLog } from '../../ports.ts'
import type { Topics } from '../postgres/topics.ts'
import type { Delivery } from './subscriber.ts'
import { eventIn, Foreign, positionOf, schemaIdOf, typeOf } from './wire.ts'

/** Reads what a topic delivers: the events of some types, and how far the rest goes. */
export interface Inbox {
  open(deliveries: readonly Delivery[]): Promise<readonly Batch[]>
}

/** `park` gets what is no event of this platform's log, with its reason. */
export const inbox = ({
  topic,
  partitions,
  types,
  topics,
  log,
  park,
}: {
  readonly topic: string
  readonly partitions: number
  readonly types: ReadonlySet<EventType>
  readonly topics: Pick<Topics, 'schemas'>
  readonly log: Pick<EventLog, 'head'>
  readonly park: (letter: DeadLetter) => Promise<void>
}): Inbox => {
  const wanted: ReadonlySet<string> = types
  const schemas = new Map<string, number>()
  const schemaOf = async (type: string, id: number): Promise<number> => {
    const known = schemas.get(`${type}/${id}`)
    if (known !== undefined) return known
    for (const { event, schema, id } of await topics.schemas()) schemas.set(`${event}/${id}`, schema)
    const found = schemas.get(`${type}/${id}`)
    if (found === undefined) throw new Foreign(`no ${type} was ever written by the schema of id ${id}`)
    return found
  }

  const read = async (
    message: Delivery['messages'][number],
    head: number,
  ): Promise<{ readonly position: number; readonly event?: RecordedEvent }> => {
    const position = positionOf(message)
    if (position > head) throw new Foreign(`the log has no event ${position}`)
    const type = typeOf(message)
    if (!wanted.has(type)) return { position }
    return { position, event: eventIn(message, await schemaOf(type, schemaIdOf(message))) }
  }

  return {
    open: async (deliveries) => {
      const head = await log.head()
      const batches: Batch[] = []
      for (const { partition, from, next, messages } of deliveries) {
        const events: RecordedEvent[] = []
        let last = 0
        for (const message of messages) {
          try {
            const { position, event } = await read(message, head)
            last = Math.max(last, position)
            if (event !== undefined) events.push(event)
          } catch (error) {
            if (!(error instanceof Foreign)) throw error
            const key = `${partition}/${message.offset}`
            await park({ consumer: topic, key, position: 0, reason: error.message })
          }
        }
        batches.push({ topic, partition, of: partitions, from, next, position: last, events })
      }
      return batches
    },
  }
}
