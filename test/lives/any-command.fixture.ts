import type { AnyDecider } from '@mingjian/kernel'
import fc, { type Arbitrary } from 'fast-check'
import type { TSchema } from 'typebox'

/** Something that is asked for some days after what came before. */
export interface Step {
  readonly type: string
  readonly data: unknown
  readonly advance: number
  /** For each member of the data in turn: 0 keeps it, otherwise it is what was said before under its name, counted from the last. */
  readonly borrow: readonly number[]
}

/** Begins a day that is reckoned from the day of the step: `±-3`, or a time of it, `±0T03:00:00Z`. */
export const DAY_MARK = '±'

interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
}

const CODE = /\{18\}/
const DAY = /\\d\{4\}-\\d\{2\}-\\d\{2\}/
const INSTANT = /T\(\[01\]/
const HEX = /\[0-9a-f\]\{64\}/

/** Most acts are dated the day they are done, or a little before; the edges of the law's terms lie within some weeks. */
const day: Arbitrary<string> = fc
  .oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: -20, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: -400, max: 40 }) },
  )
  .map((days) => `${DAY_MARK}${days}`)

const sentence = (name: string, { minLength = 0 }: Schema): Arbitrary<string> =>
  fc.oneof(fc.constantFrom(`${name}-1`, `${name}-2`), ...(minLength === 0 ? [fc.constant('')] : []))

const number = (name: string, { type, minimum = -1, maximum = 1e7 }: Schema): Arbitrary<number> => {
  const round = [0, 1, 2, 3, 15, 100, 3_000, 10_000, 50_000, 200_000, 1_000_000].filter(
    (n) => n >= minimum && n <= maximum,
  )
  if (/year/i.test(name)) return fc.integer({ min: 2021, max: 2025 })
  const any =
    type === 'integer'
      ? fc.integer({ min: minimum, max: maximum })
      : fc.integer({ min: Math.ceil(minimum * 100), max: Math.floor(maximum * 100) }).map((cents) => cents / 100)
  return round.length === 0 ? any : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...round) }, any)
}

const object = ({ properties = {}, required = [] }: Schema, subjects: readonly string[]): Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valuesOf(name, schema, subjects)])),
    { requiredKeys: [...required] },
  )

/** Values of a schema as one would meet them: names recur, days lie close together, codes are those of the subjects. */
const valuesOf = (name: string, schema: Schema, subjects: readonly string[]): Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => valuesOf(name, one, subjects)))
  const { type } = schema
  if (typeof type === 'object')
    return fc.oneof(...type.map((one) => valuesOf(name, { ...schema, type: one }, subjects)))
  switch (type) {
    case 'string':
      if (schema.format === 'date' || (DAY.test(schema.pattern ?? '') && !INSTANT.test(schema.pattern ?? '')))
        return day
      if (INSTANT.test(schema.pattern ?? '')) return day.map((on) => `${on}T03:00:00Z`)
      if (CODE.test(schema.pattern ?? '')) return fc.constantFrom(...subjects)
      if (HEX.test(schema.pattern ?? '')) return fc.constantFrom('0'.repeat(64), 'ab'.repeat(32))
      if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
      return name.endsWith('On') ? day : sentence(name, schema)
    case 'integer':
    case 'number':
      return number(name, schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valuesOf(name, schema.items ?? {}, subjects), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(3, schema.minItems ?? 0)),
      })
    case 'object': {
      const [member] = Object.values(schema.patternProperties ?? {})
      if (member !== undefined)
        return fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), valuesOf(name, member, subjects), { maxKeys: 4 })
      return object(schema, subjects)
    }
    default:
      return fc.constantFrom(null, 0, name)
  }
}

/** Data of that command; `scenes` know of commands whose parts must fit together. */
export type Scenes = Readonly<Record<string, Arbitrary<unknown>>>

const stepOf = (
  [type, schema]: readonly [string, TSchema],
  subjects: readonly string[],
  scenes: Scenes,
): Arbitrary<Step> => {
  const data = valuesOf(type, schema as Schema, subjects)
  const scene = scenes[type]
  return fc.record({
    type: fc.constant(type),
    data: scene === undefined ? data : fc.oneof(scene, data),
    advance: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.integer({ min: 13, max: 200 })),
    borrow: fc.array(fc.constantFrom(0, 0, 1, 1, 2, 3), { minLength: 3, maxLength: 6 }),
  })
}

/** Steps of a life in which mostly this decider acts, and now and then those whose streams it looks at. */
export const stepsOf = (
  decider: AnyDecider,
  around: readonly AnyDecider[],
  subjects: readonly string[],
  scenes: Scenes,
): Arbitrary<readonly Step[]> => {
  const anyOf = (deciders: readonly AnyDecider[]): Arbitrary<Step> =>
    fc.oneof(
      ...deciders
        .flatMap((d) => Object.entries(d.acts))
        .map(([type, { data }]) => stepOf([type, data], subjects, scenes)),
    )
  const own = { weight: 5, arbitrary: anyOf([decider]) }
  const step = around.length === 0 ? own.arbitrary : fc.oneof(own, { weight: 1, arbitrary: anyOf(around) })
  return fc.array(step, { minLength: 1, maxLength: 14 })
}
