import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { DatabaseAway, SearchAway, type Sentence } from '@mingjian/kernel'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { languageOf } from './language.ts'

/** An answer that is an error, as RFC 9457 writes it. `detail` is a sentence that says what to do. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string
  readonly text: Sentence
  readonly members: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, text: Sentence | string, members: Readonly<Record<string, unknown>> = {}) {
    const said = typeof text === 'string' ? { zh: text, en: text } : text
    super(said.en)
    this.text = said
    this.status = status
    this.code = code
    this.members = members
  }
}

export const problemSchema = Type.Object(
  {
    type: Type.String({ description: 'Always `about:blank`: `code` tells the kinds apart.' }),
    title: Type.String({ description: 'The status in words.' }),
    status: Type.Integer(),
    detail: Type.String({ description: 'A sentence for a person.' }),
    code: Type.String({ description: 'For programs; kept for ever.' }),
    instance: Type.String({ description: 'The path that was asked for.' }),
    provision: Type.Optional(Type.String({ description: 'The provision that a refusal rests on.' })),
  },
  { $id: 'Problem', description: 'RFC 9457' },
)

/** For the `response` of every route. */
export const problems = {
  '4xx': {
    description: 'The request can not be answered.',
    content: { 'application/problem+json': { schema: Type.Ref('Problem') } },
  },
  '5xx': {
    description: 'The platform can not answer now.',
    content: { 'application/problem+json': { schema: Type.Ref('Problem') } },
  },
}

const RETRY_AFTER_SECONDS = 5

const send = (request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply => {
  const { status, code, text, members } = problem
  const language = languageOf(request)
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: text[language],
    code,
    instance: request.url,
    ...members,
  }
  // What is away, starting or contended is soon back.
  if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  // As bytes, so that no answer's own schema is applied to it.
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .header('vary', 'accept-language')
    .removeHeader('etag')
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify(body)))
}

const SEARCH_AWAY =
  'Names can not be searched right now: please try again in a moment; everything else answers, an enterprise by its code too.'

const DATABASE_AWAY =
  'The database can not be reached right now: please try again in a moment. An act that was not acknowledged may be sent again under its Idempotency-Key.'

/** Fastify's own refusals of a request, in this API's words. */
const OF_FASTIFY: Readonly<Record<string, readonly [code: string, detail: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'The body is larger than this route takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media-type', 'The body must be application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body-missing', 'The body must be a JSON object.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['body-malformed', 'The body is not JSON.'],
  FST_ERR_BAD_URL: ['address-malformed', 'The address is not percent-encoded UTF-8.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['body-malformed', 'The body is not as long as Content-Length says.'],
}

/** Routes of other services name their refusals as these do; Fastify's own codes are written large. */
const isWord = (code: unknown): code is string => typeof code === 'string' && /^[a-z-]+$/.test(code)

const problemFrom = (error: FastifyError): Problem => {
  if (error instanceof SearchAway) return new Problem(503, 'search-away', SEARCH_AWAY)
  if (error instanceof DatabaseAway) return new Problem(503, 'database-away', DATABASE_AWAY)
  const [code, detail] = OF_FASTIFY[error.code] ?? []
  if (code !== undefined && detail !== undefined) return new Problem(error.statusCode ?? 400, code, detail)
  const { statusCode = 500 } = error
  if (statusCode < 500) return new Problem(statusCode, isWord(error.code) ? error.code : 'bad-request', error.message)
  return new Problem(500, 'internal', 'Something failed here, not in your request: please try again later.')
}

/** Every error of these routes as `application/problem+json`. */
export const answerProblems = (app: FastifyInstance): void => {
  app.addSchema(problemSchema)
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = error instanceof Problem ? error : problemFrom(error)
    if (problem.status === 500) request.log.error(error)
    return send(request, reply, problem)
  })
}

/** For the server's `frameworkErrors`: what fails before a route is found. */
export const malformedRequest = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  send(request, reply, problemFrom(error))
}

/** For `setNotFoundHandler`. */
export const unknownRoute = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  send(
    request,
    reply,
    new Problem(
      404,
      'unknown-route',
      `There is no ${request.method} ${request.url.split('?')[0]}: /openapi.json lists what there is.`,
    ),
  )

const UNREADABLE: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'headers-too-large', 'The head of the request is too large: send less in it.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-timeout', 'The request did not come to its end in time: send it again.'],
}

/** What can't be read as HTTP has no request to answer to: the connection gets the problem itself. */
export const unreadableRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const [status, code, detail] = UNREADABLE[error.code ?? ''] ?? [
    400,
    'unreadable-request',
    'This is no HTTP request: in an address, write every character beyond ASCII as %XX of its UTF-8.',
  ]
  const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, code })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
