import { inOrder, isBeyond, markBehind, readOut, seen, withMarks } from '../../batch.ts'
import type { RecordedEvent } from '../../event.ts'
import type { DeadLetter, EventLog, Projector } from '../../ports.ts'
import { type AnyProjection, type Folded, fold, type Poisoned } from '../../projection.ts'
import { letterPlace } from './checkpoints.ts'
import type { MemoryReadModel } from './read-models.ts'

const PAGE = 2000

export const memoryProjector = (
  log: EventLog,
  models: Map<string, MemoryReadModel>,
  letters: Map<string, DeadLetter>,
): Projector => {
  const write = (model: MemoryReadModel, folded: readonly Folded[]): void => {
    for (const { key, position, document, row } of folded)
      if (document === undefined) model.rows.delete(key)
      else model.rows.set(key, { position, json: JSON.stringify(document), cells: row })
  }
  const park = (consumer: string, poisoned: readonly Poisoned[]): void => {
    for (const poison of poisoned) {
      const place = letterPlace({ consumer, key: poison.key })
      if (!letters.has(place)) letters.set(place, { consumer, ...poison })
    }
  }
  const isParked = (consumer: string, key: string): boolean => letters.has(letterPlace({ consumer, key }))
  const current = ({ name, version }: AnyProjection): MemoryReadModel | undefined => {
    const model = models.get(name)
    return model?.version === version ? model : undefined
  }
  const drop = (consumer: string): void => {
    for (const [place, letter] of letters) if (letter.consumer === consumer) letters.delete(place)
  }

  const foldInto = (projection: AnyProjection, model: MemoryReadModel, events: readonly RecordedEvent[]): void => {
    const documents = new Map([...model.rows].map(([key, { json }]) => [key, JSON.parse(json) as unknown]))
    const { folded, poisoned } = fold(
      projection,
      events.filter(({ subject }) => !isParked(projection.name, subject)),
      documents,
    )
    write(model, folded)
    park(projection.name, poisoned)
  }
  const behind = async ({ name }: AnyProjection): Promise<number> =>
    (await log.head()) - (models.get(name)?.position ?? 0)
  const advance = async (projection: AnyProjection): Promise<number> => {
    const model = current(projection)
    const head = await log.head()
    if (model === undefined || head <= model.position) return 0
    const from = model.position
    const events = (await log.read(from, PAGE, projection.events)).filter(({ position }) => position <= head)
    // Another caller has folded this page meanwhile.
    if (model.position !== from || current(projection) !== model) return 0
    const isSeen = seen(from, model.marks ?? [])
    foldInto(
      projection,
      model,
      events.filter((event) => !isSeen(event)),
    )
    model.position = events.length === PAGE ? (events.at(-1)?.position ?? head) : head
    return model.position - from
  }

  return {
    prepare: async (projections) => {
      const head = await log.head()
      const stale = projections.filter((projection) => current(projection) === undefined)
      if (head > 0) return stale
      for (const { name, version } of stale) models.set(name, { version, position: 0, rows: new Map() })
      return []
    },
    behind,
    passOver: async () => [],
    advance,
    fold: async (projection, batches) => {
      const past = current(projection)?.marks ?? []
      if (batches.some((batch) => isBeyond(batch, past)))
        await readOut(await behind(projection), () => advance(projection))
      const model = current(projection)
      if (model === undefined) return
      const marks = model.marks ?? []
      const isSeen = seen(model.position, marks)
      foldInto(
        projection,
        model,
        inOrder(batches).filter((event) => projection.events.includes(event.type) && !isSeen(event)),
      )
      model.marks = withMarks(
        marks,
        batches.map((batch) => markBehind(batch, marks)),
      )
    },
    rebuild: async (projection, progress) => {
      const head = await log.head()
      const events = (await log.read(0, head, projection.events)).filter(({ position }) => position <= head)
      const { folded, poisoned } = fold(projection, events, new Map())
      const [bad] = poisoned
      if (bad !== undefined)
        throw new Error(`${projection.name} can't fold event ${bad.position} of ${bad.key}: ${bad.reason}`)
      const next = { version: projection.version, position: head, rows: new Map() }
      write(next, folded)
      progress(events.length)
      models.set(projection.name, next)
      drop(projection.name)
    },
    deadLetters: async () => [...letters.values()].sort((a, b) => (letterPlace(a) < letterPlace(b) ? -1 : 1)),
    retry: async (projection, key) => {
      const model = current(projection)
      if (model === undefined) return false
      letters.delete(letterPlace({ consumer: projection.name, key }))
      const isSeen = seen(model.position, model.marks ?? [])
      const events = (await log.readSubject(key)).filter(
        (event) => isSeen(event) && projection.events.includes(event.type),
      )
      const { folded, poisoned } = fold(projection, events, new Map())
      write(model, folded)
      if (folded.length === 0 && poisoned.length === 0) model.rows.delete(key)
      park(projection.name, poisoned)
      return poisoned.length === 0
    },
    drop: async (consumer, key) => {
      letters.delete(letterPlace({ consumer, key }))
    },
  }
}
