import type { EventType } from '@mingjian/schemas'
import { Fenced } from '../../command-handler.ts'
import type { Fence } from '../../ports.ts'
import type { Connection } from '../postgres/connection.ts'
import { logPage } from '../postgres/event-log.ts'
import type { LogRow } from '../postgres/log-row.ts'
import type { Topics } from '../postgres/topics.ts'
import type { Publisher } from './publisher.ts'
import { messageOf, type Outgoing } from './wire.ts'

/** What goes on a topic, in the order of the log. */
export interface Source {
  readonly topic: string
  readonly partitions: number
  /** Whether it carries every event. */
  readonly whole: boolean
  /** The next messages after a position of the log, and the position up to which there are no others. */
  read(after: number): Promise<{ readonly messages: readonly Outgoing[]; readonly reached: number }>
}

const PAGE = 2000
const PAGE_BYTES = 4 * 1024 * 1024

/** Every event, in the bytes in which it was recorded. */
export const eventSource = (
  db: Connection,
  topic: string,
  partitions: number,
  idOf: (type: EventType, schema: number) => number,
): Source => ({
  topic,
  partitions,
  whole: true,
  read: async (after) => {
    const rows = await logPage(db, { after, limit: PAGE })
    const messages: Outgoing[] = []
    let reached = after
    for (let bytes = 0; messages.length < rows.length && bytes < PAGE_BYTES; ) {
      const row = rows[messages.length] as LogRow
      const message = messageOf(topic, partitions, idOf, row)
      messages.push(message)
      bytes += row[13].length
      reached = row[0]
    }
    return { messages, reached }
  },
})

/** A relay that continues the last one. Until its fence is lost, it alone fills the topic. */
export interface Relay {
  /** Sends everything up to the end of the log. */
  run(): Promise<void>
}

/**
 * Fills a topic. After a doubtful delivery messages are sent once more, so a partition may hold a run of positions twice, but never one
 * before those below it: a reader that skips positions up to the highest it has loses and doubles nothing.
 */
export const openRelay = async (
  source: Source,
  { publisher, topics, fence }: { readonly publisher: Publisher; readonly topics: Topics; readonly fence: Fence },
): Promise<Relay> => {
  const { topic, partitions, whole } = source
  await topics.begin(topic, partitions, whole)
  let filled = await topics.filled(topic)
  const ends = await publisher.ends(topic)
  if (filled.ends.entries().some(([partition, end]) => (ends.get(partition) ?? 0) < end)) {
    await topics.restart(topic)
    filled = await topics.filled(topic)
  }
  return {
    run: async () => {
      let next = source.read(filled.position)
      for (;;) {
        const { messages, reached } = await next
        if (reached === filled.position) return
        // The next page is fetched while this one is sent; a rejection surfaces at its await above.
        next = source.read(reached)
        next.catch(() => {})
        const sent = messages.length === 0 ? [] : await publisher.send(topic, messages)
        filled = { position: reached, ends: new Map([...filled.ends, ...sent]) }
        if (!(await topics.fill(topic, filled, fence)))
          throw new Fenced(`lease ${fence.lease} has passed to another process`)
      }
    },
  }
}
