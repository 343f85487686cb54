import { changesAfter, type PublicChange } from '@mingjian/credit-query'
import { type Fence, partitionOf } from '@mingjian/kernel'
import {
  eventSource,
  headersOf,
  type Outgoing,
  openRelay,
  type Publisher,
  type Relay,
  type Source,
} from '@mingjian/kernel/adapters'
import { eventTopic, openBroker, publicTopic, schemaIds } from './broker.ts'
import type { KafkaConfig } from './config.ts'
import { type Following, follow } from './follow.ts'
import type { Platform } from './platform.ts'

const LEASE = 'relay'
/** A relay that takes over from a killed one waits this long; a relay that is only slow is stopped by its fence. */
const LEASE_SECONDS = 15
const RENEW_MS = 5000
const PAGE = 1000

/**
 * One JSON object an event, as `/v1/changes` gives it, under its position as key: a recall follows as an event of its own and as messages
 * without a value, which erase what was recalled from the topic.
 */
const publicSource = (platform: Pick<Platform, 'log' | 'clock'>, topic: string, partitions: number): Source => ({
  topic,
  partitions,
  whole: false,
  read: async (after) => {
    const { changes, reached } = await changesAfter(platform, after, PAGE)
    const messages = changes.flatMap((change): readonly Outgoing[] => {
      const { position, subject } = change
      const partition = partitionOf(subject, partitions)
      // Its place in its stream would tell of events that aren't public.
      const headers = headersOf(topic, change, String(position), 'application/json')
      const erased = recalledBy(change).map((key) => ({ partition, key, value: null, headers }))
      return [{ partition, key: String(position), value: Buffer.from(JSON.stringify(change)), headers }, ...erased]
    })
    return { messages, reached }
  },
})

const recalledBy = ({ type, data }: PublicChange): readonly string[] =>
  type === 'PublicRecordRecalled' ? (data.positions as readonly number[]).map(String) : []

/** A relay at work: one process at a time holds the lease, the others stand by. */
interface Session {
  readonly fence: Fence
  readonly publisher: Publisher
  readonly relays: readonly Relay[]
}

/** Carries the log to its topics as it grows. */
export const relay = async (platform: Platform, kafka: KafkaConfig): Promise<Following> => {
  const { db, topics, leases, holder } = platform
  let session: Session | undefined

  const open = async (fence: Fence): Promise<Session> => {
    const publisher = await openBroker(kafka, holder)
    try {
      const events = eventTopic(kafka)
      const sources = [
        eventSource(db, events.name, events.partitions, await schemaIds(kafka, platform)),
        publicSource(platform, publicTopic(kafka).name, kafka.partitions),
      ]
      const relays = await Promise.all(sources.map((source) => openRelay(source, { publisher, topics, fence })))
      return { fence, publisher, relays }
    } catch (error) {
      await publisher.close()
      throw error
    }
  }
  const close = async (): Promise<void> => {
    const closing = session
    session = undefined
    await closing?.publisher.close()
  }
  let standBy = 0
  const run = async (): Promise<void> => {
    if (session === undefined) {
      if (performance.now() < standBy) return
      const fence = await leases.take(LEASE, holder, LEASE_SECONDS)
      standBy = performance.now() + RENEW_MS
      if (fence === undefined) return
      session = await open(fence)
    }
    try {
      await Promise.all(session.relays.map((one) => one.run()))
    } catch (error) {
      await close()
      standBy = 0
      throw error
    }
  }
  // One that can't be renewed is noticed by its fence.
  const renewal = setInterval(
    () => void (session && leases.take(LEASE, holder, LEASE_SECONDS).catch(() => {})),
    RENEW_MS,
  )
  const following = await follow(platform, run)
  return {
    stop: async () => {
      clearInterval(renewal)
      await following.stop()
      const fence = session?.fence
      await close()
      if (fence !== undefined) await leases.release(fence).catch(() => {})
    },
  }
}
