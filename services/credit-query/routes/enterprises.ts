import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { normaliseUscc, type Uscc, usccFault } from '@mingjian/codes'
import {
  notModified,
  type Problem,
  pageAsked,
  paged,
  pageQuery,
  pageSchema,
  problem,
  problems,
  tagOf,
  unchanged,
} from '@mingjian/http'
import type { Clock, ReadModels } from '@mingjian/kernel'
import Type from 'typebox'
import { enterprise } from '../projections/enterprise.ts'
import { REGISTRATION_STATES } from '../projections/registration-state.ts'
import { searchedEnterprise } from '../projections/searched-enterprise.ts'
import type { PublicQueries } from '../queries.ts'

export interface EnterpriseOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'position'>
  readonly clock: Clock
}

export const usccPath = Type.Object({
  uscc: Type.String({
    description: '统一社会信用代码, 18 characters; full width, blanks and lower case are understood',
  }),
})

const FAULTS = {
  'uscc-length': problem(400, 'uscc-length', {
    zh: '统一社会信用代码应当是18位：{uscc}。',
    en: 'A unified social credit code has 18 characters: {uscc}',
  }),
  'uscc-alphabet': problem(400, 'uscc-alphabet', {
    zh: '统一社会信用代码由数字和大写字母组成，没有 I、O、S、V、Z：{uscc}。',
    en: 'A unified social credit code has digits and capital letters, but no I, O, S, V or Z: {uscc}',
  }),
  'uscc-check': problem(400, 'uscc-check', {
    zh: '校验码不符，有字符写错：{uscc}。',
    en: 'The check character does not fit: a character was mistaken: {uscc}',
  }),
}

/** The code as the standard writes it. A doubt about its inner check is none here: registers hold such codes. */
export const usccOf = (written: string): Uscc => {
  const uscc = normaliseUscc(written)
  const fault = usccFault(uscc)
  if (fault !== undefined && fault !== 'uscc-subject') throw FAULTS[fault]({ uscc: uscc.slice(0, 40) })
  return uscc
}

const notRegisteredHere = problem(404, 'unknown-enterprise', {
  zh: '这里没有登记代码为{uscc}的企业；/v1/enterprises?q= 可以按名称查询。',
  en: 'No enterprise with the code {uscc} is registered here; /v1/enterprises?q= searches by name.',
})
export const unknownEnterprise = (uscc: Uscc): Problem => notRegisteredHere({ uscc })
const noSuchTime = problem(400, 'invalid-parameter', {
  zh: '没有 {instant} 这个时间。',
  en: 'There is no such time as {instant}.',
})
const notRegisteredThen = problem(404, 'not-registered-then', {
  zh: '{uscc}当时没有登记，或者当时尚不知道。',
  en: '{uscc} was not registered, or not yet known, at that time.',
})

const INSTANT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+\\- ]\\d{2}:\\d{2})$'
const momentQuery = Type.Object(
  {
    asOf: Type.Optional(Type.String({ format: 'date', description: 'A day, YYYY-MM-DD: what was true then.' })),
    knownAt: Type.Optional(
      Type.String({
        pattern: INSTANT,
        description: 'A time of RFC 3339, 2026-07-01T08:00:00+08:00: what was recorded by then.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** In a query an unescaped plus arrives as a blank. */
const instantOf = (written: string): string => {
  const instant = written.replace(' ', '+')
  if (Number.isNaN(Date.parse(instant))) throw noSuchTime({ instant })
  return instant
}

const wanted = {
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Part of a name, of an old name, of a code; 简称, pinyin, initials; one typo is forgiven.',
    }),
  ),
  state: Type.Optional(Type.Enum([...REGISTRATION_STATES], { description: '登记状态' })),
  list: Type.Optional(Type.Enum(['abnormal', 'mark', 'serious'], { description: 'Those on this list today.' })),
  district: Type.Optional(Type.String({ pattern: '^\\d{6}$', description: 'a code of six digits (GB/T 2260)' })),
  industry: Type.Optional(
    Type.String({
      pattern: '^([A-T]|\\d{2,4})$',
      description: 'a letter A to T, or the two to four first digits (GB/T 4754)',
    }),
  ),
  type: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'a code of four digits (企业类型代码)' })),
}
const searchQuery = Type.Object({ ...wanted, ...pageQuery }, { additionalProperties: false })
const countQuery = Type.Object(wanted, { additionalProperties: false })

