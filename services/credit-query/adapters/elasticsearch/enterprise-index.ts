import type { Client } from '@elastic/elasticsearch'
import type { Checkpoints, EventLog, Projector, RecordedEvent } from '@mingjian/kernel'
import {
  type AnyProjection,
  type Batch,
  fold,
  inOrder,
  isBeyond,
  markBehind,
  type Poisoned,
  SearchAway,
} from '@mingjian/kernel'
import type { Connection } from '@mingjian/kernel/adapters'
import { buildAlone, withHistory } from '@mingjian/kernel/adapters'
import { writeDocuments } from './bulk.ts'
import { answered } from './connection.ts'
import { generations } from './generations.ts'
import { positionOf, setPosition } from './position.ts'

const PAGE = 2000
/** Requests under way in a build: one is indexed while the next is made. */
const UNDER_WAY = 2

export interface EnterpriseIndexOptions {
  readonly client: Client
  /** The alias that searches ask. */
  readonly index: string
  /** Its rows are `IndexedEnterprise`s. */
  readonly projection: AnyProjection
  readonly db: Connection
  readonly log: EventLog
  readonly checkpoints: Checkpoints
  /** Keeps all other read models, and the dead letters of this one. */
  readonly others: Projector
}

export interface IndexProjector extends Projector {
  /** The position to which the index in use has been folded, 0 without one. */
  position(): Promise<number>
}

interface Known {
  /** Position of the last change. */
  readonly position: number
  readonly document: unknown
}

