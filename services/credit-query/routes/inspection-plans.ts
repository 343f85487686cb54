import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  notModified,
  pageAsked,
  paged,
  pagedQuery,
  pageOf,
  pageSchema,
  problems,
  tagOf,
  unchanged,
} from '@mingjian/http'
import type { ReadModels } from '@mingjian/kernel'
import Type from 'typebox'
import { annualPlan } from '../projections/annual-plan.ts'
import { draw } from '../projections/draw.ts'
import { enterpriseInspections } from '../projections/enterprise-inspections.ts'
import { inspectionResult } from '../projections/inspection-result.ts'
import { publicItem } from '../projections/public-item.ts'
import type { PublicQueries } from '../queries.ts'
import { unknownEnterprise, usccOf, usccPath } from './enterprises.ts'

export interface InspectionPlanOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'position'>
}

/** What random inspections rest on, and how a year of them went. */
export const inspectionPlanRoutes: FastifyPluginAsyncTypebox<InspectionPlanOptions> = async (
  app,
  { queries, reads },
) => {
  const schema = (operationId: string, summary: string, item: string) => ({
    operationId,
    tags: ['inspections'],
    summary,
    querystring: pagedQuery,
    response: { 200: pageSchema(Type.Ref(item)), 304: notModified, ...problems },
  })

  app.get(
    '/inspections/items',
    { schema: schema('inspectionItems', 'The item list 随机抽查事项清单 in force, by number', 'InspectionItem') },
    async (request, reply) => {
      const tag = tagOf('items', publicItem.version, await reads.position(publicItem.name))
      if (unchanged(request, reply, tag)) return reply.send()
      return paged(request, reply, await queries.items(pageAsked(request.query)))
    },
  )

  app.get(
    '/inspections/annual-plans',
    { schema: schema('annualPlans', 'Published plans of a year 年度抽查计划', 'AnnualPlan') },
    async (request, reply) => {
      const tag = tagOf('annual-plans', annualPlan.version, await reads.position(annualPlan.name))
      if (unchanged(request, reply, tag)) return reply.send()
      return paged(request, reply, await queries.annualPlans(pageAsked(request.query)))
    },
  )

  app.get(
    '/inspections/years/:year',
    {
      schema: {
        operationId: 'inspectionYear',
        tags: ['inspections'],
        summary: 'Self-audit of a year: planned and done, coverage, repeats, and how probable each draw is',
        params: Type.Object({ year: Type.Integer({ minimum: 2014, maximum: 2199 }) }),
        querystring: Type.Object({}, { additionalProperties: false }),
        response: { 200: Type.Ref('InspectionYear'), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const models = [draw, annualPlan, inspectionResult, enterpriseInspections]
      const positions = await Promise.all(models.map(({ name }) => reads.position(name)))
      const versions = models.map(({ version }) => version)
      if (unchanged(request, reply, tagOf('year', ...versions, ...positions))) return reply.send()
      return queries.inspectionYear(request.params.year)
    },
  )

  app.get(
    '/enterprises/:uscc/inspections',
    {
      schema: {
        operationId: 'enterpriseInspections',
        tags: ['enterprises'],
        summary: 'Inspections 抽查 for which it was drawn, and what they found, newest first',
        params: usccPath,
        querystring: pagedQuery,
        response: { 200: pageSchema(Type.Ref('Inspection')), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const uscc = usccOf(request.params.uscc)
      const [enterprise, found] = await Promise.all([queries.enterprise(uscc), queries.inspections(uscc)])
      if (enterprise === undefined) throw unknownEnterprise(uscc)
      const tag = tagOf('inspections', enterpriseInspections.version, found?.position ?? 0)
      if (unchanged(request, reply, tag)) return reply.send()
      return paged(request, reply, pageOf((found?.inspections ?? []).toReversed(), request.query))
    },
  )
}
