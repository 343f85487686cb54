import type avro from 'avsc'
import { type AvroSchema, fingerprintOf, schemaType } from './codec.ts'
import { type EventData, eventSchemas, formerSchemas } from './types.ts'

export type * from './types.ts'
export { eventSchemas } from './types.ts'
export type EventType = keyof EventData

const writers = new Map<string, { readonly type: avro.Type; readonly fingerprint: number }>()
// One reader per (event, writer's schema), built once.
const readers = new Map<string, Map<number, (bytes: Buffer) => unknown>>()

for (const [event, schema] of Object.entries(eventSchemas)) {
  const type = schemaType(schema)
  const fingerprint = fingerprintOf(schema)
  writers.set(event, { type, fingerprint })
  readers.set(event, new Map([[fingerprint, (bytes) => type.fromBuffer(bytes)]]))
}
for (const { event, schema } of formerSchemas) {
  const reader = writers.get(event)
  if (reader === undefined) continue
  const writer = schemaType(schema)
  const resolver = reader.type.createResolver(writer)
  readers.get(event)?.set(fingerprintOf(schema), (bytes) => reader.type.fromBuffer(bytes, resolver))
}

export interface WriterSchema {
  readonly event: EventType
  readonly schema: AvroSchema
  readonly fingerprint: number
}

/** Every schema that ever wrote an event, those in use after those that no longer are. */
export const writerSchemas: readonly WriterSchema[] = [
  ...formerSchemas,
  ...Object.entries(eventSchemas).map(([event, schema]) => ({ event: event as EventType, schema })),
].map(({ event, schema }) => ({ event, schema, fingerprint: fingerprintOf(schema) }))

/** Full name of an event's record: `mingjian.registry.EnterpriseEstablished`. */
export const avroNameOf = (type: EventType): string => {
  const { namespace, name } = eventSchemas[type]
  return `${namespace}.${name}`
}

export const isEventType = (type: string): type is EventType => Object.hasOwn(eventSchemas, type)

/** Written by a newer version of the platform. */
export class UnknownSchema extends Error {}

export const eventTypes = Object.keys(eventSchemas) as readonly EventType[]

// Used again for every event: a buffer of its own for each takes as long as writing what is in it.
let scratch = Buffer.allocUnsafeSlow(1 << 14)

const written = (type: avro.Type, data: unknown): string => {
  const end = type.encode(data, scratch, 0)
  if (end >= 0) return scratch.toString('latin1', 0, end)
  scratch = Buffer.allocUnsafeSlow(2 * (scratch.length - end))
  return written(type, data)
}

/**
 * Avro bytes of the event's data as a latin1 string, and the fingerprint of the schema that wrote them. Throws when the data doesn't fit
 * the schema.
 */
export const encode = <T extends EventType>(
  type: T,
  data: EventData[T],
): { readonly payload: string; readonly schema: number } => {
  const writer = writers.get(type)
  if (writer === undefined) throw new Error(`no schema for event ${type}`)
  try {
    return { payload: written(writer.type, data), schema: writer.fingerprint }
  } catch {
    const faults: string[] = []
    writer.type.isValid(data, { errorHook: (path) => faults.push(path.join('.')) })
    throw new Error(`${type} does not fit its schema at ${faults.join(', ')}`)
  }
}

/** The data of an event that any version of the platform wrote, from its bytes or these as a latin1 string. Throws for a schema that isn't known. */
export const decode = <T extends EventType>(type: T, schema: number, payload: Buffer | string): EventData[T] => {
  const reader = readers.get(type)?.get(schema)
  if (reader === undefined)
    throw new UnknownSchema(
      `event ${type} was written by a schema (${schema}) that this version doesn't know: install a newer version`,
    )
  return reader(typeof payload === 'string' ? Buffer.from(payload, 'latin1') : payload) as EventData[T]
}
