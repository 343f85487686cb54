import kafkajs, { type ITopicMetadata } from 'kafkajs'
import type { Outgoing } from './wire.ts'

// The package exports its names only through its default.
const { ConfigResourceTypes, Kafka, KafkaJSProtocolError, logLevel } = kafkajs

/** A topic that isn't as the platform needs it, in a sentence that says what to do. */
export class WrongTopic extends Error {}

export interface TopicSettings {
  readonly name: string
  readonly partitions: number
  /** For how long messages are kept; undefined: for ever. */
  readonly retentionDays: number | undefined
  /** Whether only the latest message of a key is kept; a message without a value erases the key. */
  readonly compacted: boolean
}

/** Fills topics in the order of the log: each batch is kept before the next is sent. */
export interface Publisher {
  /** Makes the topic where it is missing. Throws WrongTopic for one with other settings. */
  prepare(topic: TopicSettings): Promise<void>
  /** Offset behind the last message of each partition. */
  ends(topic: string): Promise<ReadonlyMap<number, number>>
  /** Resolves when every in-sync replica has the messages, with the offset behind the last of each partition that got some. */
  send(topic: string, messages: readonly Outgoing[]): Promise<ReadonlyMap<number, number>>
  close(): Promise<void>
}

const MS_PER_DAY = 86_400_000
/** One event may carry a plan or a whole draw. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024
const RETRIES = 5

export const openPublisher = async (brokers: readonly string[], clientId: string): Promise<Publisher> => {
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3000,
    retry: { retries: RETRIES, initialRetryTime: 200, maxRetryTime: 2000 },
  })
  const admin = kafka.admin()
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false })
  const close = async (): Promise<void> => {
    await Promise.allSettled([producer.disconnect(), admin.disconnect()])
  }
  // A producer that is still connecting at `disconnect` would connect afterwards, and stay.
  const connected = await Promise.allSettled([admin.connect(), producer.connect()])
  for (const one of connected) {
    if (one.status === 'fulfilled') continue
    await close()
    throw one.reason
  }

  const wanted = ({ retentionDays, compacted }: TopicSettings): Readonly<Record<string, string>> => ({
    'cleanup.policy': compacted ? (retentionDays === undefined ? 'compact' : 'compact,delete') : 'delete',
    'retention.ms': String(retentionDays === undefined ? -1 : retentionDays * MS_PER_DAY),
    'retention.bytes': '-1',
    'max.message.bytes': String(MAX_MESSAGE_BYTES),
    ...(compacted ? { 'max.compaction.lag.ms': String(MS_PER_DAY) } : {}),
  })

  const described = async (topic: string): Promise<ITopicMetadata | undefined> => {
    const topics = await admin.listTopics()
    if (!topics.includes(topic)) return undefined
    return (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]
  }

  const check = async (topic: TopicSettings, { partitions }: ITopicMetadata): Promise<void> => {
    if (partitions.length !== topic.partitions)
      throw new WrongTopic(
        `Topic ${topic.name} has ${partitions.length} partitions, and KAFKA_PARTITIONS is ${topic.partitions}: set it to ${partitions.length}, or choose another KAFKA_PREFIX for a new topic.`,
      )
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topic.name }],
    })
    for (const [name, value] of Object.entries(wanted(topic))) {
      const found = resources[0]?.configEntries.find(({ configName }) => configName === name)?.configValue
      if (found !== value)
        throw new WrongTopic(
          `Topic ${topic.name} has ${name}=${found} where ${value} is wanted: alter the topic, change KAFKA_RETENTION_DAYS, or choose another KAFKA_PREFIX for a new topic.`,
        )
    }
  }

  return {
    prepare: async (topic) => {
      const found = await described(topic.name)
      if (found !== undefined) return check(topic, found)
      await admin
        .createTopics({
          waitForLeaders: true,
          topics: [
            {
              topic: topic.name,
              numPartitions: topic.partitions,
              configEntries: Object.entries(wanted(topic)).map(([name, value]) => ({ name, value })),
            },
          ],
        })
        .catch((error: unknown) => {
          // Another process has just made it.
          if (!(error instanceof KafkaJSProtocolError && error.type === 'TOPIC_ALREADY_EXISTS')) throw error
        })
      const made = await described(topic.name)
      if (made !== undefined) await check(topic, made)
    },
    ends: async (topic) =>
      new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)])),
    send: async (topic, messages) => {
      const sent = await producer.send({
        topic,
        acks: -1,
        messages: messages as unknown as { value: Buffer }[],
      })
      const counts = new Map<number, number>()
      for (const { partition } of messages) counts.set(partition, (counts.get(partition) ?? 0) + 1)
      return new Map(
        sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset) + (counts.get(partition) ?? 0)]),
      )
    },
    close,
  }
}
