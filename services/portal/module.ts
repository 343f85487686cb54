import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import { normaliseUscc, usccFault } from '@mingjian/codes'
import type { Enterprise, EnterpriseFilters, EnterpriseRecord, PublicQueries } from '@mingjian/credit-query'
import { type Clock, DatabaseAway, SearchAway } from '@mingjian/kernel'
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type CheckedPages, checkedPages } from './checked-pages.ts'
import { drawnPages } from './drawn-pages.ts'
import { fontFaces, isFontFile } from './fonts.ts'
import { abnormalList } from './pages/abnormal-list.ts'
import { about } from './pages/about.ts'
import { drawPage } from './pages/draw.ts'
import { drawList } from './pages/draws.ts'
import { english } from './pages/english.ts'
import { enterprisePage } from './pages/enterprise/page.ts'
import {
  type Failure,
  failurePage,
  noSuchDraw,
  noSuchEnterprise,
  noSuchPage,
  searchAway,
  staleLink,
  tooMany,
  wentWrong,
} from './pages/failure.ts'
import { frame, type Page } from './pages/frame.ts'
import { home } from './pages/home.ts'
import { inspectionItems } from './pages/inspection-items.ts'
import { inspectionResultsPage } from './pages/inspection-results.ts'
import { inspectionYearPage } from './pages/inspection-year.ts'
import { legalSettingsPage } from './pages/legal-settings.ts'
import { results } from './pages/results.ts'
import { seriousList } from './pages/serious-list.ts'
import { parameter, type Query, written } from './query.ts'
import { type StaffPages, staffPages } from './staff/pages.ts'

export type { StaffPages } from './staff/pages.ts'

export interface PortalOptions {
  readonly queries: PublicQueries
  readonly clock: Pick<Clock, 'today'>
  /** In the head of every page. */
  readonly name?: string
  /** Said above every page: that the register is invented, that something is interrupted. */
  readonly notice?: string
  /** Pages a minute and address; without it as many as are asked for. */
  readonly rateLimit?: number
  /** The script that checks proofs in a page; without it pages offer the command line alone. */
  readonly verifier?: () => Promise<string>
  /** Without it there are no pages for enterprises that are checked. */
  readonly checked?: CheckedPages
  /** Without it there are no pages for staff. */
  readonly staff?: StaffPages
  /** Answers an unknown path when it wasn't a page that was asked for. */
  readonly unknownRoute?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
}

const FILTERS = ['state', 'list', 'district', 'industry', 'type'] as const
const RESULTS = 20
const RETRY_AFTER_SECONDS = 5
const LISTED = 50
const DRAWS = 20
const filtersIn = (query: Query): EnterpriseFilters =>
  Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = parameter(query, name)
      return value === undefined ? [] : [[name, value]]
    }),
  )

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

/** The file of an enterprise whose registration alone has been folded so far. */
const nothingYet = ({ uscc, state, typeCode, position }: Enterprise): EnterpriseRecord => ({
  ...{ uscc, state, typeCode, position },
  ...{ annualReports: [], missedReports: [], penalties: [], lists: [], timeline: [] },
})

/** What checks a proof may compute and nothing else: no address is open to it, so what it reads stays in the page. */
const ALONE = "default-src 'none'; script-src 'wasm-unsafe-eval'"

const asksForPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false

