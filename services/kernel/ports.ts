import type { CivilDate } from '@mingjian/codes'
import type { Batch, Mark } from './batch.ts'
import type { NewEvent, PastEvent, RecordedEvent } from './event.ts'
import type { AnyProjection, Filter, Order, Projection } from './projection.ts'

/** Who acts, for whom, because of what. */
export interface Provenance {
  readonly actor: string
  readonly authority: string
  readonly commandId?: string
  readonly correlationId?: string
  readonly causationId?: string
}

export interface PendingEvent {
  readonly stream: string
  readonly event: NewEvent
  readonly provenance: Provenance
}

/** A lease held by its token; each later holder has a higher one, so a late writer is noticed. */
export interface Fence {
  readonly lease: string
  readonly token: number
}

/** All of it is recorded, or nothing. */
export interface Append {
  /** Version of every stream that was read for the decision (0: it did not exist). */
  readonly expected: ReadonlyMap<string, number>
  readonly events: readonly PendingEvent[]
  readonly fence?: Fence
}

export type Appended =
  | { readonly outcome: 'recorded'; readonly first: number; readonly last: number }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'known-command' }
  | { readonly outcome: 'fenced' }

/**
 * The event log. An implementation MUST give positions without a gap, in commit order; MUST never show a position before all lower ones;
 * MUST reject an append whose expected versions no longer hold, and that append alone; MUST record a command id once.
 */
export interface EventLog {
  append(append: Append): Promise<Appended>
  /** Every event of these streams, each stream in order; a stream that does not exist is absent. */
  readStreams(streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>>
  /** The same without their envelopes, which no decision reads. */
  readPast(streams: readonly string[]): Promise<ReadonlyMap<string, readonly PastEvent[]>>
  /** Every event of this subject's streams, by position. */
  readSubject(subject: string): Promise<readonly RecordedEvent[]>
  /** Up to `limit` events after a position, by position; with `types`, those alone. */
  read(after: number, limit: number, types?: readonly string[]): Promise<readonly RecordedEvent[]>
  /** The last event of a stream. */
  last(stream: string): Promise<RecordedEvent | undefined>
  /** Events that each known command recorded, by its id. */
  commands(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly first: number; readonly last: number }>>
  /** Position of the newest event, 0 for an empty log. */
  head(): Promise<number>
}

export interface Stored<D> {
  readonly key: string
  /** Position of the last event that changed it. */
  readonly position: number
  readonly document: D
}

/** What queries see. */
export interface ReadModels extends ReadsOfOneMoment {
  /** All reads of `work` see one moment of the log. It must not wait for anything else. */
  atOneMoment<T>(work: (reads: ReadsOfOneMoment) => Promise<T>): Promise<T>
}

export interface ReadsOfOneMoment {
  /** The document's JSON as stored; calls made together travel together. */
  text(readModel: string, key: string): Promise<{ readonly position: number; readonly json: string } | undefined>
  get<D>(projection: Projection<D>, key: string): Promise<Stored<D> | undefined>
  find<D>(
    projection: Projection<D>,
    query: {
      readonly where?: readonly Filter[]
      readonly order?: Order
      readonly after?: readonly unknown[]
      readonly limit: number
    },
  ): Promise<readonly Stored<D>[]>
  count(projection: AnyProjection, where: readonly Filter[]): Promise<number>
  /** How many documents there are of each combination of values in these columns, which hold no arrays; in no order. */
  countBy(
    projection: Pick<AnyProjection, 'name' | 'columns'>,
    columns: readonly string[],
    where: readonly Filter[],
  ): Promise<readonly { readonly values: readonly unknown[]; readonly count: number }[]>
  /** Position up to which a read model has been folded. */
  position(readModel: string): Promise<number>
}

export interface Clock {
  /** Asia/Shanghai. */
  today(): CivilDate
  /** RFC 3339 UTC. */
  now(): string
}

/** Files that events name by their SHA-256 (hex): populations, proofs, evidence. */
export interface Attachments {
  put(bytes: Uint8Array): Promise<string>
  get(sha256: string): Promise<Buffer | undefined>
}

export interface DeadLetter {
  readonly consumer: string
  readonly key: string
  readonly position: number
  readonly reason: string
}

/** Keeps read models in step with the log. */
export interface Projector {
  /** Creates what is missing; returns the read models that need a rebuild because their version changed or they are new to a log with events. */
  prepare(projections: readonly AnyProjection[]): Promise<readonly AnyProjection[]>
  /** How many positions the read model is behind. */
  behind(projection: AnyProjection): Promise<number>
  /** Moves the read models that no event up to a position concerns, as far as this is known without reading the log; returns them. */
  passOver(projections: readonly AnyProjection[], upTo: number): Promise<readonly AnyProjection[]>
  /** Folds the next page; returns how many positions that was, 0 when there are none. */
  advance(projection: AnyProjection): Promise<number>
  /** Folds what a topic delivers, each partition's mark with it; where messages are missing, from the log. Batches of one topic, one a partition. */
  fold(projection: AnyProjection, batches: readonly Batch[]): Promise<void>
  /** Builds the read model beside the one in use, and switches. Queries go on meanwhile. */
  rebuild(projection: AnyProjection, progress: (events: number) => void): Promise<void>
  deadLetters(): Promise<readonly DeadLetter[]>
  /** Folds a parked document again from its first event; false when it fails again. */
  retry(projection: AnyProjection, key: string): Promise<boolean>
  drop(consumer: string, key: string): Promise<void>
}

/** The right to act alone under a name, until it runs out. */
export interface Leases {
  take(name: string, holder: string, seconds: number): Promise<Fence | undefined>
  release(fence: Fence): Promise<void>
}

/** How far an automatic actor has read the log. */
export interface Checkpoints {
  /** Every event up to this position has been read; `readUpTo`: how far it has read the log by what it keeps itself. */
  get(consumer: string, readUpTo?: number): Promise<number>
  /** The same of several. */
  positions(consumers: readonly string[]): Promise<ReadonlyMap<string, number>>
  set(consumers: readonly string[], position: number): Promise<void>
  /** How far it has come in each partition of a topic, which may be beyond that position. */
  marks(consumer: string): Promise<readonly Mark[]>
  mark(consumer: string, marks: readonly Mark[]): Promise<void>
  park(letter: DeadLetter): Promise<void>
}
