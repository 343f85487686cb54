import { problems, refusalProblem } from '@mingjian/http'
import type { ReadModels } from '@mingjian/kernel'
import type { FastifyPluginAsync } from 'fastify'
import Type from 'typebox'
import { rating } from '../projections/rating.ts'
import { ASPECTS, RELEASE_FROM } from '../ratings/decider.ts'
import { type RatingPorts, rate } from '../ratings/rate.ts'
import { json, keepNothing, none } from './shared.ts'

export interface RatingRouteOptions extends RatingPorts {
  readonly reads: Pick<ReadModels, 'find'>
  /** Whose codes they are. */
  readonly authority: string
}

const MOST = 200
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
  aspects: Type.Array(Type.String()),
  releasedFrom: Type.Integer({ description: 'So many are released together at the least.' }),
  items: Type.Array(
    Type.Object({
      authority: Type.String(),
      month: Type.String({ description: 'Of the release, YYYY-MM.' }),
      count: Type.Integer(),
      averages: Type.Array(Type.Number(), { description: 'Aspect by aspect.' }),
    }),
  ),
})

/** What enterprises think of checks. */
export const ratingRoutes: FastifyPluginAsync<RatingRouteOptions> = async (app, options) => {
  const shared = { tags: ['inspections'], querystring: none }

  app.post<{ Body: { readonly code: string; readonly scores: readonly number[] } }>(
    '/ratings',
    {
      schema: {
        ...shared,
        operationId: 'rate',
        summary: 'Rates a check 检查评价 by a one-time code, which belongs to no check',
        description:
          'Waits until enough ratings can be released together; until then the same code may be given again.',
        body: ratingBody,
        response: { 200: json(Type.Object({ received: Type.Boolean() })), ...problems },
      },
    },
    async ({ body }, reply) => {
      keepNothing(reply)
      const refusal = await rate(options, options.authority, body.code, body.scores)
      if (refusal !== undefined) throw refusalProblem(refusal)
      return { received: true }
    },
  )

  app.get(
    '/inspections/ratings',
    {
      schema: {
        ...shared,
        operationId: 'ratings',
        summary: 'What enterprises think of checks, by authority and month',
        response: { 200: json(ratingsAnswer), ...problems },
      },
    },
    async (_, reply) => {
      reply.header('cache-control', 'no-cache')
      const found = await options.reads.find(rating, { limit: MOST })
      const items = found.flatMap(({ document: { authority, months } }) =>
        months
          .toSorted((a, b) => (a.month < b.month ? 1 : -1))
          .map(({ month, count, sums }) => ({ authority, month, count, averages: sums.map((sum) => sum / count) })),
      )
      return { aspects: [...ASPECTS], releasedFrom: RELEASE_FROM, items }
    },
  )
}
