import { addDays } from '@mingjian/codes'
import { indexedEnterprise } from '@mingjian/credit-query'
import { type AnyProjection, consumerOf } from '@mingjian/kernel'
import { sentenceOf } from '../cli/failure.ts'
import type { Work } from '../modules.ts'
import { eventTopic } from './broker.ts'
import type { Config } from './config.ts'
import { consume } from './consume.ts'
import { type Following, follow } from './follow.ts'
import { followLog } from './follow-log.ts'
import { complain } from './logger.ts'
import type { Platform } from './platform.ts'
import { relay } from './relay.ts'
import type { Part } from './roles.ts'
import { sweepDeadlines } from './sweep.ts'

const MS_PER_DAY = 86_400_000

/** Follows the log as it grows, by way of the broker where there is one, and carries out each day's deadlines in the first hour of the day. */
export const keepUp = async (platform: Platform, config: Config, part: Part): Promise<Following> => {
  const { kafka } = config
  const { roles, work } = part
  const followings: Following[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(followings.map((following) => following.stop()))
  }
  try {
    if (work.projections.length + work.reactions.length > 0) {
      for (const some of apart(part, config))
        followings.push(kafka === undefined ? await tail(platform, some.work) : consume(platform, kafka, some))
      if (kafka !== undefined) followings.push(await makeUp(platform, part, eventTopic(kafka).name))
    }
    if (roles.has('relay') && kafka !== undefined) followings.push(await relay(platform, kafka))
    if (roles.has('log')) followings.push(await followLog(platform, config.logWitnesses))
    if (roles.has('deadlines')) followings.push(nightly(platform, config))
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What Elasticsearch keeps is followed by itself: a server that hangs holds up nothing else. */
const apart = (part: Part, { elasticsearch }: Config): readonly Part[] => {
  const { projections, reactions } = part.work
  const isIndexed = ({ name }: AnyProjection): boolean => elasticsearch !== undefined && name === indexedEnterprise.name
  const indexed = projections.filter(isIndexed)
  return [
    { ...part, work: { reactions, projections: projections.filter((projection) => !isIndexed(projection)) } },
    { ...part, work: { reactions: [], projections: indexed }, group: `${part.group}.${indexedEnterprise.name}` },
  ].filter(({ work }) => work.projections.length + work.reactions.length > 0)
}

const tail = (platform: Platform, work: Work): Promise<Following> =>
  follow(platform, () => platform.advance(undefined, work), { polled: () => platform.reached.clear() })

/**
 * What the topic did not bring is read in the log: while an engine was away, messages were left to it; and where Postgres crashed, the last
 * marks may be gone while the broker holds those messages for delivered. Asked for with every poll.
 */
const makeUp = (platform: Platform, { work }: Part, topic: string): Promise<Following> => {
  const { away, reached, reads, checkpoints, topics } = platform
  let polled = true
  let before = new Map<string, number>()

  /** Names of those that stand where they stood a poll ago, though the topic has been filled beyond. */
  const stalled = async (): Promise<ReadonlySet<string>> => {
    const filled = (await topics.positions()).get(topic) ?? 0
    const now = new Map<string, number>()
    // One after the other: asked at once they would take every connection that this process may have.
    for (const { name } of work.projections) now.set(name, await reads.position(name))
    const reacted = await checkpoints.positions(work.reactions.map(consumerOf))
    for (const reaction of work.reactions) now.set(reaction.name, reacted.get(consumerOf(reaction)) ?? 0)
    const names = [...now].filter(([name, position]) => position < filled && before.get(name) === position)
    before = now
    return new Set(names.map(([name]) => name))
  }

  return follow(
    platform,
    async () => {
      const behind = polled ? await stalled() : new Set<string>()
      if (polled) for (const name of [...away, ...behind]) reached.delete(name)
      polled = false
      const projections = work.projections.filter(({ name }) => away.has(name) || behind.has(name))
      const reactions = work.reactions.filter(({ name }) => behind.has(name))
      if (projections.length + reactions.length > 0) await platform.advance(undefined, { projections, reactions })
    },
    {
      polled: () => {
        polled = true
      },
    },
  )
}

const nightly = (platform: Platform, { firstReportYear }: Config): Following => {
  let stopped = false
  let timer: NodeJS.Timeout
  const schedule = (): void => {
    const tomorrow = Date.parse(`${addDays(platform.clock.today(), 1)}T00:30:00+08:00`)
    timer = setTimeout(
      async () => {
        try {
          await sweepDeadlines(platform, platform.clock.today(), { begin: false, firstReportYear })
        } catch (error) {
          complain(sentenceOf(error))
        }
        if (!stopped) schedule()
      },
      Math.min(Math.max(tomorrow - Date.parse(platform.clock.now()), 1000), MS_PER_DAY),
    )
  }
  schedule()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