/** Keeps the index of enterprises in step with the log; every other read model is left to `others`. */
export const elasticsearchProjector = (options: EnterpriseIndexOptions): IndexProjector => {
  const { client, projection, db, log, checkpoints, others } = options
  const { name } = projection
  const { current, begin, switchTo } = generations(client, options.index, projection)
  const isOwn = (other: AnyProjection): boolean => other.name === name

  const park = async (poisoned: readonly Poisoned[]): Promise<void> => {
    for (const letter of poisoned) await checkpoints.park({ consumer: name, ...letter })
  }
  const lettersOf = async () => (await others.deadLetters()).filter(({ consumer }) => consumer === name)

  const knownOf = async (index: string, keys: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
    if (keys.length === 0) return new Map()
    const { docs } = await answered(() =>
      client.mget<{ document?: string }>({ index, ids: [...keys], _source: ['document'] }),
    )
    return new Map(
      docs.flatMap((doc) => {
        if (!('found' in doc) || !doc.found || doc._version === undefined) return []
        const json = doc._source?.document
        return [[doc._id, { position: doc._version, document: json === undefined ? undefined : JSON.parse(json) }]]
      }),
    )
  }

  /** What is not yet in the index, folded into it. Returns documents that couldn't be. */
  const foldInto = async (index: string, events: readonly RecordedEvent[]): Promise<readonly Poisoned[]> => {
    const known = await knownOf(index, [...new Set(events.map(({ subject }) => subject))])
    const documents = new Map([...known].map(([key, { document }]) => [key, document]))
    const unseen = events.filter(({ subject, position }) => position > (known.get(subject)?.position ?? 0))
    const { folded, poisoned } = fold(projection, unseen, documents)
    return [...poisoned, ...(await writeDocuments(client, index, folded, { refresh: true }))]
  }

  /** The next page; returns how many positions that was. */
  const advanceOf = async (
    index: string,
    position: number,
    onPoison: (poisoned: readonly Poisoned[]) => Promise<void>,
  ): Promise<number> => {
    const head = await log.head()
    if (head <= position) return 0
    const events = await log.read(position, PAGE, projection.events)
    const parked = new Set(events.length === 0 ? [] : (await lettersOf()).map(({ key }) => key))
    await onPoison(
      await foldInto(
        index,
        events.filter(({ subject }) => !parked.has(subject)),
      ),
    )
    const last = events.at(-1)?.position ?? 0
    const reached = events.length === PAGE ? last : Math.max(head, last)
    await setPosition(client, index, log, reached)
    return reached - position
  }

  const stop = async ([bad]: readonly Poisoned[]): Promise<void> => {
    if (bad !== undefined) throw new Error(`${name} can't fold event ${bad.position} of ${bad.key}: ${bad.reason}`)
  }

  const fill = (index: string, progress: (events: number) => void): Promise<number> =>
    withHistory(db, projection, async ({ head, documents }) => {
      const underWay = new Set<Promise<void>>()
      for await (const page of documents(progress)) {
        const written = writeDocuments(client, index, page, { refresh: false }).then(stop)
        underWay.add(written)
        written.then(
          () => underWay.delete(written),
          () => {},
        )
        if (underWay.size >= UNDER_WAY) await Promise.race(underWay)
      }
      await Promise.all(underWay)
      return head
    })

  const rebuild = (progress: (events: number) => void): Promise<void> =>
    buildAlone(
      db,
      projection,
      async () => (await current()) !== undefined,
      async () => {
        const index = await begin()
        await setPosition(client, index, log, await fill(index, progress))
        await answered(() => client.indices.refresh({ index }))
        while ((await advanceOf(index, (await positionOf(client, index, log)) ?? 0, stop)) > 0);
        for (const { key } of await lettersOf()) await others.drop(name, key)
        await switchTo(index)
      },
    )

  /** The index in use and how far it is, if it is one of this version and of this log. */
  const inUse = async (): Promise<{ readonly index: string; readonly position: number } | undefined> => {
    const index = await current()
    const position = index === undefined ? undefined : await positionOf(client, index, log)
    return index === undefined || position === undefined ? undefined : { index, position }
  }

  /** As far as the log was read into it, or beyond, where topics have been. */
  const position = async (): Promise<number> => {
    const used = await inUse()
    return used === undefined ? 0 : checkpoints.get(name, used.position)
  }

  const advance = async (): Promise<number> => {
    const used = await inUse()
    if (used !== undefined) return advanceOf(used.index, used.position, park)
    await rebuild(() => {})
    return log.head()
  }

  /** A document knows the event that changed it last: what is delivered again changes nothing. The marks follow the documents. */
  const foldBatches = async (batches: readonly Batch[]): Promise<void> => {
    const marks = await checkpoints.marks(name)
    const used = await inUse()
    if (used === undefined || batches.some((batch) => isBeyond(batch, marks))) while ((await advance()) > 0);
    else {
      const events = inOrder(batches).filter(({ type }) => projection.events.includes(type))
      const parked = new Set(events.length === 0 ? [] : (await lettersOf()).map(({ key }) => key))
      await park(
        await foldInto(
          used.index,
          events.filter(({ subject }) => !parked.has(subject)),
        ),
      )
    }
    await checkpoints.mark(
      name,
      batches.map((batch) => markBehind(batch, marks)),
    )
  }

  return {
    prepare: async (projections) => {
      const stale = await others.prepare(projections.filter((other) => !isOwn(other)))
      const own = projections.filter(isOwn)
      // Whether it is there is seen again before every page; only one that isn't the platform's own must stop the start.
      const used = await inUse().catch(unlessAway)
      return used === undefined ? [...stale, ...own] : stale
    },
    position,
    behind: async (other) => (isOwn(other) ? (await log.head()) - (await position()) : others.behind(other)),
    passOver: (projections, upTo) =>
      others.passOver(
        projections.filter((other) => !isOwn(other)),
        upTo,
      ),
    advance: (other) => (isOwn(other) ? advance() : others.advance(other)),
    fold: (other, batches) => (isOwn(other) ? foldBatches(batches) : others.fold(other, batches)),
    rebuild: (other, progress) => (isOwn(other) ? rebuild(progress) : others.rebuild(other, progress)),
    deadLetters: others.deadLetters,
    drop: others.drop,
    retry: async (other, key) => {
      if (!isOwn(other)) return others.retry(other, key)
      const used = await inUse()
      if (used === undefined) return false
      await others.drop(name, key)
      const past = (await log.readSubject(key)).filter(
        ({ type, position }) => position <= used.position && projection.events.includes(type),
      )
      const poisoned = await foldInto(used.index, past)
      await park(poisoned)
      return poisoned.length === 0
    },
  }
}

const unlessAway = (error: unknown): undefined => {
  if (!(error instanceof SearchAway)) throw error
}
