import type { CivilDate } from '@mingjian/codes'
import {
  type DocumentedAct,
  type DocumentTemplates,
  documentHash,
  documentOf,
  type EventLog,
  type OfficialDocument,
  type ReadModels,
  type RecordedEvent,
  streamOf,
} from '@mingjian/kernel'
import { registeredName } from '@mingjian/law'
import { issuedDocuments } from '../projections/issued-documents.ts'
import { publicChange } from '../public-change.ts'

/** A document as it was issued. */
export interface Issued {
  readonly document: OfficialDocument
  /** As its event keeps it. */
  readonly sha256: string
  readonly event: RecordedEvent
}

export interface IssuedPorts {
  readonly reads: Pick<ReadModels, 'find'>
  readonly log: Pick<EventLog, 'read' | 'readStreams'>
  readonly templates: DocumentTemplates
}

/** A text that doesn't hash to what its event sealed is no document of that event. */
export class NotAsIssued extends Error {}

const isPublic = (event: RecordedEvent, today: CivilDate): boolean =>
  event.effectiveOn <= today && publicChange(event, today) !== undefined

/** The document of an event, written again from the log as it stood when the event was recorded. */
export const documentOfEvent = async (
  event: RecordedEvent,
  { log, templates }: Pick<IssuedPorts, 'log' | 'templates'>,
): Promise<Issued | undefined> => {
  const { stream, subject, position } = event
  const registration = streamOf(subject, 'registration')
  const streams = await log.readStreams([stream, registration])
  const before = (name: string): readonly RecordedEvent[] =>
    (streams.get(name) ?? []).filter((known) => known.position < position)
  const act = {
    ...event,
    name: registeredName.nameAfter(before(registration)),
    past: before(stream),
  } as unknown as DocumentedAct
  const document = documentOf(templates, act)
  const sha256 = 'documentSha256' in event.data ? event.data.documentSha256 : undefined
  if (document === undefined || typeof sha256 !== 'string') return undefined
  if (documentHash(document) !== sha256)
    throw new NotAsIssued(`The text of ${document.number} doesn't hash to what event ${position} sealed.`)
  return { document, sha256, event }
}

/** The document of that number: to the public as far as it is public, to staff as it was served. */
export const issuedDocument = async (
  number: string,
  { forStaff, today }: { readonly forStaff: boolean; readonly today: CivilDate },
  ports: IssuedPorts,
): Promise<Issued | undefined> => {
  const found = await ports.reads.find(issuedDocuments, {
    where: [{ column: 'numbers', is: 'contains', value: number }],
    limit: 10,
  })
  const positions = found.flatMap(({ document }) =>
    document.documents.filter((known) => known.number === number).map(({ position }) => position),
  )
  const events = (await Promise.all(positions.map((position) => ports.log.read(position - 1, 1)))).flat()
  const shown = events.filter((event) => forStaff || isPublic(event, today))
  // The decision as it was served stands before what was published of it; of several publications the last holds.
  const chosen = (forStaff && shown.find((event) => !isPublic(event, today))) || shown.at(-1)
  return chosen === undefined ? undefined : documentOfEvent(chosen, ports)
}
