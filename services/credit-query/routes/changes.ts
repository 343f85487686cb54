import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { notModified, problem, problems, tagOf, unchanged } from '@mingjian/http'
import type { Clock } from '@mingjian/kernel'
import Type from 'typebox'
import { changesAfter, type FeedLog, tailOf, type Wake } from '../changes.ts'
import type { PublicChange } from '../public-change.ts'

export interface ChangesOptions {
  readonly log: FeedLog
  readonly clock: Clock
  readonly wake?: Wake | undefined
  /** Between two signs of life of a live stream. */
  readonly heartbeatMs?: number | undefined
}

const HEARTBEAT_MS = 15_000
const EVENTS = 1000
const LIVE_PAGE = 500

export const changeSchema = Type.Object(
  {
    position: Type.Integer({ description: 'Position in the log: `after` of the next request, `id` in a live stream.' }),
    type: Type.String({ description: 'Name of the event.' }),
    subject: Type.String({ description: 'USCC, or the id of a plan.' }),
    effectiveOn: Type.String({ format: 'date' }),
    recordedAt: Type.String({ format: 'date-time' }),
    authority: Type.String(),
    basis: Type.Array(Type.Ref('Basis')),
    data: Type.Object({}, { additionalProperties: true, description: 'The public members of the event.' }),
  },
  { $id: 'Change', description: 'An event of the log as far as it is public.' },
)

const asEvent = (change: PublicChange): string => `id: ${change.position}\ndata: ${JSON.stringify(change)}\n\n`

const closed = problem(503, 'closing', {
  zh: '平台正在关闭：请稍后重新订阅。',
  en: 'The platform is closing: follow again in a moment.',
})

/** The log as others follow it: a page at a time, or live. */
export const changeRoutes: FastifyPluginAsyncTypebox<ChangesOptions> = async (
  app,
  { log, clock, wake, heartbeatMs = HEARTBEAT_MS },
) => {
  const tail = tailOf(log, wake)
  const following = new Set<AbortController>()
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    for (const one of following) one.abort()
  })

  async function* live(from: number, ended: AbortSignal): AsyncGenerator<string> {
    let position = from
    // Tells a proxy and the caller at once that the stream stands, and from where.
    yield `retry: 2000\nid: ${position}\n\n`
    while (!ended.aborted) {
      const page = await changesAfter({ log, clock }, position, LIVE_PAGE)
      position = page.reached
      if (page.changes.length > 0) yield page.changes.map(asEvent).join('')
      if (page.more) continue
      const heartbeat = AbortSignal.timeout(heartbeatMs)
      try {
        await tail.beyond(position, AbortSignal.any([ended, heartbeat]))
      } catch {
        // The id alone moves a caller's place past what isn't public.
        if (!ended.aborted) yield `: still here\nid: ${position}\n\n`
      }
    }
  }

  app.get(
    '/changes',
    {
      schema: {
        operationId: 'changes',
        tags: ['changes'],
        summary: 'Public events in the order of the log',
        description:
          'One JSON object a line. What a `PublicRecordRecalled` names by its positions is carried no longer: delete it. With `Accept: text/event-stream` a live stream without end: what follows `Last-Event-ID` or `after`, without either what happens from now on.',
        querystring: Type.Object(
          {
            after: Type.Optional(
              Type.Integer({ minimum: 0, description: 'Position of the last event that is known.' }),
            ),
            limit: Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: 10_000,
                default: EVENTS,
                description: 'Events at most; not for a live stream.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        headers: Type.Object({
          'last-event-id': Type.Optional(
            Type.String({ pattern: '^\\d{1,15}$', description: 'the id of the last event received, a whole number' }),
          ),
        }),
        response: {
          200: {
            description: 'Events; the Link header leads to those that follow, while there are more.',
            content: {
              'application/x-ndjson': { schema: Type.Ref('Change') },
              'text/event-stream': { schema: Type.String({ description: '`id`: position, `data`: a Change' }) },
            },
          },
          304: notModified,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { after, limit = EVENTS } = request.query
      if (!(request.headers.accept ?? '').includes('text/event-stream')) {
        const page = await changesAfter({ log, clock }, after ?? 0, limit)
        if (page.more)
          reply.header('link', `<${request.url.split('?')[0]}?after=${page.reached}&limit=${limit}>; rel="next"`)
        // Publicity ends with a day, and a recall leaves something out, so both are part of what the page is.
        const { reached, changes } = page
        if (unchanged(request, reply, tagOf('changes', after ?? 0, limit, reached, changes.length, clock.today())))
          return reply.send()
        return reply
          .type('application/x-ndjson; charset=utf-8')
          .send(changes.map((change) => `${JSON.stringify(change)}\n`).join(''))
      }
      const last = request.headers['last-event-id']
      const from = last === undefined ? (after ?? (await log.head())) : Number(last)
      if (closing) throw closed({})
      const ended = new AbortController()
      following.add(ended)
      reply.raw.once('close', () => {
        following.delete(ended)
        ended.abort()
      })
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(Readable.from(live(from, ended.signal), { objectMode: false, highWaterMark: 1 << 16 }))
    },
  )
}
