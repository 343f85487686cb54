import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, startJourney, TOKEN } from './platform.ts'

// Every act that staff may ask for, asked for wrongly: the description says which members it has, and each is left out and spoilt in turn.

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly $ref?: string
}

let journey: Journey
let acts: readonly (readonly [name: string, schema: Schema])[]
beforeAll(async () => {
  journey = await startJourney()
  const { body } = await journey.get('/openapi.json')
  acts = Object.entries<{ post?: { requestBody: { content: Record<string, { schema: Schema }> } } }>(
    body.paths,
  ).flatMap(([path, { post }]) =>
    /^\/v1\/commands\/\w+$/.test(path) && post !== undefined
      ? [[path.split('/').at(-1) ?? '', post.requestBody.content['application/json']?.schema ?? {}] as const]
      : [],
  )
})
afterAll(() => journey.end())

const ask = async (name: string, data: unknown) => {
  const response = await fetch(`${journey.address}/v1/commands/${name}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(data),
  })
  const body = (await response.json()) as { readonly code?: string; readonly detail?: string }
  return { status: response.status, type: response.headers.get('content-type'), body }
}

const MOMENTS: Readonly<Record<string, string>> = {
  date: '2026-07-01',
  'civil-minute': '2026-07-01T09:00',
  'utc-instant': '2026-07-01T09:00:00Z',
}
const TEXTS: readonly string[] = [
  '91150203Y1FNK3963C',
  'CASE-1',
  'COMPLAINT-1',
  'ab'.repeat(32),
  'image/jpeg',
  'text-1',
  '文字',
]

/** A value that the schema allows, whatever it may mean. */
const instanceOf = (schema: Schema): unknown => {
  const { anyOf, enum: words, type, properties = {}, required = [], items = {}, minItems = 0, pattern, format } = schema
  if ('const' in schema) return schema.const
  if (words !== undefined) return words[0]
  if (anyOf !== undefined) return instanceOf(anyOf[0] ?? {})
  if (typeof type === 'object') return instanceOf({ ...schema, type: type[0] as string })
  if (type === 'object') return Object.fromEntries(required.map((name) => [name, instanceOf(properties[name] ?? {})]))
  if (type === 'array') return Array.from({ length: Math.max(1, minItems) }, (_, at) => several(instanceOf(items), at))
  if (type === 'string' && format !== undefined) return MOMENTS[format]
  if (type === 'string') return TEXTS.find((text) => pattern === undefined || new RegExp(pattern).test(text))
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  return type === 'boolean' ? true : null
}
/** No list holds the same text twice. */
const several = (value: unknown, at: number): unknown => (typeof value === 'string' && at > 0 ? `${value}${at}` : value)

/** Each with one member, at any depth, left out or spoilt. */
function* spoiltOf(schema: Schema, path = ''): Generator<readonly [what: string, value: unknown]> {
  const { anyOf, type, properties = {}, required = [], items } = schema
  const whole = instanceOf(schema)
  if (anyOf !== undefined) {
    if (anyOf.every(({ type: kind }) => kind !== 'object' && kind !== 'array')) return
    for (const one of anyOf) yield* spoiltOf(one, path)
    return
  }
  if (type === 'object') {
    const given = whole as Readonly<Record<string, unknown>>
    for (const name of required) {
      yield [`${path}.${name} left out`, Object.fromEntries(Object.entries(given).filter(([other]) => other !== name))]
    }
    for (const [name, member] of Object.entries(properties)) {
      for (const [what, value] of spoiltOf(member, `${path}.${name}`)) yield [what, { ...given, [name]: value }]
    }
  }
  if (type === 'array') {
    for (const [what, value] of spoiltOf(items ?? {}, `${path}[0]`)) yield [what, [value]]
    if ((schema.minItems ?? 0) > 0) yield [`${path} empty`, []]
  }
  // A member that may be null is spoilt like one that may not.
  if (typeof type === 'object') return yield* spoiltOf({ ...schema, type: type[0] as string }, path)
  if (type === undefined) return
  yield [
    `${path} of another type`,
    type === 'string' ? 7 : type === 'array' ? 'text' : type === 'object' ? 'text' : '1',
  ]
  if (type !== 'string') return
  if (schema.pattern !== undefined || (schema as { minLength?: number }).minLength) yield [`${path} empty`, '']
  if (schema.format !== undefined)
    for (const day of ['2026-02-30', '2026-13-01', '0000-00-00', '0001-01-01'])
      yield [`${path} on ${day}`, day + (whole as string).slice(10)]
  yield [`${path} with NUL`, `${whole}\0`]
}

test('every act: a wrong member is refused with a sentence, and nothing is recorded', async () => {
  expect(acts.length).toBeGreaterThan(100)
  const wrong: string[] = []
  for (const [name, schema] of acts) {
    const whole = instanceOf(schema) as object
    // Whatever it means here: its members are understood.
    const { status, body } = await ask(name, whole)
    if (status !== 200 && status !== 409) wrong.push(`${name} as described: ${status} ${body.detail}`)
    const head = await journey.platform.log.head()
    for (const [what, data] of [
      ...spoiltOf(schema),
      [' with another member', { ...whole, colour: 'red' }],
      [' in a list', [whole]],
    ] as const) {
      const { status, type, body } = await ask(name, data)
      if (status !== 400 || type !== 'application/problem+json' || !body.detail)
        wrong.push(`${name}${what}: ${status} ${type} ${body.code} ${body.detail}`)
    }
    if ((await journey.platform.log.head()) !== head) wrong.push(`${name}: something was recorded`)
  }
  expect(wrong).toEqual([])
})
