import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { type EventType, eventSchemas } from '@mingjian/schemas'

/** A document that was issued, by its number, and the event that it is the document of. */
export interface IssuedDocument {
  readonly number: string
  readonly type: EventType
  readonly position: number
}

/** The documents of a subject. */
export interface IssuedDocuments {
  readonly documents: readonly IssuedDocument[]
}

/** Events that seal a document. */
export const DOCUMENTED = (Object.keys(eventSchemas) as EventType[]).filter((type) =>
  eventSchemas[type].fields?.some(({ name }) => name === 'documentSha256'),
)

const numberOf = ({ data }: RecordedEvent): string | undefined => {
  if (!('documentSha256' in data) || typeof data.documentSha256 !== 'string') return undefined
  if ('decision' in data) return data.decision
  return 'documentNo' in data ? data.documentNo : undefined
}

const evolve = (before: IssuedDocuments | undefined, event: RecordedEvent): IssuedDocuments | undefined => {
  if (event.type === 'PublicRecordRecalled') {
    const { positions } = event.data
    return before && { documents: before.documents.filter(({ position }) => !positions.includes(position)) }
  }
  const number = numberOf(event)
  if (number === undefined) return before
  return { documents: [...(before?.documents ?? []), { number, type: event.type, position: event.position }] }
}

export const issuedDocuments: Projection<IssuedDocuments> = {
  name: 'issued_documents',
  version: 1,
  events: [...DOCUMENTED, 'PublicRecordRecalled'],
  evolve,
  columns: { numbers: 'text[] not null' },
  row: ({ documents }) => ({ numbers: documents.map(({ number }) => number) }),
  indexes: ['using gin (numbers)'],
}
