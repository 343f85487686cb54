import type { EventType } from '@mingjian/schemas'
import type { RecordedEvent } from './event.ts'

/** A condition on a read model's columns; several must all hold. */
export interface Filter {
  readonly column: string
  readonly is: '=' | '<' | '<=' | '>' | '>=' | 'in' | 'prefix' | 'contains' | 'lacks' | 'null'
  readonly value?: unknown
}

export type Order = readonly { readonly column: string; readonly descending?: true }[]

/** A pure fold of events into documents, one per subject: the document's key is the event's subject. */
export interface Projection<D> {
  /** Name of the read model, snake_case: kept for as long as it exists. */
  readonly name: string
  /** Raised whenever the same events would give other documents: the platform then rebuilds beside and switches. */
  readonly version: number
  readonly events: readonly EventType[]
  /** `undefined` removes the document. */
  readonly evolve: (document: D | undefined, event: RecordedEvent) => D | undefined
  /** Columns beside the document, with their SQL types, for finding and ordering. */
  readonly columns: Readonly<Record<string, string>>
  readonly row: (document: D, key: string) => Readonly<Record<string, unknown>>
  /** Bodies of CREATE INDEX: `using gin (tokens)`, `(state, key)`. */
  readonly indexes: readonly string[]
  /** Storage parameters of its table: `fillfactor = 50`. */
  readonly storage?: string
}

export type AnyProjection = Projection<unknown>
export const anyProjection = <D>(projection: Projection<D>): AnyProjection => projection as unknown as AnyProjection

export interface Folded {
  readonly key: string
  /** Position of the last event that changed the document. */
  readonly position: number
  /** `undefined`: to be removed. */
  readonly document: unknown
  /** The document's columns; none when it is to be removed. */
  readonly row: Readonly<Record<string, unknown>>
}

export interface Poisoned {
  readonly key: string
  readonly position: number
  readonly reason: string
}

/**
 * Folds a page of events into the documents it touches. A key whose event fails keeps the document as it was before that event and is reported;
 * its later events are left alone, so that nothing is folded out of order.
 */
export const fold = (
  projection: AnyProjection,
  events: readonly RecordedEvent[],
  documents: ReadonlyMap<string, unknown>,
): { readonly folded: readonly Folded[]; readonly poisoned: readonly Poisoned[] } => {
  const changed = new Map<string, { document: unknown; position: number }>()
  const poisoned = new Map<string, Poisoned>()
  const poison = (key: string, position: number, error: unknown): void => {
    poisoned.set(key, { key, position, reason: error instanceof Error ? error.message : String(error) })
  }
  for (const event of events) {
    const key = event.subject
    if (poisoned.has(key)) continue
    const before = changed.has(key) ? changed.get(key)?.document : documents.get(key)
    try {
      const document = projection.evolve(before, event)
      if (document !== before) changed.set(key, { document, position: event.position })
    } catch (error) {
      poison(key, event.position, error)
    }
  }
  const folded: Folded[] = []
  for (const [key, { document, position }] of changed) {
    try {
      folded.push({ key, position, document, row: document === undefined ? {} : projection.row(document, key) })
    } catch (error) {
      poison(key, position, error)
    }
  }
  return { folded, poisoned: [...poisoned.values()] }
}
