import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { DatabaseAway, refusal, SearchAway, type Sentence } from '@mingjian/kernel'
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

  constructor(status: number, code: string, text: Sentence, members: Readonly<Record<string, unknown>> = {}) {
    super(text.en)
    this.text = text
    this.status = status
    this.code = code
    this.members = members
  }
}

/** A kind of problem: its sentences with the facts in braces, the same in both. */
export const problem = <const Zh extends string, const En extends string>(
  status: number,
  ...kind: Parameters<typeof refusal<Zh, En>>
): ((facts: Parameters<ReturnType<typeof refusal<Zh, En>>>[0]) => Problem) => {
  const refused = refusal(...kind)
  return (facts) => {
    const { code, text } = refused(facts)
    return new Problem(status, code, text)
  }
}

export const problemSchema = Type.Object(
  {
    type: Type.String({ description: 'Always `about:blank`: `code` tells the kinds apart.' }),
    title: Type.String({ description: 'The status in words.' }),
    status: Type.Integer(),
    detail: Type.String({ description: 'A sentence for a person, Chinese or English by `Accept-Language`.' }),
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

const searchAway = problem(503, 'search-away', {
  zh: '名称查询暂时不可用，请稍后再试；其他查询照常，企业可以按代码查询。',
  en: 'Names can not be searched right now: please try again in a moment; everything else answers, an enterprise by its code too.',
})
const databaseAway = problem(503, 'database-away', {
  zh: '数据库暂时连接不上，请稍后再试；没有得到确认的行为，可以用原来的 Idempotency-Key 重新提交。',
  en: 'The database can not be reached right now: please try again in a moment. An act that was not acknowledged may be sent again under its Idempotency-Key.',
})
const failedHere = problem(500, 'internal', {
  zh: '平台内部出错，不是请求有误：请稍后再试。',
  en: 'Something failed here, not in your request: please try again later.',
})
const noRoute = problem(404, 'unknown-route', {
  zh: '没有 {method} {path}；/openapi.json 列出全部接口。',
  en: 'There is no {method} {path}: /openapi.json lists what there is.',
})

/** Fastify's own refusals of a request, in this API's words. */
const OF_FASTIFY: Readonly<Record<string, readonly [code: string, text: Sentence]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'body-too-large',
    { zh: '请求体超过了这个接口的上限。', en: 'The body is larger than this route takes.' },
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'media-type',
    { zh: '请求体应当是 application/json。', en: 'The body must be application/json.' },
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    'body-missing',
    { zh: '请求体应当是 JSON 对象。', en: 'The body must be a JSON object.' },
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ['body-malformed', { zh: '请求体不是 JSON。', en: 'The body is not JSON.' }],
  FST_ERR_BAD_URL: [
    'address-malformed',
    { zh: '网址不是百分号编码的 UTF-8。', en: 'The address is not percent-encoded UTF-8.' },
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'body-malformed',
    { zh: '请求体的长度与 Content-Length 不符。', en: 'The body is not as long as Content-Length says.' },
  ],
}
const badRequest: Sentence = { zh: '请求有误。', en: 'The request is wrong.' }

const problemFrom = (error: FastifyError): Problem => {
  if (error instanceof SearchAway) return searchAway({})
  if (error instanceof DatabaseAway) return databaseAway({})
  const [code, text] = OF_FASTIFY[error.code] ?? []
  if (code !== undefined && text !== undefined) return new Problem(error.statusCode ?? 400, code, text)
  const { statusCode = 500 } = error
  return statusCode < 500 ? new Problem(statusCode, 'bad-request', badRequest) : failedHere({})
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
  send(request, reply, noRoute({ method: request.method, path: request.url.split('?')[0] ?? '' }))

const headTooLarge = problem(431, 'headers-too-large', {
  zh: '请求头过大：请减少其中的内容。',
  en: 'The head of the request is too large: send less in it.',
})
const tooSlow = problem(408, 'request-timeout', {
  zh: '请求没有按时传完：请重新发送。',
  en: 'The request did not come to its end in time: send it again.',
})
const notHttp = problem(400, 'unreadable-request', {
  zh: '这不是 HTTP 请求：网址中 ASCII 以外的字符应当写成其 UTF-8 的 %XX。',
  en: 'This is no HTTP request: in an address, write every character beyond ASCII as %XX of its UTF-8.',
})
const UNREADABLE: Readonly<Record<string, typeof notHttp>> = {
  HPE_HEADER_OVERFLOW: headTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
}

/** What can't be read as HTTP has no request to answer to: the connection gets the problem itself, in both languages. */
export const unreadableRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const { status, code, text } = (UNREADABLE[error.code ?? ''] ?? notHttp)({})
  const detail = `${text.zh} ${text.en}`
  const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, code })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
