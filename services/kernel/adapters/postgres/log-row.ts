import { decode, type EventType } from '@mingjian/schemas'
import { type RecordedEvent, subjectOf } from '../../event.ts'
import type { EncodedAppend } from './append-group.ts'

export const COLUMNS =
  'position, stream, version, type, effective_on, recorded_at, actor, authority, basis, command_id, correlation_id, causation_id, schema, payload'
/** An event as it is stored, in the order of COLUMNS. */
export type LogRow = readonly [
  position: number,
  stream: string,
  version: number,
  type: EventType,
  effectiveOn: string,
  recordedAt: string,
  actor: string,
  authority: string,
  basis: string,
  commandId: string | null,
  correlationId: string | null,
  causationId: string | null,
  schema: number,
  payload: Buffer,
]

export const eventOf = (row: readonly unknown[]): RecordedEvent => {
  // biome-ignore format: the columns in table order
  const [position, stream, version, type, effectiveOn, recordedAt, actor, authority, basis, commandId, correlationId, causationId, schema, payload] = row as LogRow
  return {
    position,
    stream,
    subject: subjectOf(stream),
    version,
    type,
    data: decode(type, schema, payload),
    effectiveOn,
    recordedAt,
    actor,
    authority,
    basis: basisOf(basis),
    commandId,
    correlationId,
    causationId,
  } as RecordedEvent
}

export const basisOf = (basis: string): readonly string[] => (basis === '' ? [] : basis.split('\n'))

/** The events of an append as they are stored from a position on. */
export const rowsOf = ({ append, encoded }: EncodedAppend, first: number, recordedAt: string): readonly LogRow[] =>
  append.events.map(({ stream, event, provenance }, index) => {
    const { version, schema, payload } = encoded[index] as EncodedAppend['encoded'][number]
    const { actor, authority, commandId = null, correlationId = null, causationId = null } = provenance
    const basis = event.basis.join('\n')
    // biome-ignore format: the columns in table order
    return [first + index, stream, version, event.type, event.effectiveOn, recordedAt, actor, authority, basis, commandId, correlationId, causationId, schema, payload]
  })
