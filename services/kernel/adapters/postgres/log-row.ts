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
export type LogRow = [position: number, ...Columns, payload: Buffer]

/** Where each column stands in it. */
// biome-ignore format: one line for each group of columns
export const AT = {
  position: 0, stream: 1, version: 2, type: 3, effectiveOn: 4, recordedAt: 5,
  actor: 6, authority: 7, basis: 8, commandId: 9, correlationId: 10, causationId: 11,
  schema: 12, payload: 13,
} as const

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

// Thousands of events a day rest on the same provisions, and read models that follow keep them for a while.
const lists = new Map<string, readonly string[]>()
const MOST = 1000

export const basisOf = (basis: string): readonly string[] => {
  let list = lists.get(basis)
  if (list === undefined) {
    if (lists.size === MOST) lists.clear()
    list = basis === '' ? [] : basis.split('\n')
    lists.set(basis, list)
  }
  return list
}
