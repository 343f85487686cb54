import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  notModified,
  pageAsked,
  paged,
  pagedQuery,
  pageSchema,
  problem,
  problems,
  tagOf,
  unchanged,
} from '@mingjian/http'
import type { ReadModels } from '@mingjian/kernel'
import Type from 'typebox'
import { draw } from '../projections/draw.ts'
import type { PublicQueries } from '../queries.ts'

export interface InspectionOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'position'>
}

const unknownDraw = problem(404, 'unknown-draw', {
  zh: '没有抽取{id}；/v1/inspections/draws 列出全部抽取。',
  en: 'There is no draw {id}; /v1/inspections/draws lists those there are.',
})
const notConducted = problem(404, 'not-conducted', {
  zh: '抽取{id}尚未进行：进行后才有证明文件。',
  en: 'The draw {id} has not been conducted yet: its proof exists when it has.',
})
const proofMissing = problem(404, 'proof-missing', {
  zh: '这里没有保存{id}的证明文件。',
  en: 'The proof file of {id} is not among the files kept here.',
})

export const inspectionRoutes: FastifyPluginAsyncTypebox<InspectionOptions> = async (app, { queries, reads }) => {
  app.get(
    '/inspections/draws',
    {
      schema: {
        operationId: 'draws',
        tags: ['inspections'],
        summary: 'Draws 随机抽取, newest first',
        querystring: pagedQuery,
        response: { 200: pageSchema(Type.Ref('Draw')), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      if (unchanged(request, reply, tagOf('draws', draw.version, await reads.position(draw.name)))) return reply.send()
      return paged(request, reply, await queries.draws(pageAsked(request.query)))
    },
  )

  app.get(
    '/inspections/plans',
    {
      schema: {
        operationId: 'plans',
        tags: ['inspections'],
        summary: 'Plans 抽查计划 whose draw has been committed, newest first',
        querystring: pagedQuery,
        response: { 200: pageSchema(Type.Ref('DrawPlan')), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      if (unchanged(request, reply, tagOf('plans', draw.version, await reads.position(draw.name)))) return reply.send()
      const { items, ...page } = paged(request, reply, await queries.draws(pageAsked(request.query)))
      return { items: items.map(({ plan }) => plan), ...page }
    },
  )

  app.get(
    '/draws/:id/proof',
    {
      schema: {
        operationId: 'proof',
        tags: ['inspections'],
        summary: 'The proof file of a draw: everything that it takes to redo it',
        description: '`mingjian verify` checks it, and so can programs that nobody here wrote.',
        params: Type.Object({ id: Type.String({ description: 'Id of the plan.' }) }),
        querystring: Type.Object({}, { additionalProperties: false }),
        response: {
          200: {
            description: 'The file as it was when the draw was conducted.',
            content: {
              'application/json': {
                schema: Type.Object(
                  { protocol: Type.String({ description: 'mingjian-draw-1' }) },
                  { additionalProperties: true },
                ),
              },
            },
          },
          304: notModified,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const known = await queries.draw(id)
      if (known === undefined) throw unknownDraw({ id })
      if (known.result === null) throw notConducted({ id })
      const proof = await queries.proof(id)
      if (proof === undefined) throw proofMissing({ id })
      // Its place in the public log, and the signatures of witnesses there, come later than the result.
      if (unchanged(request, reply, tagOf(proof.sha256, proof.bytes.length))) return reply.send()
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(id)}-proof.json`)
        .send(Buffer.from(proof.bytes))
    },
  )
}
