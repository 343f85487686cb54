import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { notModified, pageAsked, paged, pagedQuery, pageSchema, problems, tagOf, unchanged } from '@mingjian/http'
import type { ReadModels } from '@mingjian/kernel'
import Type from 'typebox'
import { creditList } from '../projections/credit-list.ts'
import { enterprise } from '../projections/enterprise.ts'
import type { PublicQueries } from '../queries.ts'

export interface ListOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'position'>
}

export const listRoutes: FastifyPluginAsyncTypebox<ListOptions> = async (app, { queries, reads }) => {
  app.get(
    '/lists/:list',
    {
      schema: {
        operationId: 'list',
        tags: ['lists'],
        summary: 'Who is on a list today and why, by code',
        description: '`abnormal` carries the marks of sole traders too, told apart by `list`.',
        params: Type.Object({ list: Type.Enum(['abnormal', 'serious']) }),
        querystring: pagedQuery,
        response: { 200: pageSchema(Type.Ref('ListedEnterprise')), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const { list } = request.params
      const positions = await Promise.all([reads.position(creditList.name), reads.position(enterprise.name)])
      if (unchanged(request, reply, tagOf(list, creditList.version, ...positions))) return reply.send()
      return paged(request, reply, await queries.list(list, pageAsked(request.query)))
    },
  )
}
