import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { authorise, notModified, problem, problems, type Staff, tagOf, unchanged } from '@mingjian/http'
import type { Clock, DocumentTemplates, EventLog, ReadModels } from '@mingjian/kernel'
import { documentText } from '@mingjian/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { extractOf } from '../documents/extract.ts'
import { type Issued, issuedDocument } from '../documents/issued.ts'
import { letterOf } from '../documents/letter.ts'
import { pageOf, STYLE_SOURCE } from '../documents/page.ts'
import type { Printed } from '../documents/pdf.ts'
import type { PublicQueries } from '../queries.ts'
import { unknownEnterprise, usccOf, usccPath } from './enterprises.ts'

export interface DocumentOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'find'>
  readonly log: Pick<EventLog, 'read' | 'readStreams'>
  readonly clock: Clock
  readonly templates: DocumentTemplates
  readonly staff?: Staff | undefined
}

export const documentAnswer = Type.Object(
  {
    number: Type.String({ description: '文号' }),
    title: Type.String(),
    authority: Type.String(),
    on: Type.String({ format: 'date' }),
    subject: Type.String({ description: 'A code, or the id of the case.' }),
    text: Type.String({ description: 'The whole text; its UTF-8 bytes hash to `sha256`.' }),
    sha256: Type.String({ description: 'As the event of that position keeps it.' }),
    event: Type.String(),
    position: Type.Integer(),
  },
  { $id: 'Document', description: '文书' },
)

type Form = 'json' | 'html' | 'pdf'

/** A suffix says which form is meant; without one, what the caller would rather have. */
const formOf = (written: string, accept: string | undefined): readonly [number: string, form: Form] => {
  const [, number = written, suffix] = /^(.*)\.(json|html|pdf)$/.exec(written) ?? []
  if (suffix !== undefined) return [number, suffix as Form]
  const wanted = /application\/(json|pdf)|text\/(html)/.exec(accept ?? '')
  return [written, (wanted?.[1] ?? wanted?.[2] ?? 'json') as Form]
}

const answerOf = ({ document, sha256, event }: Issued) => {
  const { number, title, authority, on } = document
  const { subject, type, position } = event
  return { number, title, authority, on, subject, text: documentText(document), sha256, event: type, position }
}

const sendPdf = (reply: FastifyReply, name: string, file: Buffer): FastifyReply =>
  reply
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}.pdf`)
    .type('application/pdf')
    .send(file)

/** Fonts and their tools are a fifth of what there is to load: loaded when somebody first asks for a print. */
const pdfOf = async (printed: Printed): Promise<Buffer> => (await import('../documents/pdf.ts')).pdfOf(printed)

const none = Type.Object({}, { additionalProperties: false })
const pdfContent = { 'application/pdf': { schema: Type.String({ format: 'binary' }) } }
const documentContent = {
  description: 'The document in the form that was asked for.',
  content: {
    'application/json': { schema: Type.Ref('Document') },
    'text/html': { schema: Type.String() },
    ...pdfContent,
  },
}

const unknownDocument = problem(404, 'unknown-document', {
  zh: '没有文号为{number}的公开文书。',
  en: 'There is no public document {number}.',
})

export const documentRoutes: FastifyPluginAsyncTypebox<DocumentOptions> = async (app, options) => {
  const { queries, log, clock, staff } = options
  const isStaff = (request: FastifyRequest): boolean => {
    if (request.headers.authorization === undefined) return false
    authorise(request, staff)
    return true
  }

  app.get(
    '/documents/:number',
    {
      schema: {
        operationId: 'document',
        tags: ['documents'],
        summary: 'A decision as it was issued, by its number 文号',
        description:
          'As JSON, page or PDF: by `Accept`, or by `.json`, `.html`, `.pdf` after the number. Documents that name persons are for staff.',
        params: Type.Object({ number: Type.String({ maxLength: 200 }) }),
        querystring: none,
        response: { 200: documentContent, 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const [number, form] = formOf(request.params.number, request.headers.accept)
      const forStaff = isStaff(request)
      const issued = await issuedDocument(number, { forStaff, today: clock.today() }, options)
      if (issued === undefined) throw unknownDocument({ number: number.slice(0, 100) })
      reply.header('vary', 'accept, authorization')
      if (unchanged(request, reply, tagOf(form, issued.event.position, issued.sha256.slice(0, 16)))) return reply.send()
      if (forStaff) reply.header('cache-control', 'no-store')
      switch (form) {
        case 'json':
          return reply.type('application/json; charset=utf-8').send(answerOf(issued))
        case 'html':
          return reply
            .header('content-security-policy', `default-src 'none'; style-src ${STYLE_SOURCE}; frame-ancestors 'none'`)
            .type('text/html; charset=utf-8')
            .send(String(pageOf(issued)))
        default:
          return sendPdf(reply, number, await pdfOf(letterOf(issued)))
      }
    },
  )

  app.get(
    '/enterprises/:uscc/extract.pdf',
    {
      schema: {
        operationId: 'extract',
        tags: ['enterprises'],
        summary: 'The public file of an enterprise on paper 信用信息公示报告',
        params: usccPath,
        querystring: none,
        response: { 200: { description: 'PDF', content: pdfContent }, 304: notModified, ...problems },
      },
    },
    async (request, reply) => {
      const uscc = usccOf(request.params.uscc)
      const [enterprise, record] = await Promise.all([queries.enterprise(uscc), queries.record(uscc)])
      if (enterprise === undefined) throw unknownEnterprise(uscc)
      const on = clock.today()
      if (unchanged(request, reply, tagOf('extract', enterprise.position, record?.position ?? 0, on)))
        return reply.send()
      const [last] = await log.read(enterprise.position - 1, 1)
      const extract = extractOf({ enterprise, record, on, knownAt: last?.recordedAt ?? clock.now() })
      return sendPdf(reply, `${enterprise.name} ${on}`, await pdfOf(extract))
    },
  )
}
