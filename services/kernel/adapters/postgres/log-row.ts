import { remembered } from '@mingjian/codes'
import { decode, type EventType } from '@mingjian/schemas'
import { type RecordedEvent, subjectOf } from '../../event.ts'

export const COLUMNS =
  'position, stream, version, type, effective_on, recorded_at, actor, authority, basis, command_id, correlation_id, causation_id, schema, payload'

/** The columns of an event in table order, all but its place and its payload. */
export type Columns = [
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
]

/** An event as it is stored, in the order of COLUMNS. */
export type LogRow<Bytes = Buffer> = [position: number, ...Columns, payload: Bytes]

/** A row that this process records: its bytes as a latin1 string, since V8 marks the whole heap for every 64 MB of buffers that survive. */
export type OwnRow = LogRow<string>

/** Where each column stands in it. */
// biome-ignore format: one line for each group of columns
export const AT = {
  position: 0, stream: 1, version: 2, type: 3, effectiveOn: 4, recordedAt: 5,
  actor: 6, authority: 7, basis: 8, commandId: 9, correlationId: 10, causationId: 11,
  schema: 12, payload: 13,
} as const

export const eventOf = (row: readonly unknown[]): RecordedEvent => {
  // biome-ignore format: the columns in table order
  const [position, stream, version, type, effectiveOn, recordedAt, actor, authority, basis, commandId, correlationId, causationId, schema, payload] = row as LogRow | OwnRow
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

export const basisOf = remembered((basis): readonly string[] => (basis === '' ? [] : basis.split('\n')))
