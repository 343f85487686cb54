import { dayOfInstant } from '@mingjian/codes'
import { type Clock, type EventLog, type Fence, Fenced, type RecordedEvent } from '@mingjian/kernel'
import { leafHash, merkleTreeOf } from '@mingjian/proofs'
import type { EventType } from '@mingjian/schemas'
import { issue } from './checkpoint.ts'
import { type Entry, entryOf, type PublicPartOf } from './entry.ts'
import { changed, type ReadNode } from './map/change.ts'
import { lookup, wayOf } from './map/lookup.ts'
import { EMPTY_MAP, nodeName } from './map/node.ts'
import { readTogether } from './map/reader.ts'
import { isListDecision, readStanding, type Standing, standingAfter, writeStanding } from './map/standing.ts'
import { signersAfter } from './signing.ts'
import type { Integration, NoteSigner, PublicLogHead, PublicLogStore, SigningKeys, Tile } from './store.ts'
import { edgeOf, grown } from './tree/growth.ts'
import { hashesOf } from './tree/ranges.ts'

export interface IntegrationPorts {
  readonly log: Pick<EventLog, 'read' | 'head'>
  readonly store: PublicLogStore
  readonly keys: SigningKeys
  readonly clock: Pick<Clock, 'now'>
  readonly publicPart: PublicPartOf
  /** Events that enter, as far as they are public. */
  readonly events: readonly EventType[]
  /** Events whose publicity may end: they are entered under a seal. */
  readonly recallable: ReadonlySet<EventType>
  /** 32 random bytes in hexadecimal. */
  readonly salt: () => string
}

const BATCH = 1000
/** A checkpoint is issued again when nothing happens for so long: that nothing happened is worth a signature too. */
const FRESH_MS = 3_600_000

interface Entered extends Entry {
  readonly event: RecordedEvent
  readonly index: number
}

/** Enters the next events under a lease, and signs the tree. Returns how many positions of the event log that was. */
export const advance = async (ports: IntegrationPorts, fence: Fence): Promise<number> => {
  const { log, store, clock } = ports
  const before = await store.head()
  const from = before?.position ?? 0
  // The head first: what is recorded while the page is read belongs to the next.
  const recorded = await log.head()
  const events = recorded > from ? await log.read(from, BATCH, ports.events) : []
  const read = events.at(-1)?.position ?? from
  const position = events.length < BATCH ? Math.max(recorded, read) : read
  const last = await store.checkpoint()
  const issuedAt = clock.now()
  const isFresh = last !== undefined && Date.parse(issuedAt) - Date.parse(last.issuedAt) < FRESH_MS
  if (isFresh && position === from) return 0

  const entered = enteredOf(ports, events, before?.size ?? 0)
  const { root, ...step } = await stepOf(ports, before, position, entered)
  const checkpoint =
    isFresh && entered.length === 0
      ? undefined
      : await issue({ ...step.after, root }, issuedAt, await signersAfter(last, ports.keys))
  const outcome = await store.integrate({ ...step, ...(checkpoint === undefined ? {} : { checkpoint }) }, fence)
  if (outcome === 'fenced') throw new Fenced(`lease ${fence.lease} has passed to another process`)
  return outcome === 'overtaken' ? 0 : position - from
}

/** Signs the tree again, as it is, with these keys: how a log changes them. */
export const reissue = async (ports: IntegrationPorts, fence: Fence, signers: readonly NoteSigner[]): Promise<void> => {
  const before = await ports.store.head()
  const { root, ...step } = await stepOf(ports, before, before?.position ?? 0, [])
  const checkpoint = await issue({ ...step.after, root }, ports.clock.now(), signers)
  const outcome = await ports.store.integrate({ ...step, checkpoint }, fence)
  if (outcome !== 'integrated') throw new Fenced(`lease ${fence.lease} has passed to another process`)
}

const enteredOf = (
  { publicPart, recallable, salt }: IntegrationPorts,
  events: readonly RecordedEvent[],
  size: number,
): readonly Entered[] => {
  const entered: Entered[] = []
  for (const event of events) {
    const part = publicPart(event, dayOfInstant(event.recordedAt))
    if (part !== undefined) entered.push({ event, index: size + entered.length, ...entryOf(part, recallable, salt) })
  }
  return entered
}

/** All that a step writes but its checkpoint, with the root of its tree. */
type Step = Omit<Integration, 'checkpoint'> & { readonly root: Uint8Array }

const stepOf = async (
  { store }: IntegrationPorts,
  before: PublicLogHead | undefined,
  position: number,
  entered: readonly Entered[],
): Promise<Step> => {
  const { size, mapRoot } = before ?? { size: 0, mapRoot: EMPTY_MAP }
  const entries = entered.map(({ bytes }) => bytes)
  const places = edgeOf(size)
  const read = await store.tiles(places)
  const edge = places.map((place, at): Tile => ({ ...place, bytes: read[at] ?? new Uint8Array() }))
  const tiles = grown(size, edge, entries, entries.map(leafHash))
  const nodes = readTogether(store)
  const map = await changed(mapRoot, await changesOf(nodes, mapRoot, entered), nodes)
  const after = { size: size + entries.length, position, mapRoot: map.root }
  return {
    ...{ before, after, tiles },
    entries: entered.map(({ event, index, opening }) => ({
      ...{ index, position: event.position },
      ...(opening === undefined ? {} : { opening }),
    })),
    nodes: map.nodes.map((bytes) => ({ name: nodeName(bytes), bytes })),
    root: await rootOf(after.size, [...edge, ...tiles]),
  }
}

/** The root from the tiles at the right edge alone, of which the later ones hold. */
const rootOf = async (size: number, edge: readonly Tile[]): Promise<Uint8Array> => {
  if (size === 0) return merkleTreeOf([])
  const [root] = await hashesOf([{ from: 0, to: size }], async (places) =>
    places.map(({ level, index }) => edge.findLast((tile) => tile.level === level && tile.index === index)?.bytes),
  )
  if (root === undefined) throw new Error('a tree has a root')
  return root
}

/** The new values of the enterprises whose lists these entries change. */
const changesOf = async (
  read: ReadNode,
  mapRoot: Uint8Array,
  entered: readonly Entered[],
): Promise<ReadonlyMap<string, string | undefined>> => {
  const decisions = Map.groupBy(
    entered.filter(({ event }) => isListDecision(event.type)),
    ({ event }) => event.subject,
  )
  const changes = await Promise.all(
    decisions.entries().map(async ([uscc, ofOne]) => {
      const found = lookup(uscc, mapRoot, await wayOf(uscc, mapRoot, read))
      if ('fault' in found) throw new Error(`the map of the lists is damaged: ${found.fault}`)
      const standing = ofOne.reduce<Standing>(
        (before, { event, index }) => standingAfter(before, event, index),
        readStanding(found.value),
      )
      return [uscc, writeStanding(standing)] as const
    }),
  )
  return new Map(changes)
}
