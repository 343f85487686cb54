import Type, { type TSchema } from 'typebox'
import { Value } from 'typebox/value'

// What a document of unknown origin must look like, as schemas. They are interpreted, never compiled: a page that checks a proof may not make
// functions of texts.

export interface SchemaFault {
  readonly code: 'missing' | 'type' | 'unknown-member'
  /** Where and what, as `strata[2].rate is not a text`. */
  readonly message: string
}

/** A schema whose description says what is wanted. */
const wanting = (wanted: string, schema: TSchema): TSchema => Object.assign(schema, { description: wanted })

export const satisfying = (wanted: string, is: (text: string) => boolean): TSchema =>
  wanting(wanted, Type.Refine(Type.String(), is))
export const matching = (pattern: RegExp, wanted: string): TSchema => satisfying(wanted, (value) => pattern.test(value))
export const text = satisfying('a text', (value) => value !== '' && value.isWellFormed())
export const flag = wanting('true or false', Type.Boolean())
export const number = wanting('a number', Type.Number())
export const yes = wanting('true', Type.Literal(true))
export const oneOf = (...words: readonly string[]): TSchema =>
  wanting(`one of ${words.join(', ')}`, Type.Enum([...words]))
export const wholeNumber = (least: number): TSchema =>
  wanting(`a whole number from ${least}`, Type.Integer({ minimum: least, maximum: Number.MAX_SAFE_INTEGER }))
export const listOf = (each: TSchema): TSchema => wanting('a list', Type.Array(each))
export const tableOf = (each: TSchema): TSchema => wanting('an object', Type.Object({}, { additionalProperties: each }))

type Members = Readonly<Record<string, TSchema>>

/** An object with these members; others are faults too, unless it is `open`. */
export const members = (required: Members, optional: Members = {}, open: 'open' | 'closed' = 'closed'): TSchema =>
  wanting(
    'an object',
    Type.Object(
      {
        ...required,
        ...Object.fromEntries(Object.entries(optional).map(([name, schema]) => [name, Type.Optional(schema)])),
      },
      { additionalProperties: open === 'open' },
    ),
  )

interface Nested extends TSchema {
  readonly properties?: Members
  readonly additionalProperties?: TSchema | boolean
  readonly items?: TSchema
  readonly description?: string
}

/** The schema at a path of a document, as far as there is one. */
const schemaAt = (schema: Nested, path: readonly string[]): Nested =>
  path.reduce<Nested>((at, step) => {
    const { properties = {}, additionalProperties, items } = at
    if (items !== undefined) return items
    const own = Object.hasOwn(properties, step) ? properties[step] : additionalProperties
    return typeof own === 'object' ? own : {}
  }, schema)

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>>)[step], value)

/** `strata[2].rate` of a JSON pointer. */
const written = (path: readonly string[]): string =>
  path.reduce((at, step) => (/^\d+$/.test(step) ? `${at}[${step}]` : at === '' ? step : `${at}.${step}`), '')

const under = (path: readonly string[], member: string): string => written([...path, member])

export const faultsOf = (schema: TSchema, value: unknown): readonly SchemaFault[] => {
  if (Value.Check(schema, value)) return []
  const wrong = new Set<string>()
  return Value.Errors(schema, value).flatMap((error): readonly SchemaFault[] => {
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    if (error.keyword === 'required')
      return error.params.requiredProperties.map((member) => ({
        code: 'missing',
        message: `${under(path, member)} is missing`,
      }))
    if (error.keyword === 'additionalProperties')
      return error.params.additionalProperties.map((member) => ({
        code: 'unknown-member',
        message: `${under(path, member)} has no meaning here`,
      }))
    const where = written(path)
    if (wrong.has(where)) return []
    wrong.add(where)
    if (valueAt(value, path) === undefined) return [{ code: 'missing', message: `${where} is missing` }]
    const { description = 'what is wanted' } = schemaAt(schema, path)
    return [{ code: 'type', message: `${where === '' ? 'the document' : where} is not ${description}` }]
  })
}
