import { setTimeout as sleep } from 'node:timers/promises'
import kafkajs, { type Consumer, type EachBatchPayload } from 'kafkajs'
import type { Incoming } from './wire.ts'

// The package exports its names only through its default.
const { Kafka, logLevel } = kafkajs

/** Messages of one partition as they were fetched together. */
export interface Delivery {
  readonly partition: number
  readonly from: number
  readonly next: number
  readonly messages: readonly (Incoming & { readonly offset: string })[]
}

export interface Subscription {
  readonly brokers: readonly string[]
  readonly clientId: string
  readonly groupId: string
  readonly topic: string
  readonly partitions: number
  /** Called before each session: throws where the topic isn't there, or isn't as it is expected. */
  readonly check: () => Promise<void>
  /** Consumes one delivery of all partitions. Offsets are committed when it has resolved; until then it is repeated. */
  readonly take: (deliveries: readonly Delivery[]) => Promise<void>
  /** Called with every error, before the next try. */
  readonly failed: (error: unknown) => void
}

export interface Subscriber {
  stop(): Promise<void>
}

const RETRY_MS = 1000
const HEARTBEAT_MS = 1000
const REBALANCE_MS = 30_000
/** A member fetches or beats several times a second, or waits for others to join; one that does neither hangs, and is replaced. */
const SILENT_MS = REBALANCE_MS + 15_000
const LEAVE_MS = 5000

/**
 * A member of a consumer group. The broker's offset is only a hint where to resume: the marks that the consumer stored decide.
 * Waiting deliveries of several partitions are consumed together.
 */
export const subscribe = (subscription: Subscription): Subscriber => {
  const { brokers, clientId, groupId, topic, partitions, check, take, failed } = subscription
  let stopped = false
  let waiting: { readonly delivery: Delivery; readonly taken: () => void }[] = []
  let taking: Promise<void> | undefined

  const takeAll = async (): Promise<void> => {
    while (waiting.length > 0 && !stopped) {
      const gathered = waiting
      waiting = []
      while (!stopped) {
        try {
          await take(gathered.map(({ delivery }) => delivery))
          for (const { taken } of gathered) taken()
          break
        } catch (error) {
          failed(error)
          await sleep(RETRY_MS)
        }
      }
    }
    taking = undefined
  }

  const eachBatch = async ({
    batch,
    resolveOffset,
    heartbeat,
    isRunning,
    isStale,
  }: EachBatchPayload): Promise<void> => {
    const last = batch.messages.at(-1)
    if (last === undefined || !isRunning() || isStale()) return
    const delivery: Delivery = {
      partition: batch.partition,
      from: Number(batch.messages[0]?.offset),
      next: Number(last.offset) + 1,
      messages: batch.messages,
    }
    let isTaken = false
    const taken = new Promise<void>((resolve) => {
      waiting.push({
        delivery,
        taken: () => {
          isTaken = true
          resolve()
        },
      })
    })
    taking ??= takeAll()
    // Long work must not cost the membership. A rebalance ends the wait; the next owner of the partition finds the stored marks.
    while (!isTaken && !stopped) {
      await Promise.race([taken, sleep(HEARTBEAT_MS)])
      if (!isTaken) await heartbeat()
    }
    if (!isTaken) return
    resolveOffset(last.offset)
    await heartbeat()
  }

  const join = async (consumer: Consumer): Promise<void> => {
    await check()
    await consumer.connect()
    await consumer.subscribe({ topics: [topic], fromBeginning: true })
    await consumer.run({
      eachBatchAutoResolve: false,
      autoCommitInterval: 1000,
      partitionsConsumedConcurrently: partitions,
      eachBatch,
    })
  }

  const run = async (): Promise<void> => {
    while (!stopped) {
      const kafka = new Kafka({
        brokers: [...brokers],
        clientId,
        logLevel: logLevel.NOTHING,
        connectionTimeout: 3000,
        retry: { retries: 3, initialRetryTime: 200, maxRetryTime: 2000 },
      })
      const consumer = kafka.consumer({
        groupId,
        sessionTimeout: 10_000,
        heartbeatInterval: HEARTBEAT_MS,
        rebalanceTimeout: REBALANCE_MS,
        maxWaitTimeInMs: 200,
        maxBytesPerPartition: 2 * 1024 * 1024,
        maxBytes: 16 * 1024 * 1024,
        metadataMaxAge: 30_000,
        allowAutoTopicCreation: false,
        // Restarted below, with a fresh connection.
        retry: { retries: 3, restartOnFailure: async () => false },
      })
      const crashed = Promise.withResolvers<unknown>()
      consumer.on(consumer.events.CRASH, ({ payload: { error } }) => crashed.resolve(error))
      let heard = performance.now()
      const { FETCH, HEARTBEAT, GROUP_JOIN } = consumer.events
      for (const event of [FETCH, HEARTBEAT, GROUP_JOIN] as const)
        consumer.on(event, () => {
          heard = performance.now()
        })
      let watching: NodeJS.Timeout | undefined
      try {
        const joining = join(consumer)
        // A stop doesn't wait for a broker.
        joining.catch(() => {})
        await Promise.race([joining, stopping.promise])
        heard = performance.now()
        watching = setInterval(() => {
          if (performance.now() - heard > SILENT_MS) crashed.resolve(new Error('Connection error: a consumer hung'))
        }, RETRY_MS)
        const error = await Promise.race([crashed.promise, stopping.promise])
        if (error !== undefined) throw error
      } catch (error) {
        if (!stopped) failed(error)
        await Promise.race([sleep(RETRY_MS), stopping.promise])
      } finally {
        clearInterval(watching)
        await taking
        // A consumer that hangs may hang in `disconnect` too.
        await Promise.race([consumer.disconnect().catch(() => {}), sleep(LEAVE_MS, undefined, { ref: false })])
      }
    }
  }
  const stopping = Promise.withResolvers<undefined>()
  const running = run()
  return {
    stop: async () => {
      stopped = true
      stopping.resolve(undefined)
      await running
    },
  }
}
