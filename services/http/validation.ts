import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { Problem } from './problem.ts'

type Fault = ReturnType<ReturnType<typeof Compile>['Errors']>[number]

const WHERE: Readonly<Record<string, string>> = {
  querystring: 'query parameter',
  params: 'path parameter',
  headers: 'header',
  body: 'member',
}

/** A sentence on the first fault; a schema's description says best what a text must be. */
const sentence = ({ keyword, instancePath, message }: Fault, schema: TSchema, where: string): string => {
  if (instancePath === '') return `The ${where === 'member' ? 'body' : where} ${message}.`
  const path = instancePath.slice(1).split('/')
  const described = path.reduce<unknown>(
    (at, step) => (at as { properties?: Record<string, unknown> } | undefined)?.properties?.[step],
    schema,
  ) as { description?: string; enum?: readonly unknown[] } | undefined
  const name = `The ${where} ${path.join('.')}`
  if (described?.enum !== undefined) return `${name} must be one of ${described.enum.join(', ')}.`
  if (described?.description !== undefined && (keyword === 'pattern' || keyword === 'format'))
    return `${name} must be: ${described.description}`
  return `${name} ${message}.`
}

const problemOf = (faults: readonly Fault[], schema: TSchema, httpPart: string | undefined): Problem => {
  const where = WHERE[httpPart ?? ''] ?? 'value'
  for (const fault of faults) {
    if (fault.keyword === 'additionalProperties') {
      const known = Object.keys((schema as { properties?: object }).properties ?? {})
      const knows = known.length === 0 ? 'takes none' : `knows ${known.join(', ')}`
      return new Problem(
        400,
        'unknown-parameter',
        `Unknown ${where} ${fault.params.additionalProperties.join(', ')}: this route ${knows}.`,
      )
    }
    if (fault.keyword === 'required') {
      return new Problem(
        400,
        'missing-parameter',
        `The ${where} ${fault.params.requiredProperties.join(', ')} is missing.`,
      )
    }
  }
  const [first] = faults
  return new Problem(
    400,
    'invalid-parameter',
    first === undefined ? `A ${where} is wrong.` : sentence(first, schema, where),
  )
}

const holdsNul = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsNul)

/** Checks a part of a request by its TypeBox schema. Texts of query and path become the numbers that the schema asks for; a body is taken as it is. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema)
  return (value) => {
    // No text of the register holds one, and the database takes none.
    if (holdsNul(value)) return { error: new Problem(400, 'invalid-parameter', 'A text holds the character NUL.') }
    if (compiled.Check(value)) return { value }
    const converted = httpPart === 'body' ? value : Value.Convert(schema, value)
    if (compiled.Check(converted)) return { value: converted }
    return { error: problemOf(compiled.Errors(converted), schema, httpPart) }
  }
}
