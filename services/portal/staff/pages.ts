import { addDays } from '@mingjian/codes'
import { hasSession, isToken, SESSION_COOKIE, type Staff, sessionOf } from '@mingjian/http'
import type { Clock } from '@mingjian/kernel'
import type { BoardLine, BoardQuery } from '@mingjian/law'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Failure, failurePage } from '../pages/failure.ts'
import type { Page } from '../pages/frame.ts'
import { parameter, type Query, written } from '../query.ts'
import { AHEAD_DAYS, boardPage } from './board.ts'
import { closedDoor, entrance, noSuchVisit } from './entrance.ts'
import { visitPage } from './visit.ts'
import { type Task, type VisitForStaff, visitList } from './visits.ts'

/** What pages for staff rest on. */
export interface StaffPages {
  /** Without it nobody comes in. */
  readonly staff: Staff | undefined
  readonly board: (query: BoardQuery) => Promise<readonly BoardLine[]>
  /** Visits to be done and done, the most pressing first; of one officer where one is named. */
  readonly tasks: (officer: string | undefined) => Promise<readonly Task[]>
  readonly visit: (task: string) => Promise<VisitForStaff | undefined>
}

const SESSION_SECONDS = 12 * 3600

/** A page of staff, and no other address. */
const within = (to: string | null | undefined): string => (to?.startsWith('/staff/') ? to : '/staff/board')

/** Pages that only staff see: whoever else asks is shown the entrance. */
export const staffPages = (
  app: FastifyInstance,
  send: (reply: FastifyReply, page: Page) => FastifyReply,
  clock: Pick<Clock, 'today'>,
  { staff, board, tasks, visit }: StaffPages,
): void => {
  const enter = (reply: FastifyReply, status: number, to: string, wrong: boolean): FastifyReply =>
    send(reply.code(status), { title: '工作人员入口', body: entrance(to, wrong) })
  const fail = (reply: FastifyReply, status: number, failure: Failure): FastifyReply =>
    send(reply.code(status), { title: failure.title, body: failurePage(failure) })
  const cookie = (request: FastifyRequest, value: string, seconds: number): string =>
    `${SESSION_COOKIE}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${request.protocol === 'https' ? '; Secure' : ''}`

  app.get<{ Querystring: Query }>('/staff', (request, reply) =>
    staff === undefined
      ? fail(reply, 403, closedDoor)
      : hasSession(request, staff)
        ? reply.redirect('/staff/board')
        : enter(reply, 200, within(parameter(request.query, 'to')), false),
  )
  app.post<{ Body: URLSearchParams }>('/staff', (request, reply) => {
    if (staff === undefined) return fail(reply, 403, closedDoor)
    const to = within(request.body.get('to'))
    if (!isToken(request.body.get('token') ?? '', staff)) return enter(reply, 401, to, true)
    return reply.header('set-cookie', cookie(request, sessionOf(staff), SESSION_SECONDS)).redirect(to, 303)
  })
  app.post('/staff/leave', (request, reply) =>
    reply.header('set-cookie', cookie(request, '', 0)).redirect('/staff', 303),
  )

  app.register(async (inside) => {
    inside.addHook('onRequest', async (request, reply) => {
      if (staff === undefined) return fail(reply, 403, closedDoor)
      if (!hasSession(request, staff)) return enter(reply, 401, request.url, false)
    })
    // Nothing of it stays on a computer that others use.
    inside.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
    inside.get<{ Querystring: Query }>('/staff/board', async ({ query }, reply) => {
      const today = clock.today()
      const until = addDays(today, AHEAD_DAYS)
      const wanted = Number(parameter(query, 'from') ?? 0)
      const from = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 0
      const choice = Object.fromEntries((['when', 'who', 'act'] as const).map((name) => [name, parameter(query, name)]))
      const lines = await board({ asOf: today, until })
      return send(reply, {
        title: '时限看板',
        current: '/staff/board',
        body: boardPage(lines, choice, { today, until, from }),
      })
    })
    inside.get<{ Querystring: Query }>('/staff/visits', async ({ query }, reply) => {
      const officer = parameter(query, 'officer')
      const body = visitList(await tasks(officer), officer)
      return send(reply, { title: '检查任务', current: '/staff/visits', body })
    })
    inside.get<{ Params: { task: string } }>('/staff/visits/:task', async (request, reply) => {
      const found = await visit(written(request.params.task))
      if (found === undefined) return fail(reply, 404, noSuchVisit)
      // Where the enterprise's phone finds us: at the address that this page was asked for.
      const link = found.code === null ? undefined : `${request.protocol}://${request.host}/visits/${found.code}`
      const body = visitPage(found, link, clock.today())
      return send(reply, { title: `检查 ${found.name}`, current: '/staff/visits', body })
    })
    inside.get('/staff/offline.js', (_, reply) => reply.sendFile('offline.js', { maxAge: 0 }))
  })
}
