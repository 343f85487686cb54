import type { FastifyReply, FastifyRequest } from 'fastify'
import Type, { type TSchema } from 'typebox'
import { cursorOf, type Page, placeOf } from './cursor.ts'
import { problem } from './problem.ts'

const ITEMS = 20

export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: ITEMS, description: 'Items on a page.' })),
  cursor: Type.Optional(Type.String({ maxLength: 500, description: '`next` of the page before.' })),
}

/** What a route that pages takes beside its own parameters. */
export const pagedQuery = Type.Object(pageQuery, { additionalProperties: false })

export const pageSchema = (item: TSchema, members: Record<string, TSchema> = {}) =>
  Type.Object({
    items: Type.Array(item),
    ...members,
    next: Type.Optional(
      Type.String({
        description: '`cursor` of the next page; absent on the last. The Link header has the whole address.',
      }),
    ),
  })

interface PageQuery {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}
/** Which page a query asks for. */
export const pageAsked = ({ limit = ITEMS, cursor }: PageQuery) => ({ limit, cursor })

const unknownCursor = problem(400, 'unknown-cursor', {
  zh: '游标不属于这个列表：请原样使用上一页的 `next`，条件不变，或者从头开始。',
  en: 'The cursor is none of this list: take `next` of a page as it is, with the same filters, or start without one.',
})

/** Adds the address of the next page (RFC 8288). */
export const paged = <P extends Page<unknown>>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: P | 'unknown-cursor',
): P => {
  if (page === 'unknown-cursor') throw unknownCursor({})
  if (page.next !== undefined) {
    const [path = '', query] = request.url.split('?')
    const next = new URLSearchParams(query)
    next.set('cursor', page.next)
    reply.header('link', `<${path}?${next}>; rel="next"`)
  }
  return page
}

/** A page of a list that is at hand, newest first: counted from its end, so that what is new in front moves nothing. */
export const pageOf = <T>(newestFirst: readonly T[], query: PageQuery): Page<T> => {
  const { limit, cursor } = pageAsked(query)
  const place = cursor === undefined ? ([newestFirst.length] as const) : placeOf(cursor, ['number'])
  if (place === undefined || place[0] < 0) throw unknownCursor({})
  const from = Math.max(0, newestFirst.length - place[0])
  const left = newestFirst.length - from - limit
  return { items: newestFirst.slice(from, from + limit), ...(left > 0 ? { next: cursorOf([left]) } : {}) }
}