const byValue = (description: string) => Type.Record(Type.String(), Type.Integer(), { description })
const countsSchema = Type.Object({
  total: Type.Integer({ description: 'Hits that pass all filters.' }),
  exact: Type.Boolean({
    description: 'False where there are so many that they were estimated from a part of the register.',
  }),
  state: byValue('Hits of each state, the other filters in force.'),
  list: byValue('Hits on each list; who is on two counts twice.'),
  district: byValue('Hits of each district.'),
  industry: byValue('Hits of each section of industries, A to T.'),
  type: byValue('Hits of each type.'),
})

export const enterpriseRoutes: FastifyPluginAsyncTypebox<EnterpriseOptions> = async (
  app,
  { queries, reads, clock },
) => {
  app.get(
    '/enterprises',
    {
      schema: {
        operationId: 'searchEnterprises',
        tags: ['enterprises'],
        summary: 'Search, best match first',
        description: 'Without `q`, everything that passes the filters, in an order of no meaning.',
        querystring: searchQuery,
        response: { 200: pageSchema(Type.Ref('FoundEnterprise')), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const { q, limit, cursor, ...filters } = request.query
      const positions = await Promise.all([reads.position(searchedEnterprise.name), reads.position(enterprise.name)])
      if (unchanged(request, reply, tagOf('search', searchedEnterprise.version, ...positions))) return reply.send()
      return paged(request, reply, await queries.search({ q, filters, ...pageAsked({ limit, cursor }) }))
    },
  )

  app.get(
    '/enterprise-counts',
    {
      schema: {
        operationId: 'countEnterprises',
        tags: ['enterprises'],
        summary: 'How many a search finds, in all and by each value of the filters',
        querystring: countQuery,
        response: { 200: countsSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { q, ...filters } = request.query
      const { total, exact, by } = await queries.counts({ q, filters })
      reply.header('cache-control', 'no-cache')
      const { state, list, district, industry, type } = by
      return {
        ...{ total, exact },
        state: Object.fromEntries(state),
        list: Object.fromEntries(list),
        district: Object.fromEntries(district),
        industry: Object.fromEntries(industry),
        type: Object.fromEntries(type),
      }
    },
  )

  app.get(
    '/enterprises/:uscc',
    {
      schema: {
        operationId: 'enterprise',
        tags: ['enterprises'],
        summary: 'An enterprise: registered items, state, and the lists that it is on, with why',
        params: usccPath,
        querystring: momentQuery,
        response: { 200: Type.Ref('Enterprise'), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const uscc = usccOf(request.params.uscc)
      const { asOf, knownAt } = request.query
      if (asOf === undefined && knownAt === undefined) {
        const stored = await queries.enterpriseText(uscc)
        if (stored === undefined) throw unknownEnterprise(uscc)
        if (unchanged(request, reply, tagOf(enterprise.version, stored.position))) return reply.send()
        // The stored text is the answer; serialising it once more would only take time.
        return reply.type('application/json; charset=utf-8').send(stored.json)
      }
      const moment = { asOf, knownAt: knownAt === undefined ? undefined : instantOf(knownAt) }
      const then = await queries.enterprise(uscc, moment)
      if (then === undefined) {
        if ((await queries.enterpriseText(uscc)) === undefined) throw unknownEnterprise(uscc)
        throw notRegisteredThen({ uscc })
      }
      if (
        unchanged(
          request,
          reply,
          tagOf(enterprise.version, then.position, asOf ?? '', moment.knownAt ?? '', clock.today()),
        )
      )
        return reply.send()
      return then
    },
  )
}
