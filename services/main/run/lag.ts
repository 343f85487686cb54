import { consumerOf } from '@mingjian/kernel'
import { projections, reactions } from '../modules.ts'
import type { Platform } from './platform.ts'

/** How far a consumer is behind the log. */
export interface Lag {
  /** A read model, `reaction:NAME`, or the topic that a relay fills. */
  readonly consumer: string
  readonly events: number
  /** Age of the oldest event that it has yet to see. */
  readonly seconds: number
}

/** Every consumer of the log; topics among them where there is a broker. */
export const lagOf = async (
  { log, reads, checkpoints, topics, clock }: Pick<Platform, 'log' | 'reads' | 'checkpoints' | 'topics' | 'clock'>,
  kafka: { readonly prefix: string } | undefined,
): Promise<readonly Lag[]> => {
  const filled = kafka === undefined ? [] : [...(await topics.positions())]
  const reached = [
    ...(await Promise.all(projections.map(async ({ name }) => [name, await reads.position(name)] as const))),
    ...(await checkpoints.positions(reactions.map(consumerOf))),
    ...filled.filter(([topic]) => topic.startsWith(`${kafka?.prefix}.`)),
  ]
  const head = await log.head()
  const now = Date.parse(clock.now())
  const ages = new Map<number, Promise<number>>()
  const ageAfter = (position: number): Promise<number> => {
    const known = ages.get(position)
    if (known !== undefined) return known
    const asked = log
      .read(position, 1)
      .then(([next]) => (next === undefined ? 0 : Math.max(0, Math.round((now - Date.parse(next.recordedAt)) / 1000))))
    ages.set(position, asked)
    return asked
  }
  return Promise.all(
    reached.map(async ([consumer, position]) => {
      const events = Math.max(0, head - position)
      return { consumer, events, seconds: events === 0 ? 0 : await ageAfter(position) }
    }),
  )
}
