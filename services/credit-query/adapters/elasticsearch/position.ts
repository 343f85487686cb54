import { type Client, errors } from '@elastic/elasticsearch'
import type { EventLog } from '@mingjian/kernel'
import { answered, STANDING } from './connection.ts'

/** How far an index has come is a document in it, so that both are lost or kept together. */
const ID = '.position'

/** The position to which an index has been folded: everything up to it can be found. */
export const positionOf = async (client: Client, index: string, log: EventLog): Promise<number | undefined> => {
  const found = await answered(() =>
    client.get<{ position: number; event: string }>({ index, id: ID }, STANDING),
  ).catch((error: unknown) => {
    if (error instanceof errors.ResponseError && error.statusCode === 404) return undefined
    throw error
  })
  if (found?._source === undefined) return undefined
  const { position, event } = found._source
  // What was folded from another log (a restored or another database) is not this log's index, however far it is.
  return event === (await eventAt(log, position)) ? position : undefined
}

/** Never goes back: of two processes that fold the same page, one may be late. */
export const setPosition = async (client: Client, index: string, log: EventLog, position: number): Promise<void> => {
  const document = { position, event: await eventAt(log, position), shown: false }
  await answered(() =>
    client.index({ index, id: ID, version: position, version_type: 'external_gte', document }),
  ).catch((error: unknown) => {
    if (!(error instanceof errors.ResponseError) || error.statusCode !== 409) throw error
  })
}

const eventAt = async (log: EventLog, position: number): Promise<string> => {
  if (position === 0) return ''
  const [event] = await log.read(position - 1, 1)
  return event === undefined ? 'none' : `${event.stream} ${event.version} ${event.recordedAt}`
}
