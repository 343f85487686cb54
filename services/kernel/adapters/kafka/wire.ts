import { avroNameOf, decode, type EventType, isEventType, UnknownSchema } from '@mingjian/schemas'
import { isTraceparent, type RecordedEvent, subjectOf } from '../../event.ts'
import { partitionOf } from '../../partition.ts'
import { basisOf, type LogRow } from '../postgres/log-row.ts'

/** A message for a topic, its partition chosen. */
export interface Outgoing {
  readonly partition: number
  readonly key: string
  /** null erases the key. */
  readonly value: Buffer | null
  readonly headers: Readonly<Record<string, string>>
}

/** A message as it came from a topic. */
export interface Incoming {
  readonly key: Buffer | null
  readonly value: Buffer | null
  readonly headers?: Readonly<Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>> | undefined
}

/** A message that is no event of this platform, with the reason. */
export class Foreign extends Error {}

/** The rest of an event's envelope, in JSON in the header `envelope`: a reader without Avro sees who acted, for whom and on what basis. */
type Envelope = Pick<
  RecordedEvent,
  'stream' | 'version' | 'actor' | 'authority' | 'basis' | 'commandId' | 'correlationId' | 'causationId'
>

type Headed = Pick<RecordedEvent, 'position' | 'type' | 'subject' | 'effectiveOn' | 'recordedAt'>

/** CloudEvents 1.0 in the binary mode of its Kafka binding, beside the headers under the platform's own names. */
export const headersOf = (
  topic: string,
  { position, type, subject, effectiveOn, recordedAt }: Headed,
  id: string,
  contentType: string,
): Readonly<Record<string, string>> => ({
  'content-type': contentType,
  position: String(position),
  type,
  id,
  'effective-on': effectiveOn,
  ce_specversion: '1.0',
  ce_id: id,
  ce_source: `/${topic}`,
  ce_type: avroNameOf(type),
  ce_time: recordedAt,
  ce_subject: subject,
})

const MAGIC = 0
const PREFIX_BYTES = 5

/** A row of the log in the Confluent wire format: a zero, the id of the writer's schema, the bytes as they were recorded. */
export const messageOf = (
  topic: string,
  partitions: number,
  idOf: (type: EventType, schema: number) => number,
  row: LogRow,
): Outgoing => {
  // biome-ignore format: the columns in table order
  const [position, stream, version, type, effectiveOn, recordedAt, actor, authority, basis, commandId, correlationId, causationId, schema, payload] = row
  const value = Buffer.allocUnsafe(PREFIX_BYTES + payload.length)
  value[0] = MAGIC
  value.writeInt32BE(idOf(type, schema), 1)
  value.set(payload, PREFIX_BYTES)
  const key = subjectOf(stream)
  const envelope: Envelope = {
    stream,
    version,
    actor,
    authority,
    basis: basisOf(basis),
    commandId,
    correlationId,
    causationId,
  }
  return {
    partition: partitionOf(key, partitions),
    key,
    value,
    headers: {
      ...headersOf(
        topic,
        { position, type, subject: key, effectiveOn, recordedAt },
        `${stream}/${version}`,
        'application/vnd.confluent.avro',
      ),
      envelope: JSON.stringify(envelope),
      ...(correlationId !== null && isTraceparent(correlationId) ? { traceparent: correlationId } : {}),
    },
  }
}

const header = ({ headers = {} }: Incoming, name: string): string => {
  const value = headers[name]
  if (value === undefined || Array.isArray(value)) throw new Foreign(`it has no header ${name}`)
  return value.toString()
}

/** The position that a message claims. Throws Foreign where it claims none. */
export const positionOf = (message: Incoming): number => {
  const position = Number(header(message, 'position'))
  if (!Number.isSafeInteger(position) || position < 1) throw new Foreign('its position is no position')
  return position
}

/** The type that a message claims, which may be one that only a newer platform knows. */
export const typeOf = (message: Incoming): string => header(message, 'type')

export const schemaIdOf = ({ value }: Incoming): number => {
  if (value === null || value.length < PREFIX_BYTES || value[0] !== MAGIC)
    throw new Foreign('it is not in the Confluent wire format')
  return value.readInt32BE(1)
}

/** The event in a message whose writer's schema is known. Throws Foreign for what the relay didn't write. */
export const eventIn = (message: Incoming, schema: number): RecordedEvent => {
  const type = typeOf(message)
  if (!isEventType(type)) throw new Foreign(`${type} is no event`)
  const envelope = envelopeIn(message)
  const { stream } = envelope
  if (message.key?.toString() !== subjectOf(stream)) throw new Foreign('its key is not its subject')
  return {
    position: positionOf(message),
    subject: subjectOf(stream),
    type,
    data: dataIn(message, type, schema),
    effectiveOn: header(message, 'effective-on'),
    recordedAt: header(message, 'ce_time'),
    ...envelope,
  } as RecordedEvent
}

const envelopeIn = (message: Incoming): Envelope => {
  try {
    const envelope = JSON.parse(header(message, 'envelope')) as Partial<Envelope>
    if (typeof envelope.stream === 'string' && Array.isArray(envelope.basis)) return envelope as Envelope
  } catch (error) {
    if (error instanceof Foreign) throw error
  }
  throw new Foreign('its envelope is none')
}

const dataIn = (message: Incoming, type: EventType, schema: number): unknown => {
  try {
    return decode(type, schema, message.value?.subarray(PREFIX_BYTES) ?? Buffer.alloc(0))
  } catch (error) {
    // A schema that a newer platform wrote is no fault of the message.
    if (error instanceof UnknownSchema) throw error
    throw new Foreign(`its bytes are no ${type}: ${error instanceof Error ? error.message : error}`)
  }
}
