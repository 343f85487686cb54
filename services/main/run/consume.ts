import { type AnyProjection, type Batch, reactTo, SearchAway } from '@mingjian/kernel'
import { inbox, subscribe } from '@mingjian/kernel/adapters'
import { sentenceOf } from '../cli/failure.ts'
import { eventTopic, openBroker } from './broker.ts'
import type { KafkaConfig } from './config.ts'
import type { Following } from './follow.ts'
import { complain, logger } from './logger.ts'
import type { Platform } from './platform.ts'
import type { Part } from './roles.ts'
import { observeFolding } from './telemetry.ts'

/** Folds and reacts to what the topic of events delivers, as a member of a consumer group. */
export const consume = (platform: Platform, kafka: KafkaConfig, { work, group }: Part): Following => {
  const { projector, log, topics, checkpoints, away } = platform
  const { projections, reactions } = work
  const { brokers, prefix, partitions } = kafka
  const { name: topic } = eventTopic(kafka)
  const types = new Set([...projections, ...reactions].flatMap(({ events }) => events))
  const fold = async (projection: AnyProjection, batches: readonly Batch[]): Promise<void> => {
    // Asked for by itself until it answers again; what it misses it reads from the log.
    if (away.has(projection.name)) return
    try {
      await projector.fold(projection, batches)
    } catch (error) {
      if (!(error instanceof SearchAway)) throw error
      logger.warn(error.message)
      away.add(projection.name)
    }
  }
  const letters = inbox({ topic, partitions, types, topics, log, park: checkpoints.park })
  return subscribe({
    brokers,
    clientId: `${prefix}-${platform.holder}`,
    groupId: `${prefix}.${group}`,
    topic,
    partitions,
    check: async () => (await openBroker(kafka, platform.holder)).close(),
    take: async (deliveries) => {
      const batches = await letters.open(deliveries)
      await observeFolding(
        batches.flatMap(({ events }) => events),
        async () => {
          await Promise.all([
            ...reactions.map((reaction) => reactTo(reaction, batches, platform)),
            ...projections.map((projection) => fold(projection, batches)),
          ])
        },
      )
    },
    failed: (error) => complain(sentenceOf(error)),
  })
}
