import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'

// What the platform asks of a value of unknown origin: whether a schema holds, what the schema wants in words, and where it does not hold.

type Frozen<T> = T extends readonly (infer M)[]
  ? readonly Frozen<M>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T
/** What a value is once its schema holds. */
export type Read<T extends TSchema> = Frozen<Static<T>>

/** Whether the schema holds. It is compiled for the first value that asks: a rule that nobody asks costs nothing. */
export const holds = <T extends TSchema>(schema: T): ((value: unknown) => value is Read<T>) => {
  let compiled: { Check(value: unknown): boolean } | undefined
  return (value): value is Read<T> => {
    compiled ??= Compile(schema)
    return compiled.Check(value)
  }
}

/** The keywords that the schemas of the platform are made of. */
interface Keywords {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: TSchema | boolean
  readonly items?: TSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

/** A bound in words; where whole numbers end for the computer is no bound that a person asked for. */
const bound = (word: string, value: number | undefined): string =>
  value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? '' : ` ${word} ${value}`
const bounds = ({ minimum, maximum }: Keywords): string => bound('from', minimum) + bound('to', maximum)

const typeOf = ({ type }: Keywords): string =>
  [type ?? []]
    .flat()
    .map((one) => TYPES[one] ?? one)
    .join(' or ')

/** What the schema wants, in words: its own description, or what its keywords say. */
export const wantedBy = (schema: TSchema): string => {
  const keywords: Keywords = schema
  const { description, properties = {}, additionalProperties, items } = keywords
  if (description !== undefined) return description
  if ('const' in keywords) return JSON.stringify(keywords.const)
  if (keywords.enum !== undefined) return `one of ${keywords.enum.join('、')}`
  if (items !== undefined) return `a list, each ${wantedBy(items)}`
  const members = Object.keys(properties)
  if (members.length > 0) return `an object with ${members.join('、')}`
  if (typeof additionalProperties === 'object') return `an object, each member ${wantedBy(additionalProperties)}`
  return `${typeOf(keywords)}${bounds(keywords)}`
}

/** Where a document is not what its schema asks for. */
export interface Misfit {
  readonly code: 'missing' | 'type' | 'unknown-member'
  /** Where and what, as `strata[2].rate is not a text`. */
  readonly message: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const under = (at: string, member: string): string => (at === '' ? member : `${at}.${member}`)

/** Goes as deep as the schema does, however deep the value is. */
const explain = (schema: TSchema, value: unknown, at: string, told: Misfit[]): void => {
  const { type, properties = {}, required = [], additionalProperties, items }: Keywords = schema
  const before = told.length
  const not = (wanted: string) =>
    told.push({ code: 'type', message: `${at === '' ? 'the document' : at} is not ${wanted}` })
  if (type === 'array' && !Array.isArray(value)) not('a list')
  else if (type === 'object' && !isObject(value)) not('an object')
  else if (items !== undefined && Array.isArray(value))
    for (let i = 0; i < value.length; i++) explain(items, value[i], `${at}[${i}]`, told)
  else if (type === 'object' && isObject(value)) {
    for (const [name, member] of Object.entries(properties)) {
      if (value[name] !== undefined) explain(member, value[name], under(at, name), told)
      else if (required.includes(name)) told.push({ code: 'missing', message: `${under(at, name)} is missing` })
    }
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(properties, name)) continue
      if (additionalProperties === false)
        told.push({ code: 'unknown-member', message: `${under(at, name)} has no meaning here` })
      else if (typeof additionalProperties === 'object')
        explain(additionalProperties, value[name], under(at, name), told)
    }
  }
  if (told.length === before && !Value.Check(schema, value)) not(wantedBy(schema))
}

/** Every misfit of a document; none when the schema holds. Compiles nothing: a page that checks a proof may not. */
export const misfitsOf = (schema: TSchema, value: unknown): readonly Misfit[] => {
  if (Value.Check(schema, value)) return []
  const told: Misfit[] = []
  explain(schema, value, '', told)
  return told
}
