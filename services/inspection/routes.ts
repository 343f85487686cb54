import { fileMember, nullable } from '@mingjian/codes'
import type { Attachments, Clock, ReadModels, Refusal } from '@mingjian/kernel'
import { digestHex } from '@mingjian/proofs'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { rating } from './projections/rating.ts'
import { visit } from './projections/visit.ts'
import { ASPECTS, RELEASE_FROM } from './ratings/decider.ts'
import { type RatingPorts, rate } from './ratings/rate.ts'
import { slipsOf } from './slips.ts'

export interface VisitRouteOptions extends RatingPorts {
  readonly reads: Pick<ReadModels, 'get' | 'find'>
  readonly attachments: Attachments
  readonly clock: Clock
  /** For whom an entry by scan is recorded. */
  readonly authority: string
  readonly problems: Readonly<Record<string, unknown>>
  /** Throws for who isn't staff. */
  readonly authorise: (request: Pick<FastifyRequest, 'headers'>) => void
  readonly refusal: (refusal: Refusal) => Error
}

const missing = (code: string, message: string): Error => Object.assign(new Error(message), { statusCode: 404, code })

const MOST = 200
const none = Type.Object({}, { additionalProperties: false })
const text = Type.String()
const day = Type.String({ format: 'date' })
const json = (schema: Type.TSchema) => ({ description: 'OK', content: { 'application/json': { schema } } })
/** Of one file of evidence. */
const FILE_BYTES = 20 * 1024 * 1024
const filePath = Type.Object({
  sha256: fileMember('SHA-256 of the file, hex'),
})
const codePath = Type.Object({
  code: Type.String({ pattern: '^[0-9a-f]{32}$', description: 'The code of the slip, as its QR code has it.' }),
})

const slipItem = Type.Object({
  ...{ itemNo: text, name: text, legalBasis: Type.Array(text), content: text, method: text },
  ...{ departments: Type.Array(text), checklist: Type.Array(text), noticeBeforehand: Type.Boolean() },
})
const slipAnswer = Type.Object({
  ...{ slipNo: text, authority: text, uscc: text, planName: text, from: day, to: day, issuedOn: day },
  stage: Type.String({ description: 'issued, completed, passed, publicised or cancelled.' }),
  cancelled: nullable(text),
  items: Type.Array(slipItem),
  officers: Type.Array(Type.Object({ department: text, certificateNo: text, validUntil: day }), {
    description: 'As their certificates say, which they show.',
  }),
  onSite: Type.Boolean({ description: 'Officers come to the enterprise.' }),
  enteredAt: nullable(Type.String({ description: 'RFC 3339 UTC.' })),
  scanned: Type.Boolean({ description: '扫码入企: the enterprise has scanned the slip.' }),
})

const score = Type.Integer({ minimum: 1, maximum: 5 })
const ratingBody = Type.Object(
  {
    code: Type.String({ pattern: '^[0-9a-f]{32}$', description: 'a one-time code, 32 hexadecimal digits' }),
    scores: Type.Array(score, {
      ...{ minItems: ASPECTS.length, maxItems: ASPECTS.length },
      description: `${ASPECTS.join('、')}: 1 to 5 each`,
    }),
  },
  { additionalProperties: false },
)
const ratingsAnswer = Type.Object({
  aspects: Type.Array(text),
  releasedFrom: Type.Integer({ description: 'So many are released together at the least.' }),
  items: Type.Array(
    Type.Object({
      authority: text,
      month: Type.String({ description: 'Of the release, YYYY-MM.' }),
      count: Type.Integer(),
      averages: Type.Array(Type.Number(), { description: 'Aspect by aspect.' }),
    }),
  ),
})

const task = Type.Object({ task: text, uscc: text, stage: text }, { additionalProperties: true })

