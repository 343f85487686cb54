import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { notModified, pageAsked, paged, pageQuery, pageSchema, problems, tagOf, unchanged } from '@mingjian/http'
import type { ReadModels } from '@mingjian/kernel'
import Type from 'typebox'
import type { NamedResult, ResultFilters } from '../inspection-queries.ts'
import { inspectionResult } from '../projections/inspection-result.ts'
import type { PublicQueries } from '../queries.ts'

export interface ResultOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'position'>
}

const day = (description: string) => Type.Optional(Type.String({ format: 'date', description }))
const filters = {
  result: Type.Optional(Type.String({ maxLength: 50, description: 'One of the eight results.' })),
  authority: Type.Optional(Type.String({ maxLength: 100 })),
  uscc: Type.Optional(Type.String({ maxLength: 40 })),
  year: Type.Optional(Type.Integer({ minimum: 2014, maximum: 2199, description: 'Of the plan.' })),
  plan: Type.Optional(Type.String({ maxLength: 200, description: 'Id of a draw.' })),
  from: day('published on this day or later, YYYY-MM-DD'),
  to: day('published on this day or before, YYYY-MM-DD'),
}
const filterQuery = Type.Object(filters, { additionalProperties: false })

const COLUMNS = [
  ...['task', 'uscc', 'name', 'kind', 'planName', 'year', 'authority', 'departments', 'completedOn', 'publishedOn'],
  ...['results', 'items', 'enterpriseState'],
] as const

/** RFC 4180; several values of a field are joined by `、`. */
const field = (value: string | number): string => {
  const text = String(value)
  // A spreadsheet would take it for a formula.
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
const csvLine = ({ departments, results, items, ...one }: NamedResult): string => {
  const flat: Readonly<Record<string, string | number>> = {
    ...one,
    ...{ basis: '', departments: departments.join('、'), results: results.join('、') },
    items: items.map(({ itemNo, name }) => `${itemNo} ${name}`).join('、'),
  }
  return `${COLUMNS.map((column) => field(flat[column] ?? '')).join(',')}\r\n`
}

async function* written(rows: AsyncIterable<NamedResult>, head: string, line: (row: NamedResult) => string) {
  // Together, so that thousands of rows don't travel one by one.
  let some = head
  for await (const row of rows) {
    some += line(row)
    if (some.length < 1 << 16) continue
    yield some
    some = ''
  }
  if (some !== '') yield some
}

const FORMS = {
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    head: '',
    line: (row: NamedResult) => `${JSON.stringify(row)}\n`,
  },
  // The mark at its beginning tells spreadsheets that it is UTF-8.
  csv: { type: 'text/csv; charset=utf-8', head: `\uFEFF${COLUMNS.join(',')}\r\n`, line: csvLine },
} as const

/** 抽查检查结果公示 */
export const inspectionResultRoutes: FastifyPluginAsyncTypebox<ResultOptions> = async (app, { queries, reads }) => {
  const tag = async (form: string, asked: ResultFilters): Promise<string> => {
    const position = await reads.position(inspectionResult.name)
    return tagOf('results', form, inspectionResult.version, position, encodeURIComponent(JSON.stringify(asked)))
  }

  app.get(
    '/inspections/results',
    {
      schema: {
        operationId: 'inspectionResults',
        tags: ['inspections'],
        summary: 'Published results of inspections 抽查检查结果, newest first',
        querystring: Type.Object({ ...filters, ...pageQuery }, { additionalProperties: false }),
        response: { 200: pageSchema(Type.Ref('InspectionResult')), 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const { limit: _, cursor: __, ...asked } = request.query
      if (unchanged(request, reply, await tag('page', request.query))) return reply.send()
      return paged(request, reply, await queries.results(asked, pageAsked(request.query)))
    },
  )

  for (const [form, { type, head, line }] of Object.entries(FORMS)) {
    const mediaType = type.slice(0, type.indexOf(';'))
    app.get(
      `/inspections/results.${form}`,
      {
        schema: {
          operationId: `inspectionResults${form.toUpperCase()}`,
          tags: ['inspections'],
          summary: `All published results as open data, ${form.toUpperCase()}`,
          querystring: filterQuery,
          response: {
            200: {
              description: 'One result a line, newest first.',
              content: { [mediaType]: { schema: form === 'csv' ? Type.String() : Type.Ref('InspectionResult') } },
            },
            304: notModified,
            ...problems,
          },
        },
      },
      async (request, reply) => {
        if (unchanged(request, reply, await tag(form, request.query))) return reply.send()
        return reply.type(type).send(Readable.from(written(queries.allResults(request.query), head, line)))
      },
    )
  }
}
