import {
  type AnyProjection,
  advanceReactions,
  anyProjection,
  type Batch,
  commandHandler,
  partitionOf,
  type Reaction,
  type RecordedEvent,
  reactTo,
} from '@mingjian/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deciders, followUp, listYear, standing } from './listing.ts'
import { type Adapters, type Open, type Opened, settableClock } from './opened.ts'

const PARTITIONS = 3
const SUBJECTS = ['甲', '乙', '丙', '丁', '戊']

/** A topic that a relay fills and may repeat itself on, whose oldest messages may be gone. */
class Topic {
  readonly #partitions = Array.from({ length: PARTITIONS }, () => [] as RecordedEvent[])
  readonly #oldest = Array<number>(PARTITIONS).fill(0)
  readonly #cursors = Array<number>(PARTITIONS).fill(0)
  #relayed = 0

  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  async relay({ log }: Adapters, again: number): Promise<void> {
    const from = Math.max(0, this.#relayed - again)
    for (const event of await log.read(from, 10_000)) {
      this.#partitions[partitionOf(event.subject, PARTITIONS)]?.push(event)
      this.#relayed = event.position
    }
  }
  /** What is fetched of a partition, from a little before the reader's place. */
  take(partition: number, before: number, size: number): Batch | undefined {
    const from = Math.max(this.#oldest[partition] ?? 0, (this.#cursors[partition] ?? 0) - before)
    const events = this.#partitions[partition]?.slice(from, from + size) ?? []
    if (events.length === 0) return undefined
    const next = from + events.length
    this.#cursors[partition] = next
    const position = Math.max(...events.map((event) => event.position))
    return { topic: this.name, partition, of: PARTITIONS, from, next, position, events }
  }
  rest(): readonly Batch[] {
    return this.#partitions.flatMap((_, partition) => this.take(partition, 0, 10_000) ?? [])
  }
  /** The reader goes on behind messages that it never handled, as after a crash that forgot them. */
  skip(partition: number, messages: number): void {
    this.#cursors[partition] = Math.min(
      (this.#cursors[partition] ?? 0) + messages,
      this.#partitions[partition]?.length ?? 0,
    )
  }
  lose(partition: number, messages: number): void {
    const kept = this.#partitions[partition]?.length ?? 0
    this.#oldest[partition] = Math.min((this.#oldest[partition] ?? 0) + messages, kept)
  }
}

const partition = fc.nat(PARTITIONS - 1)
const few = fc.nat(4)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('record' as const), who: fc.nat(4), year: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('relay' as const), again: few }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      of: fc.uniqueArray(partition),
      before: few,
      size: few,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('skip' as const), partition, messages: few }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), partition, messages: few }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('advance' as const) }) },
)

/** What everybody who folds or reacts to a topic must hold to, whatever is delivered twice, late or not at all. */
export const deliveryContract = (name: string, open: Open, numRuns: number): void => {
  describe(`delivery ${name}`, () => {
    const clock = settableClock()
    let data: Opened
    let names = 0
    beforeAll(async () => {
      data = await open(clock)
    })
    afterAll(() => data.close())

    const handler = () => commandHandler(data.log, clock, deciders)
    const fresh = async () => {
      names += 1
      const typed = standing(`delivered_${names}`)
      const projection = anyProjection(typed)
      await data.projector.rebuild(projection, () => {})
      return { typed, projection, topic: new Topic(`topic-${names}`) }
    }
    const documents = async (projection: AnyProjection) =>
      (await data.reads.find(projection, { limit: 1000 })).map(({ key, document, position }) => ({
        key,
        document,
        position,
      }))
    const rebuilt = async (): Promise<unknown> => {
      const { projection } = await fresh()
      return documents(projection)
    }

    test('redelivery, repetition, loss and reading the log in between change nothing', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
          const { projection, topic } = await fresh()
          for (const now of steps) {
            if (now.do === 'record')
              await handler().handleAll([listYear(`${SUBJECTS[now.who]}${names}`, 2000 + now.year)])
            else if (now.do === 'relay') await topic.relay(data, now.again)
            else if (now.do === 'skip') topic.skip(now.partition, now.messages)
            else if (now.do === 'lose') topic.lose(now.partition, now.messages)
            else if (now.do === 'advance') await data.projector.advance(projection)
            else {
              const batches = now.of.flatMap((of) => topic.take(of, now.before, 1 + now.size) ?? [])
              if (batches.length > 0) await data.projector.fold(projection, batches)
            }
          }
          await topic.relay(data, 0)
          const rest = topic.rest()
          if (rest.length > 0) await data.projector.fold(projection, rest)
          // A partition whose reader skipped its very last messages has nothing left that would show it.
          while ((await data.projector.advance(projection)) > 0);
          expect(await documents(projection)).toEqual(await rebuilt())
        }),
        { numRuns },
      )
    })

    test('several processes that are given the same messages fold each of them once', async () => {
      const { projection, topic } = await fresh()
      await handler().handleAll(
        SUBJECTS.flatMap((who) => [2021, 2022, 2023].map((year) => listYear(`${who}-twice`, year))),
      )
      await topic.relay(data, 0)
      const batches = topic.rest()
      const processes = [data, data.another(), data.another()]
      await Promise.all(
        processes.flatMap(({ projector }) => batches.map((batch) => projector.fold(projection, [batch]))),
      )
      expect(await documents(projection)).toEqual(await rebuilt())
    })

    test('a reaction acts once on an event, however it comes to know of it', async () => {
      names += 1
      const reaction: Reaction = { ...followUp, name: `follow-up-${names}` }
      const topic = new Topic(`topic-${names}`)
      const tools = { log: data.log, checkpoints: data.checkpoints, handler: handler() }
      while ((await advanceReactions([reaction], await data.log.head(), tools)) > 0);
      await handler().handleAll(SUBJECTS.map((who) => listYear(`${who}-react`, 2020)))
      await topic.relay(data, 0)
      const batches = topic.rest()
      await reactTo(reaction, batches, tools)
      const head = await data.log.head()
      await reactTo(reaction, batches, tools)
      while ((await advanceReactions([reaction], await data.log.head(), tools)) > 0);
      await topic.relay(data, 3)
      topic.skip(0, 1)
      const rest = topic.rest()
      if (rest.length > 0) await reactTo(reaction, rest, tools)
      const acts = (await data.log.read(0, 10_000)).filter(
        ({ actor, type }) => actor === `reaction:${reaction.name}` && type === 'AbnormalOperationsListed',
      )
      expect(acts.filter(({ position }) => position <= head).length).toBe(SUBJECTS.length)
      expect(new Set(acts.map(({ causationId }) => causationId)).size).toBe(acts.length)
    })
  })
}
