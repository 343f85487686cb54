import { Compile } from 'typebox/compile'

/** An OpenAPI document as far as tests read it. */
export interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}
export interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >
}

/** The schema with its references resolved, and closed: a member that isn't described is a fault. */
const closed = (schema: unknown, { components }: Description): unknown => {
  if (Array.isArray(schema)) return schema.map((one) => closed(one, { components } as Description))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref } = schema as { $ref?: string }
  if ($ref !== undefined) return closed(components.schemas[$ref.split('/').at(-1) ?? ''], { components } as Description)
  const inner = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, closed(value, { components } as Description)]),
  )
  return 'properties' in inner && !('additionalProperties' in inner) ? { ...inner, additionalProperties: false } : inner
}

/** What is wrong with an answer by the description: an empty list for a true one. */
export const faultsOf = (
  description: Description,
  path: string,
  status: number,
  contentType: string,
  body: unknown,
): readonly string[] => {
  const responses = description.paths[path]?.get?.responses ?? {}
  const response = responses[status] ?? responses[`${Math.floor(status / 100)}XX`]
  const schema = response?.content?.[contentType.split(';')[0] ?? '']?.schema
  if (schema === undefined) return [`${path}: no ${status} ${contentType} is described`]
  const check = Compile(closed(schema, description) as object)
  return check
    .Errors(body)
    .map(({ instancePath, message, params }) => `${path}${instancePath} ${message} ${JSON.stringify(params)}`)
}
