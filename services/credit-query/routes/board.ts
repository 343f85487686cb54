import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addDays, nullable } from '@mingjian/codes'
import { authorise, problems, type Staff } from '@mingjian/http'
import type { Clock } from '@mingjian/kernel'
import { type BoardReads, boardOf, type ClockModel, clocksIn } from '@mingjian/law'
import Type from 'typebox'

export interface BoardOptions {
  readonly reads: BoardReads
  readonly clock: Clock
  readonly clockModels: readonly ClockModel[]
  readonly staff?: Staff | undefined
}

const AHEAD_DAYS = 30
const MOST = 1000

const day = Type.String({ format: 'date' })
export const boardLine = Type.Object(
  {
    by: day,
    overdue: Type.Boolean(),
    subject: Type.String({ description: 'A code, or the id of a case; empty where very many share the clock.' }),
    uscc: nullable(Type.String({ description: 'The enterprise that it is about.' })),
    what: Type.String(),
    who: Type.String({ description: 'An authority, or an enterprise by its code.' }),
    basis: Type.String(),
    count: Type.Integer({ description: 'Of how many subjects it is the clock: 1 but where very many share it.' }),
  },
  { $id: 'BoardLine', description: '时限看板: who must do what by which day.' },
)

/** For staff: the running clocks of all acts, the most pressing first. */
export const boardRoutes: FastifyPluginAsyncTypebox<BoardOptions> = async (
  app,
  { reads, clock, clockModels, staff },
) => {
  app.get(
    '/board',
    {
      preParsing: async (request, reply) => {
        reply.header('cache-control', 'no-store')
        authorise(request, staff)
      },
      schema: {
        operationId: 'board',
        tags: ['commands'],
        summary: 'Who must do what by which day, and what is overdue 时限看板',
        security: [{ staff: [] }],
        querystring: Type.Object(
          {
            asOf: Type.Optional(day),
            until: Type.Optional(day),
            who: Type.Optional(Type.String({ maxLength: 100 })),
            overdue: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            items: Type.Array(Type.Ref('BoardLine'), { description: `The first ${MOST}.` }),
            total: Type.Integer(),
            overdue: Type.Integer(),
          }),
          ...problems,
        },
      },
    },
    async ({ query }) => {
      const { asOf = clock.today(), until = addDays(asOf, AHEAD_DAYS), who, overdue } = query
      const lines = await boardOf(reads, clockModels, { asOf, until, who, overdue })
      return {
        items: lines.slice(0, MOST),
        total: clocksIn(lines),
        overdue: clocksIn(lines.filter((line) => line.overdue)),
      }
    },
  )
}
