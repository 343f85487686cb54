import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { type Clock, DatabaseAway, SearchAway } from '@mingjian/kernel'
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { serveAssets } from './assets.ts'
import type { Answer, AnyPage } from './page.ts'
import { pages } from './pages/index.ts'
import { staffAlone } from './pages/staff/door.ts'
import { type Failure, failed, noSuchPage, searchAway, tooMany, wentWrong } from './parts/failure.ts'
import { frame } from './parts/frame.ts'
import type { Ports } from './ports.ts'
import { selectionsOf } from './selections.ts'

export type { StaffPages } from './ports.ts'

export interface PortalOptions extends Pick<Ports, 'queries' | 'checked' | 'staff'> {
  readonly clock: Pick<Clock, 'today'>
  /** In the head of every page. */
  readonly name?: string
  /** Said above every page: that the register is invented, that something is interrupted. */
  readonly notice?: string
  /** Pages a minute and address; without it as many as are asked for. */
  readonly rateLimit?: number
  /** The script that checks proofs in a page; without it pages offer the command line alone. */
  readonly verifier?: () => Promise<string>
  /** Answers an unknown path when it wasn't a page that was asked for. */
  readonly unknownRoute?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
}

const RETRY_AFTER_SECONDS = 5

/** Nothing from elsewhere, nothing inline: what a hostile name could smuggle in would not run. */
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
}

const asksForPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false

const statusOf = (error: FastifyError): readonly [status: number, failure: Failure] => {
  const { statusCode = 500 } = error
  if (statusCode === 429) return [429, tooMany]
  if (statusCode < 500) return [statusCode, noSuchPage]
  if (error instanceof SearchAway) return [503, searchAway]
  return [error instanceof DatabaseAway ? 503 : 500, wentWrong]
}

/** The pages: rendered here, in full without JavaScript. To be registered without a prefix. */
export const portal = (options: PortalOptions): FastifyPluginAsync => {
  const { queries, clock, checked, staff, unknownRoute, verifier, notice } = options
  const { name = '昆都仑区市场监管信用公示' } = options
  const site = notice === undefined ? { name } : { name, notice }
  const fixed = {
    ...{ queries, name, selectionIn: selectionsOf(queries) },
    ...(checked === undefined ? {} : { checked }),
    ...(staff === undefined ? {} : { staff }),
  }
  const ports = (): Ports => ({ ...fixed, today: clock.today() })

  const send = (reply: FastifyReply, kept: AnyPage['kept'], answer: Answer): FastifyReply => {
    reply.header('cache-control', kept)
    if ('body' in answer)
      return reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(String(frame(site, answer)))
    if (answer.cookie !== undefined) reply.header('set-cookie', answer.cookie)
    return reply.redirect(answer.to, answer.status)
  }

  return async (app) => {
    await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY })
    if (options.rateLimit !== undefined)
      await app.register(rateLimit, {
        max: options.rateLimit,
        timeWindow: '1 minute',
        allowList: ({ url }) => url.startsWith('/assets/'),
      })
    await serveAssets(app, verifier)

    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const [status, failure] = statusOf(error)
      if (status === 500) request.log.error(error)
      if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
      return send(reply, 'no-cache', failed(status, failure))
    })
    app.setNotFoundHandler((request, reply) =>
      unknownRoute !== undefined && !asksForPage(request)
        ? unknownRoute(request, reply)
        : send(reply, 'no-cache', failed(404, noSuchPage)),
    )
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )

    for (const { path, kept, get, post } of pages) {
      const answering = (render: AnyPage['get']) => async (request: FastifyRequest, reply: FastifyReply) => {
        const answer = await render(request, ports())
        return answer === undefined ? reply.callNotFound() : send(reply, kept, answer)
      }
      app.get(path, answering(get))
      for (const [to, render] of Object.entries(post)) app.post(`${path}${to}`, answering(render))
    }
    // Under the address of the pages that it keeps: a service worker answers for no others.
    app.get('/staff/offline.js', (request, reply) => {
      const entered = staffAlone.enter(ports(), request)
      if (entered === undefined) return reply.callNotFound()
      if (!('ports' in entered)) return send(reply, staffAlone.kept, entered)
      return reply.header('cache-control', staffAlone.kept).sendFile('offline.js', { cacheControl: false })
    })
  }
}
