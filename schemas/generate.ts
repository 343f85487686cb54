// Writes types.ts from the .avsc files, and a golden record for every schema that has none yet.
// `--check` writes nothing and fails when something would change: contracts are for ever, so a change must be visible in review.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type avro from 'avsc'
import { type AvroSchema, fingerprintOf, schemaType } from './codec.ts'

const here = dirname(fileURLToPath(import.meta.url))
const check = process.argv.includes('--check')
let stale = 0

const write = (path: string, text: string): void => {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  stale += 1
  console.error(`${check ? 'stale' : 'wrote'} ${path.slice(here.length + 1)}`)
  if (check) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const files = globSync('*/*.avsc', { cwd: here }).sort()
const sources = new Map<string, AvroSchema>()
for (const file of files) {
  const schema = JSON.parse(readFileSync(join(here, file), 'utf8'))
  sources.set(`${schema.namespace}.${schema.name}`, schema)
}

/** The schema with every named type that it refers to written out once, as a registry and a stranger need it. */
const inlined = (schema: unknown, seen: Set<string>): unknown => {
  if (typeof schema === 'string' && sources.has(schema)) {
    if (seen.has(schema)) return schema
    seen.add(schema)
    return inlined(sources.get(schema), seen)
  }
  if (Array.isArray(schema)) return schema.map((part) => inlined(part, seen))
  if (typeof schema === 'object' && schema !== null) {
    return Object.fromEntries(
      Object.entries(schema).map(([key, value]) => [
        key,
        ['type', 'items', 'values', 'fields'].includes(key) ? inlined(value, seen) : value,
      ]),
    )
  }
  return schema
}

const referenced = new Set<string>()
for (const [, schema] of sources)
  JSON.stringify(schema, (_, value) => {
    if (sources.has(value)) referenced.add(value)
    return value
  })
const whole = new Map([...sources].map(([name, schema]) => [name, inlined(schema, new Set([name])) as AvroSchema]))
const events = [...whole].filter(([name]) => !referenced.has(name) && name !== 'mingjian.kernel.Envelope')
const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const tsType = (schema: unknown): string => {
  if (Array.isArray(schema)) return schema.map(tsType).join(' | ')
  if (typeof schema === 'string') {
    if (schema === 'null' || schema === 'string' || schema === 'boolean') return schema
    if (schema === 'int' || schema === 'long' || schema === 'double') return 'number'
    if (sources.has(schema)) return shortName(schema)
    throw new Error(`no TypeScript type for ${schema}`)
  }
  const { type, items, values, symbols = [], fields = [], name } = schema as AvroSchema
  if (type === 'array')
    return `readonly ${/\||^readonly /.test(tsType(items)) ? `(${tsType(items)})` : tsType(items)}[]`
  if (type === 'map') return `Readonly<Record<string, ${tsType(values)}>>`
  if (type === 'enum') return symbols.map((symbol) => `'${symbol}'`).join(' | ')
  if (type === 'record') return `{\n${members(fields, '    ')}  }`
  throw new Error(`no TypeScript type for ${type} ${name}`)
}
const comment = (doc: unknown, indent: string): string => (doc === undefined ? '' : `${indent}/** ${doc} */\n`)
// Filled in when the event is recorded: who decides leaves it out.
const FILLED_IN = 'documentSha256'
const members = (fields: readonly { name: string; type: unknown; doc?: string }[], indent = '  '): string =>
  fields
    .map(({ name, type, doc }) => {
      const optional = name === FILLED_IN ? '?' : ''
      return `${comment(doc, indent)}${indent}readonly ${name}${optional}: ${tsType(type)}\n`
    })
    .join('')
const declaration = (name: string, schema: AvroSchema): string =>
  schema.type === 'enum'
    ? `${comment(schema.doc, '')}export type ${shortName(name)} = ${tsType(schema)}\n`
    : `${comment(schema.doc, '')}export interface ${shortName(name)} {\n${members(schema.fields ?? [])}}\n`

const goldenSchemas = globSync('golden/*.json', { cwd: here })
  .sort()
  .map(
    (file) =>
      JSON.parse(readFileSync(join(here, file), 'utf8')) as { event: string; fingerprint: number; schema: AvroSchema },
  )
const current = new Map(events.map(([name, schema]) => [shortName(name), fingerprintOf(schema)]))
const former = goldenSchemas.filter((golden) => current.get(golden.event) !== golden.fingerprint)

write(
  join(here, 'types.ts'),
  [
    '// Generated from the .avsc files by `npm run types`; the compiler and the tests notice when it is stale.',
    "import type { AvroSchema } from './codec.ts'\n",
    ...[...sources].sort().map(([name, schema]) => declaration(name, schema)),
    '/** The data of every event, by its type. */',
    `export interface EventData {\n${events.map(([name]) => `  readonly ${shortName(name)}: ${shortName(name)}\n`).join('')}}\n`,
    'export const eventSchemas: Readonly<Record<keyof EventData, AvroSchema>> = {',
    ...events.map(([name, schema]) => `  ${shortName(name)}: ${JSON.stringify(schema)},`),
    '}\n',
    '/** Schemas that wrote events once and are not written any more: still read, for ever. */',
    `export const formerSchemas: readonly { readonly event: keyof EventData; readonly schema: AvroSchema }[] = ${JSON.stringify(former.map(({ event, schema }) => ({ event, schema })))}\n`,
  ].join('\n'),
)

// A golden record: bytes written once, which every later version must still read.
const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
const example = (schema: unknown, random: () => number): unknown => {
  if (Array.isArray(schema)) return example(schema[Math.floor(random() * schema.length)], random)
  const type = typeof schema === 'string' ? schema : (schema as AvroSchema).type
  switch (type) {
    case 'null':
      return null
    case 'string':
      return `明鉴-${Math.floor(random() * 1e6)}`
    case 'boolean':
      return random() < 0.5
    case 'int':
      return Math.floor(random() * 2 ** 31)
    case 'long':
      return Math.floor(random() * 2 ** 53)
    case 'double':
      return random() * 1e9
    case 'array':
      return [0, 1].map(() => example((schema as AvroSchema).items, random))
    case 'map':
      return { A: example((schema as AvroSchema).values, random) }
    case 'enum':
      return ((schema as AvroSchema).symbols ?? [])[0]
    case 'record':
      return Object.fromEntries(
        ((schema as AvroSchema).fields ?? []).map((field) => [field.name, example(field.type, random)]),
      )
    default:
      throw new Error(`no example for ${JSON.stringify(schema)}`)
  }
}
for (const [name, schema] of events) {
  const event = shortName(name)
  const fingerprint = fingerprintOf(schema)
  const path = join(here, 'golden', `${event}.${fingerprint >>> 0}.json`)
  if (existsSync(path)) continue
  const type: avro.Type = schemaType(schema)
  const random = seeded(fingerprint)
  const records = [0, 1, 2]
    .map(() => example(schema, random))
    .map((value) => ({ bytes: type.toBuffer(value).toString('hex'), value }))
  write(path, `${JSON.stringify({ event, fingerprint, schema, records }, null, 1)}\n`)
}
if (check && stale > 0) {
  console.error('The contracts are stale: run `npm run types` and commit the result.')
  process.exit(1)
}
