import {
  IncompatibleSchema,
  NoRegistry,
  openPublisher,
  type Publisher,
  registerSchemas,
  type TopicSettings,
  WrongTopic,
} from '@mingjian/kernel/adapters'
import { type EventType, writerSchemas } from '@mingjian/schemas'
import { sentenceOf } from '../cli/failure.ts'
import type { KafkaConfig } from './config.ts'
import { logger } from './logger.ts'
import type { Platform } from './platform.ts'

/** Every event, for this platform and for those whom the law lets know them. */
export const eventTopic = ({ prefix, partitions, retentionDays }: KafkaConfig): TopicSettings => ({
  name: `${prefix}.events`,
  partitions,
  retentionDays,
  compacted: false,
})

/** What everybody may see, for departments and re-users. Each message has a key of its own, so that a recall erases it. */
export const publicTopic = ({ prefix, partitions, retentionDays }: KafkaConfig): TopicSettings => ({
  name: `${prefix}.public`,
  partitions,
  retentionDays,
  compacted: true,
})

/** A connection to the broker whose topics are as this platform needs them. Throws WrongTopic where they aren't. */
export const openBroker = async (kafka: KafkaConfig, holder: string): Promise<Publisher> => {
  const publisher = await openPublisher(kafka.brokers, `${kafka.prefix}-${holder}`)
  try {
    for (const topic of [eventTopic(kafka), publicTopic(kafka)]) await publisher.prepare(topic)
    return publisher
  } catch (error) {
    await publisher.close()
    throw error
  }
}

/**
 * The ids under which the registry knows the writers' schemas: as it says now, or, while it can't be asked, as it said before.
 * Throws IncompatibleSchema, and NoRegistry where a schema has no id yet.
 */
export const schemaIds = async (
  { registryUrl }: KafkaConfig,
  { topics }: Pick<Platform, 'topics'>,
): Promise<(type: EventType, schema: number) => number> => {
  const away = await registerSchemas(registryUrl).then(
    async (registered) => {
      await topics.keepSchemas(registered)
    },
    (error: unknown) => {
      if (!(error instanceof NoRegistry)) throw error
      return error
    },
  )
  const ids = new Map((await topics.schemas()).map(({ event, schema, id }) => [`${event}/${schema}`, id]))
  if (away instanceof NoRegistry) {
    logger.warn(away.message)
    if (writerSchemas.some(({ event, fingerprint }) => !ids.has(`${event}/${fingerprint}`))) throw away
  }
  return (type, schema) => {
    const id = ids.get(`${type}/${schema}`)
    if (id === undefined)
      throw new Error(`no ${type} was ever written by the schema ${schema}: install a newer version`)
    return id
  }
}

/** Before anything is served: a topic or a schema that can't be lived with stops the deployment, an engine that is away doesn't. */
export const checkEngines = async (kafka: KafkaConfig, platform: Platform): Promise<void> => {
  const checks = [
    async () => (await openBroker(kafka, platform.holder)).close(),
    async () => {
      await schemaIds(kafka, platform)
    },
  ]
  const failures = await Promise.allSettled(checks.map((check) => check()))
  for (const failure of failures) {
    if (failure.status === 'fulfilled') continue
    if (failure.reason instanceof WrongTopic || failure.reason instanceof IncompatibleSchema) throw failure.reason
    logger.warn(`${sentenceOf(failure.reason)} Commands go on; what follows from them catches up when it is back.`)
  }
}
