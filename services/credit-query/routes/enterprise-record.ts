import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  languageOf,
  notModified,
  paged,
  pagedQuery,
  pageOf,
  pageSchema,
  problems,
  tagOf,
  unchanged,
} from '@mingjian/http'
import type { Clock } from '@mingjian/kernel'
import { penaltyRestorableFrom } from '@mingjian/law'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { type EnterpriseRecord, enterpriseRecord } from '../projections/enterprise-record.ts'
import type { PublicQueries } from '../queries.ts'
import { unknownEnterprise, usccOf, usccPath } from './enterprises.ts'

export interface RecordOptions {
  readonly queries: PublicQueries
  readonly clock: Clock
}

/** The record, or undefined when the caller has it already. */
const recordFor = async (
  request: FastifyRequest<{ Params: { uscc: string } }>,
  reply: FastifyReply,
  { queries, clock }: RecordOptions,
): Promise<EnterpriseRecord | undefined> => {
  const uscc = usccOf(request.params.uscc)
  const record = await queries.record(uscc)
  if (record === undefined) throw unknownEnterprise(uscc)
  // Publicity ends with a day, so the day is part of what is answered.
  return unchanged(request, reply, tagOf(enterpriseRecord.version, record.position, clock.today(), languageOf(request)))
    ? undefined
    : record
}

/** What lies behind the first page of an enterprise; each newest first. */
export const recordRoutes: FastifyPluginAsyncTypebox<RecordOptions> = async (app, options) => {
  const schema = (operationId: string, summary: string, description: string, response: Type.TSchema) => ({
    operationId,
    summary,
    ...(description === '' ? {} : { description }),
    tags: ['enterprises'],
    params: usccPath,
    querystring: pagedQuery,
    response: { 200: response, 304: notModified, ...problems },
  })

  app.get(
    '/enterprises/:uscc/timeline',
    { schema: schema('timeline', 'What happened, when and why', '', pageSchema(Type.Ref('TimelineItem'))) },
    async (request, reply) => {
      const record = await recordFor(request, reply, options)
      if (record === undefined) return reply.send()
      const language = languageOf(request)
      reply.header('content-language', language).header('vary', 'accept-language')
      const newestFirst = record.timeline
        .map((item) => (language === 'en' ? { ...item, ...item.english } : item))
        .toSorted((a, b) => (a.on === b.on ? b.position - a.position : a.on < b.on ? 1 : -1))
      return paged(request, reply, pageOf(newestFirst, request.query))
    },
  )

  app.get(
    '/enterprises/:uscc/annual-reports',
    {
      schema: schema(
        'annualReports',
        'Annual reports as far as they are public, and the years in which the report was missed',
        'A missed year stays in `missed` after a late report.',
        pageSchema(Type.Ref('AnnualReport'), { missed: Type.Array(Type.Ref('MissedReport')) }),
      ),
    },
    async (request, reply) => {
      const record = await recordFor(request, reply, options)
      if (record === undefined) return reply.send()
      return paged(request, reply, { ...pageOf(record.annualReports, request.query), missed: record.missedReports })
    },
  )

  app.get(
    '/enterprises/:uscc/penalties',
    {
      schema: schema(
        'penalties',
        'Penalties during their publicity',
        'Redacted; gone when the publicity has ended.',
        pageSchema(Type.Ref('Penalty')),
      ),
    },
    async (request, reply) => {
      const record = await recordFor(request, reply, options)
      if (record === undefined) return reply.send()
      const today = options.clock.today()
      const penalties = record.penalties
        .toReversed()
        .map((shown) => ({ ...shown, restorableFrom: penaltyRestorableFrom(shown, today) ?? null }))
      return paged(request, reply, pageOf(penalties, request.query))
    },
  )

  app.get(
    '/enterprises/:uscc/lists',
    {
      schema: schema(
        'listHistory',
        'Every entry on a list, those that were removed too',
        '',
        pageSchema(Type.Ref('ListEntry')),
      ),
    },
    async (request, reply) => {
      const record = await recordFor(request, reply, options)
      if (record === undefined) return reply.send()
      return paged(request, reply, pageOf(record.lists.toReversed(), request.query))
    },
  )
}
