import { avroNameOf, type EventType, type WriterSchema, writerSchemas } from '@mingjian/schemas'

/** The registry holds a schema of this name that is incompatible with the platform's own. */
export class IncompatibleSchema extends Error {}

/** The registry doesn't answer now. */
export class NoRegistry extends Error {}

const TIMEOUT_MS = 10_000
const CONTENT = 'application/vnd.schemaregistry.v1+json'

const ask = async (url: string, method: string, body: unknown): Promise<{ status: number; answer: unknown }> => {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': CONTENT, accept: CONTENT },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    const { cause = error } = error as { cause?: unknown }
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new NoRegistry(
      `The schema registry does not answer (${why}): check that it runs and that SCHEMA_REGISTRY_URL is right.`,
    )
  })
  const text = await response.text()
  try {
    return { status: response.status, answer: JSON.parse(text) }
  } catch {
    return { status: response.status, answer: { message: text.slice(0, 200) } }
  }
}

const reasonIn = (answer: unknown): string => {
  const { message, title, detail } = answer as { message?: string; title?: string; detail?: string }
  return message ?? detail ?? title ?? JSON.stringify(answer)
}

/** Under which id a registry knows a writer's schema. */
export interface RegisteredSchema {
  readonly event: EventType
  /** Fingerprint. */
  readonly schema: number
  readonly id: number
}

/**
 * Registers every schema that ever wrote an event, the one in use last, under the record's full name (RecordNameStrategy: many types share
 * a topic), each name held to BACKWARD compatibility. Repeated, it changes nothing.
 */
export const registerSchemas = async (registryUrl: string): Promise<readonly RegisteredSchema[]> => {
  const registered: RegisteredSchema[] = []
  for (const [event, schemas] of Map.groupBy(writerSchemas, ({ event }) => event))
    registered.push(...(await registerEvent(registryUrl.replace(/\/$/, ''), event, schemas)))
  return registered
}

const registerEvent = async (
  registry: string,
  event: EventType,
  schemas: readonly WriterSchema[],
): Promise<readonly RegisteredSchema[]> => {
  const subject = avroNameOf(event)
  const config = await ask(`${registry}/config/${subject}`, 'PUT', { compatibility: 'BACKWARD' })
  if (config.status >= 300)
    throw new NoRegistry(
      `The schema registry can't hold ${subject} to BACKWARD compatibility: ${reasonIn(config.answer)}`,
    )
  const registered: RegisteredSchema[] = []
  for (const { schema, fingerprint } of schemas) {
    const { status, answer } = await ask(`${registry}/subjects/${subject}/versions`, 'POST', {
      schema: JSON.stringify(schema),
      schemaType: 'AVRO',
    })
    if (status === 409 || status === 422)
      throw new IncompatibleSchema(`The schema registry refuses ${subject}: ${reasonIn(answer)}`)
    const { id } = answer as { id?: unknown }
    if (status !== 200 || typeof id !== 'number')
      throw new NoRegistry(`The schema registry answered ${status} to ${subject}: ${reasonIn(answer)}`)
    registered.push({ event, schema: fingerprint, id })
  }
  return registered
}
