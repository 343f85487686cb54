import { createHash } from 'node:crypto'
import avro from 'avsc'

export interface AvroSchema {
  readonly type: string
  readonly name?: string
  readonly namespace?: string
  readonly doc?: string
  readonly symbols?: readonly string[]
  readonly items?: unknown
  readonly values?: unknown
  readonly fields?: readonly {
    readonly name: string
    readonly type: unknown
    readonly doc?: string
    readonly default?: unknown
  }[]
}

export const schemaType = (schema: AvroSchema): avro.Type =>
  avro.Type.forSchema(schema as avro.Schema, { wrapUnions: false })

/** Signed 32-bit fingerprint of the schema with its documentation left out: a better comment is no new version. */
export const fingerprintOf = (schema: AvroSchema): number => {
  const bare = JSON.stringify(schema, (key, value) => (key === 'doc' ? undefined : value))
  return createHash('sha256').update(bare).digest().readInt32BE(0)
}