/** Tasks of officers and reviewers, and what the enterprise sees of one by the code of its slip. To be registered under /v1. */
export const visitRoutes: FastifyPluginAsync<VisitRouteOptions> = async (app, options) => {
  const { reads, attachments, authority, problems, authorise, refusal } = options
  const tags = ['inspections']

  const slips = slipsOf(options)
  const noSlip = (): Error => missing('unknown-code', 'There is no task slip of this code.')

  app.get<{ Querystring: { inspector?: string; stage?: string; uscc?: string; after?: string; limit?: number } }>(
    '/visits',
    {
      preParsing: async (request, reply) => {
        reply.header('cache-control', 'no-store')
        authorise(request)
      },
      schema: {
        operationId: 'visits',
        tags,
        summary: 'For staff: tasks of inspection, by id',
        security: [{ staff: [] }],
        querystring: Type.Object(
          {
            inspector: Type.Optional(Type.String({ maxLength: 100, description: 'Of whom they are the tasks.' })),
            stage: Type.Optional(
              Type.Enum(['assigned', 'issued', 'completed', 'passed', 'publicised', 'cancelled'], {
                description: 'How far they have come.',
              }),
            ),
            uscc: Type.Optional(Type.String({ maxLength: 18 })),
            after: Type.Optional(Type.String({ maxLength: 200, description: 'The last task of the page before.' })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: 50 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: json(Type.Object({ items: Type.Array(task), next: nullable(text) })), ...problems },
      },
    },
    async ({ query }) => {
      const { inspector, stage, uscc, after, limit = 50 } = query
      const found = await reads.find(visit, {
        where: [
          ...(inspector === undefined ? [] : [{ column: 'inspectors', is: 'contains' as const, value: inspector }]),
          ...(stage === undefined ? [] : [{ column: 'stage', is: '=' as const, value: stage }]),
          ...(uscc === undefined ? [] : [{ column: 'uscc', is: '=' as const, value: uscc }]),
        ],
        limit: limit + 1,
        ...(after === undefined ? {} : { after: [after] }),
      })
      const items = found.slice(0, limit).map(({ document }) => document)
      return { items, next: found.length > limit ? (items.at(-1)?.task ?? null) : null }
    },
  )

  app.get<{ Params: { readonly task: string } }>(
    '/visits/:task',
    {
      preParsing: async (request, reply) => {
        reply.header('cache-control', 'no-store')
        authorise(request)
      },
      schema: {
        operationId: 'visit',
        tags,
        summary: 'For staff: a task of inspection with its slip, what was found so far, and its clocks',
        security: [{ staff: [] }],
        params: Type.Object({ task: Type.String({ maxLength: 200 }) }),
        querystring: none,
        response: { 200: json(task), ...problems },
      },
    },
    async ({ params }) => {
      const found = await reads.get(visit, params.task)
      if (found === undefined) throw missing('unknown-task', `There is no task ${params.task}.`)
      return found.document
    },
  )

  // Files of evidence come as they are: the act that names them carries their hash.
  await app.register(async (files) => {
    files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FILE_BYTES }, (_, body, done) => done(null, body))
    files.put<{ Params: { readonly sha256: string }; Body: Buffer }>(
      '/evidence/:sha256',
      {
        bodyLimit: FILE_BYTES,
        preParsing: async (request) => authorise(request),
        schema: {
          operationId: 'putEvidence',
          tags,
          summary: 'For staff: keeps a file of evidence under its hash, before or after the act that names it',
          security: [{ staff: [] }],
          params: filePath,
          querystring: none,
          response: { 200: json(Type.Object({ sha256: text, bytes: Type.Integer() })), ...problems },
        },
      },
      async ({ params: { sha256 }, body }, reply) => {
        reply.header('cache-control', 'no-store')
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
        if (bytes.length === 0 || digestHex('sha-256', bytes) !== sha256)
          throw Object.assign(new Error('The file does not hash to its name: send it again.'), {
            statusCode: 400,
            code: 'hash-mismatch',
          })
        await attachments.put(bytes)
        return { sha256, bytes: bytes.length }
      },
    )
    files.get<{ Params: { readonly sha256: string } }>(
      '/evidence/:sha256',
      {
        preParsing: async (request, reply) => {
          reply.header('cache-control', 'no-store')
          authorise(request)
        },
        schema: {
          operationId: 'evidence',
          tags,
          summary: 'For staff: a file of evidence',
          security: [{ staff: [] }],
          params: filePath,
          querystring: none,
          response: {
            200: {
              description: 'The bytes.',
              content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
            },
            ...problems,
          },
        },
      },
      async ({ params }, reply) => {
        const bytes = await attachments.get(params.sha256)
        if (bytes === undefined) throw missing('unknown-file', 'No such file is kept here.')
        return reply.type('application/octet-stream').send(bytes)
      },
    )
  })

  app.get<{ Params: { readonly code: string } }>(
    '/slips/:code',
    {
      schema: {
        operationId: 'slip',
        tags,
        summary: 'A task slip 任务单, to whoever has its code: who checks what and on which basis',
        params: codePath,
        querystring: none,
        response: { 200: json(slipAnswer), ...problems },
      },
    },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store')
      const found = await slips.slip(params.code)
      if (found === undefined) throw noSlip()
      return found
    },
  )

  app.post<{ Params: { readonly code: string } }>(
    '/slips/:code/entry',
    {
      schema: {
        operationId: 'scanEntry',
        tags,
        summary: '扫码入企: the enterprise confirms that the officers are there',
        description: 'Takes no body. Scanned again, it is so already.',
        params: codePath,
        querystring: none,
        response: { 200: json(slipAnswer), ...problems },
      },
    },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store')
      const found = await slips.scan(params.code)
      if (found === undefined) throw noSlip()
      if ('code' in found) throw refusal(found)
      return found
    },
  )

  app.post<{ Body: { readonly code: string; readonly scores: readonly number[] } }>(
    '/ratings',
    {
      schema: {
        operationId: 'rate',
        tags,
        summary: 'Rates a check 检查评价 by a one-time code, which belongs to no check',
        description:
          'Waits until enough ratings can be released together; until then the same code may be given again.',
        querystring: none,
        body: ratingBody,
        response: { 200: json(Type.Object({ received: Type.Boolean() })), ...problems },
      },
    },
    async ({ body }, reply) => {
      reply.header('cache-control', 'no-store')
      const refused = await rate(options, authority, body.code, body.scores)
      if (refused !== undefined) throw refusal(refused)
      return { received: true }
    },
  )

  app.get(
    '/inspections/ratings',
    {
      schema: {
        operationId: 'ratings',
        tags,
        summary: 'What enterprises think of checks, by authority and month',
        querystring: none,
        response: { 200: json(ratingsAnswer), ...problems },
      },
    },
    async (_, reply) => {
      reply.header('cache-control', 'no-cache')
      const found = await reads.find(rating, { limit: MOST })
      const items = found.flatMap(({ document: { authority: of, months } }) =>
        months
          .toSorted((a, b) => (a.month < b.month ? 1 : -1))
          .map(({ month, count, sums }) => ({ authority: of, month, count, averages: sums.map((sum) => sum / count) })),
      )
      return { aspects: [...ASPECTS], releasedFrom: RELEASE_FROM, items }
    },
  )
}
