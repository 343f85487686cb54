import { nullable } from '@mingjian/codes'
import { problem, problems, type Staff } from '@mingjian/http'
import type { ReadModels } from '@mingjian/kernel'
import type { FastifyPluginAsync } from 'fastify'
import Type from 'typebox'
import { visit } from '../projections/visit.ts'
import { forStaff, json, none } from './shared.ts'

export interface VisitRouteOptions {
  readonly reads: Pick<ReadModels, 'get' | 'find'>
  readonly staff: Staff | undefined
}

const unknownTask = problem(404, 'unknown-task', {
  zh: '没有编号为{task}的检查任务。',
  en: 'There is no task {task}.',
})

const MOST = 200
const text = Type.String()
const task = Type.Object({ task: text, uscc: text, stage: text }, { additionalProperties: true })

/** Tasks of officers and reviewers. */
export const visitRoutes: FastifyPluginAsync<VisitRouteOptions> = async (app, { reads, staff }) => {
  const shared = { tags: ['inspections'], security: [{ staff: [] }] }

  app.get<{ Querystring: { inspector?: string; stage?: string; uscc?: string; after?: string; limit?: number } }>(
    '/visits',
    {
      preParsing: forStaff(staff),
      schema: {
        ...shared,
        operationId: 'visits',
        summary: 'For staff: tasks of inspection, by id',
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
      preParsing: forStaff(staff),
      schema: {
        ...shared,
        operationId: 'visit',
        summary: 'For staff: a task of inspection with its slip, what was found so far, and its clocks',
        params: Type.Object({ task: Type.String({ maxLength: 200 }) }),
        querystring: none,
        response: { 200: json(task), ...problems },
      },
    },
    async ({ params }) => {
      const found = await reads.get(visit, params.task)
      if (found === undefined) throw unknownTask({ task: params.task })
      return found.document
    },
  )
}
