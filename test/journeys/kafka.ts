import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Delivery, subscribe } from '@mingjian/kernel/adapters'
import { type Config, configFrom } from '@mingjian/main/run/config'
import { keepUp } from '@mingjian/main/run/keep-up'
import { lagOf } from '@mingjian/main/run/lag'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import { partOf } from '@mingjian/main/run/roles'
import { patience } from '../patience.ts'
import { freshDatabase } from '../postgres.ts'

export interface Engines {
  readonly postgres: string
  readonly kafka: string
  readonly registry: string
}

/** A platform that follows its log by way of Kafka, on topics of its own. */
export interface Carried {
  readonly platform: Platform
  readonly config: Config
  readonly topics: { readonly events: string; readonly public: string }
  /** Waits until every consumer has seen the whole log. */
  caughtUp(): Promise<void>
  end(): Promise<void>
}

export const settings = (
  { kafka, registry }: Omit<Engines, 'postgres'>,
  more: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv => ({
  KAFKA_BROKERS: kafka,
  SCHEMA_REGISTRY_URL: registry,
  KAFKA_PREFIX: `test-${randomUUID()}`,
  KAFKA_PARTITIONS: '3',
  FIRST_REPORT_YEAR: '2023',
  ...more,
})

export const untilCaughtUp = async (platform: Platform, config: Config): Promise<void> => {
  for (const until = performance.now() + patience(60); ; await sleep(20)) {
    const behind = (await lagOf(platform, config.kafka)).filter(({ events }) => events > 0)
    if (behind.length === 0) return
    if (performance.now() > until) throw new Error(`still behind: ${JSON.stringify(behind)}`)
  }
}

export const startCarried = async (engines: Engines, more: NodeJS.ProcessEnv = {}): Promise<Carried> => {
  const database = await freshDatabase(engines.postgres)
  const config = configFrom({ DATABASE_URL: database.url, ...settings(engines, more) })
  const platform = await openPlatform(config)
  const keeping = await keepUp(platform, config, partOf({}))
  return {
    platform,
    config,
    topics: { events: `${config.kafka?.prefix}.events`, public: `${config.kafka?.prefix}.public` },
    caughtUp: () => untilCaughtUp(platform, config),
    end: async () => {
      await keeping.stop()
      await platform.close()
      await database.drop()
    },
  }
}

/** The messages of a topic in the order in which they come, until they are of so many positions. */
export const messagesOf = async (
  brokers: string,
  topic: string,
  partitions: number,
  positions: number,
): Promise<readonly (Delivery['messages'][number] & { readonly partition: number })[]> => {
  const found: (Delivery['messages'][number] & { readonly partition: number })[] = []
  const enough = Promise.withResolvers<void>()
  const reader = subscribe({
    brokers: [brokers],
    clientId: 'reader',
    groupId: `reader-${randomUUID()}`,
    topic,
    partitions,
    check: async () => {},
    take: async (deliveries) => {
      for (const { partition, messages } of deliveries)
        found.push(...messages.map((message) => ({ ...message, partition })))
      if (new Set(found.map(({ headers }) => String(headers?.position))).size >= positions) enough.resolve()
    },
    failed: enough.reject,
  })
  await enough.promise
  await reader.stop()
  return found
}
