import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { notModified, Problem, problems, tagOf, unchanged } from '@mingjian/http'
import type { Sentence } from '@mingjian/kernel'
import Type from 'typebox'
import type { PublicQueries } from '../queries.ts'

const none = Type.Object({}, { additionalProperties: false })

export const statisticsRoutes: FastifyPluginAsyncTypebox<{ readonly queries: PublicQueries }> = async (
  app,
  { queries },
) => {
  app.get(
    '/statistics',
    {
      schema: {
        operationId: 'statistics',
        tags: ['statistics'],
        summary: 'The register in numbers',
        querystring: none,
        response: { 200: Type.Ref('Statistics'), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const statistics = await queries.statistics()
      const { enterprises, lists, draw, position } = statistics
      if (unchanged(request, reply, tagOf(position, enterprises.total, ...Object.values(lists), draw?.selected ?? '')))
        return reply.send()
      return statistics
    },
  )
}

export interface HealthOptions {
  /** Why the platform can't answer yet; undefined when it can. */
  readonly ready: () => Promise<Sentence | undefined>
  /** What is behind the log: answers are given all the same, and are as old as that. */
  readonly lagging?: (() => Promise<readonly { consumer: string; events: number; seconds: number }[]>) | undefined
}

const lagging = Type.Array(Type.Object({ consumer: Type.String(), events: Type.Integer(), seconds: Type.Integer() }), {
  description: 'Read models, automatic actors and topics that are behind what has been recorded.',
})

export const healthRoutes: FastifyPluginAsyncTypebox<HealthOptions> = async (app, options) => {
  const status = (word: string) => Type.Enum([word])
  // Health is asked for often, and gets no data.
  const config = { rateLimit: false } as const
  app.get(
    '/live',
    {
      config,
      schema: {
        operationId: 'live',
        tags: ['service'],
        summary: 'Whether the process runs',
        querystring: none,
        response: { 200: Type.Object({ status: status('live') }), ...problems },
      },
    },
    async (_, reply) => {
      reply.header('cache-control', 'no-store')
      return { status: 'live' }
    },
  )
  app.get(
    '/ready',
    {
      config,
      schema: {
        operationId: 'ready',
        tags: ['service'],
        summary: 'Whether it can answer, and what lags',
        querystring: none,
        response: { 200: Type.Object({ status: status('ready'), lagging }), ...problems },
      },
    },
    async (_, reply) => {
      const reason = await options.ready()
      if (reason !== undefined) throw new Problem(503, 'not-ready', reason)
      reply.header('cache-control', 'no-store')
      return { status: 'ready', lagging: [...((await options.lagging?.()) ?? [])] }
    },
  )
}