/** The public pages: rendered here, in full without JavaScript. To be registered without a prefix. */
export const portal = (options: PortalOptions): FastifyPluginAsync => {
  const { queries, clock, unknownRoute } = options
  const { name = '昆都仑区市场监管信用公示', notice } = options
  const site = notice === undefined ? { name } : { name, notice }
  const drawn = drawnPages(queries)

  const send = (reply: FastifyReply, page: Page): FastifyReply =>
    // Never kept without asking: a removal must not show late.
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(String(frame(site, page)))
  const fail = (reply: FastifyReply, status: number, failure: Failure): FastifyReply =>
    send(reply.code(status), { title: failure.title, body: failurePage(failure) })

  return async (app) => {
    await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY })
    if (options.rateLimit !== undefined)
      await app.register(rateLimit, {
        max: options.rateLimit,
        timeWindow: '1 minute',
        allowList: ({ url }) => url.startsWith('/assets/'),
      })
    await app.register(staticFiles, {
      root: fileURLToPath(new URL('static', import.meta.url)),
      prefix: '/assets/',
      maxAge: '10m',
    })
    const latin = import.meta.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2')
    await app.register(staticFiles, {
      root: dirname(fileURLToPath(latin)),
      prefix: '/assets/fonts/',
      decorateReply: false,
      allowedPath: isFontFile,
      maxAge: '365d',
      immutable: true,
    })
    const { verifier } = options
    if (verifier !== undefined)
      app.get('/assets/verify.js', async (_, reply) =>
        reply
          .header('cache-control', 'public, max-age=600')
          .header('content-security-policy', ALONE)
          .type('text/javascript; charset=utf-8')
          .send(await verifier()),
      )
    const faces = fontFaces('/assets/fonts/')
    app.get('/assets/fonts.css', (_, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('text/css; charset=utf-8').send(faces),
    )

    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const { statusCode = 500 } = error
      if (statusCode === 429) return fail(reply, 429, tooMany)
      if (statusCode < 500) return fail(reply, statusCode, noSuchPage)
      if (error instanceof SearchAway) return fail(reply.header('retry-after', RETRY_AFTER_SECONDS), 503, searchAway)
      if (error instanceof DatabaseAway) return fail(reply.header('retry-after', RETRY_AFTER_SECONDS), 503, wentWrong)
      request.log.error(error)
      return fail(reply, 500, wentWrong)
    })
    app.setNotFoundHandler((request, reply) =>
      unknownRoute !== undefined && !asksForPage(request) ? unknownRoute(request, reply) : fail(reply, 404, noSuchPage),
    )

    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    if (options.staff !== undefined) staffPages(app, send, clock, options.staff)
    if (options.checked !== undefined) checkedPages(app, send, options, options.checked)

    app.get<{ Querystring: Query }>('/', async ({ query }, reply) => {
      const q = parameter(query, 'q') ?? ''
      const filters = filtersIn(query)
      if (q === '' && Object.keys(filters).length === 0) {
        const [statistics, draws] = await Promise.all([queries.statistics(), queries.draws({ limit: 1 })])
        const newest = draws === 'unknown-cursor' ? undefined : draws.items[0]
        return send(reply, { title: name, current: '/', body: home(statistics, newest, clock.today()) })
      }
      const code = normaliseUscc(q)
      if (usccFault(code) === undefined && (await queries.enterprise(code)) !== undefined)
        return reply.redirect(`/enterprises/${code}`)
      const cursor = parameter(query, 'cursor')
      const search = { ...(q === '' ? {} : { q }), filters, cursor, limit: RESULTS }
      const [page, counts] = await Promise.all([queries.search(search), queries.counts(search)])
      if (page === 'unknown-cursor') return fail(reply, 400, staleLink)
      return send(reply, {
        title: q === '' ? '筛选' : `查“${q}”`,
        current: '/',
        body: results({ q, filters, cursor, counts }, page),
      })
    })

    app.get<{ Params: { uscc: string } }>('/enterprises/:uscc', async ({ params, protocol, host }, reply) => {
      const uscc = written(params.uscc)
      const [enterprise, record, inspected] = await Promise.all([
        queries.enterprise(uscc),
        queries.record(uscc),
        queries.inspections(uscc),
      ])
      if (enterprise === undefined) return fail(reply, 404, noSuchEnterprise(uscc))
      const link = `${protocol}://${host}/enterprises/${enterprise.uscc}`
      const body = enterprisePage(enterprise, record ?? nothingYet(enterprise), inspected, clock.today(), link)
      return send(reply, { title: enterprise.name, body })
    })

    const lists = [
      ['abnormal', '经营异常名录', abnormalList],
      ['serious', '严重违法失信名单', seriousList],
    ] as const
    for (const [list, title, pageOf] of lists)
      app.get<{ Querystring: Query }>(`/lists/${list}`, async ({ query }, reply) => {
        const cursor = parameter(query, 'cursor')
        const [page, statistics] = await Promise.all([
          queries.list(list, { limit: LISTED, cursor }),
          queries.statistics(),
        ])
        if (page === 'unknown-cursor') return fail(reply, 400, staleLink)
        const body = pageOf(page, statistics, clock.today(), cursor === undefined)
        return send(reply, { title, current: `/lists/${list}`, body })
      })

    app.get<{ Querystring: Query }>('/draws', async ({ query }, reply) => {
      const cursor = parameter(query, 'cursor')
      const [page, years] = await Promise.all([queries.draws({ limit: DRAWS, cursor }), queries.inspectionYears()])
      if (page === 'unknown-cursor') return fail(reply, 400, staleLink)
      return send(reply, { title: '双随机抽查', current: '/draws', body: drawList(page, cursor === undefined, years) })
    })

    app.get<{ Params: { id: string }; Querystring: Query }>('/draws/:id', async ({ params, query }, reply) => {
      const draw = await queries.draw(written(params.id))
      if (draw === undefined) return fail(reply, 404, noSuchDraw)
      const page = await drawn(draw, Number(parameter(query, 'from') ?? 0))
      return send(reply, { title: draw.plan.name ?? draw.id, current: '/draws', body: drawPage(draw, page) })
    })

    app.get<{ Querystring: Query }>('/inspections/results', async ({ query }, reply) => {
      const cursor = parameter(query, 'cursor')
      const filters = Object.fromEntries(
        (['result', 'plan', 'uscc'] as const).map((one) => [one, parameter(query, one)]),
      )
      const page = await queries.results(filters, { limit: LISTED, cursor })
      if (page === 'unknown-cursor') return fail(reply, 400, staleLink)
      const body = inspectionResultsPage(page, filters, cursor, clock.today())
      return send(reply, { title: '抽查结果', current: '/draws', body })
    })

    app.get<{ Params: { year: string } }>('/inspections/:year', async ({ params }, reply) => {
      const [year, years] = [Number(params.year), await queries.inspectionYears()]
      if (!years.includes(year)) return fail(reply, 404, noSuchPage)
      const body = inspectionYearPage(await queries.inspectionYear(year), years)
      return send(reply, { title: `${year} 年度双随机抽查`, current: '/draws', body })
    })

    app.get<{ Querystring: Query }>('/inspection-items', async ({ query }, reply) => {
      const cursor = parameter(query, 'cursor')
      const page = await queries.items({ limit: LISTED, cursor })
      if (page === 'unknown-cursor') return fail(reply, 400, staleLink)
      const body = inspectionItems(page, cursor === undefined)
      return send(reply, { title: '随机抽查事项清单', current: '/draws', body })
    })

    app.get('/law/settings', async (_, reply) => {
      const { authority, items } = await queries.settings()
      const body = legalSettingsPage(authority, items)
      return send(reply, { title: '设定事项', current: '/about', body })
    })

    app.get('/en', async (_, reply) => send(reply, { title: 'In English', body: english(name), language: 'en' }))

    app.get('/about', async (_, reply) => send(reply, { title: '关于', current: '/about', body: about(name) }))
  }
}
