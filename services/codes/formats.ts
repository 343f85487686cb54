import Type, { type Static, type TSchema } from 'typebox'
import { Set as setFormat } from 'typebox/format'
import { isCivilDate, isInstant } from './civil-date.ts'
import { USCC_PATTERN } from './uscc.ts'

// The formats of the platform's schemas, each once. A date in a command is a day that the calendar has: the pattern of its digits alone would
// let 2026-02-30 into the record.
setFormat('date', isCivilDate)
// Postgres has no NUL in a text, and half a surrogate pair can't be written down: what is read back would be another text.
setFormat('text', (text) => !text.includes('\0') && text.isWellFormed())
setFormat('civil-minute', (text) => isCivilDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10)))
setFormat('utc-instant', isInstant)

/** A member that holds a day. */
export const dayMember = (description = 'a day') =>
  Type.String({ format: 'date', description: `${description}, YYYY-MM-DD` })

/** A member that holds a time of day in Asia/Shanghai. */
export const minuteMember = (description: string) =>
  Type.String({ format: 'civil-minute', description: `${description}, YYYY-MM-DDTHH:MM` })

/** A member that holds an instant of RFC 3339 in UTC. */
export const instantMember = (description: string) =>
  Type.String({ format: 'utc-instant', description: `${description}, RFC 3339 in UTC` })

/** A member that holds a code 统一社会信用代码 as GB 32100 writes it. */
export const usccMember = (description = '统一社会信用代码') => Type.String({ pattern: USCC_PATTERN, description })

/** A member that holds the SHA-256 of a file. */
export const fileMember = (description = 'SHA-256 of the file, hex') =>
  Type.String({ pattern: '^[0-9a-f]{64}$', description })

/** A member that holds words of a person. */
export const wordsMember = (description: string) => Type.String({ minLength: 1, description })

/** A member that holds an amount of money in yuan, up to 10^11. */
export const yuanMember = (description: string) => Type.Number({ minimum: 0, maximum: 1e11, description })

/** A member that holds any text that can be recorded. */
export const textMember = (description = 'a text') => Type.String({ format: 'text', description })

/** A member that holds a whole number that a computer counts without a gap. */
export const wholeMember = (
  minimum = Number.MIN_SAFE_INTEGER,
  maximum = Number.MAX_SAFE_INTEGER,
  description?: string,
) => Type.Integer({ minimum, maximum, ...(description === undefined ? {} : { description }) })

/** A member that holds one of these words. */
export const oneOf = <T extends string>(words: readonly T[], description?: string) =>
  Type.Unsafe<T>(Type.Enum([...words], description === undefined ? {} : { description }))

/** An object whose members are all of that kind, whatever their names. */
export const tableOf = <T extends TSchema>(member: T) =>
  Type.Unsafe<Record<string, Static<T>>>(Type.Object({}, { additionalProperties: member }))

/** The member, or null; a plain type stays plain, which serialises faster than a choice. */
export const nullable = <T extends TSchema>(schema: T) =>
  Type.Unsafe<Static<T> | null>(
    'type' in schema && schema.type !== 'array' && schema.type !== 'object'
      ? { ...schema, type: [schema.type, 'null'] }
      : Type.Union([schema, Type.Null()]),
  )
