import { fileMember } from '@mingjian/codes'
import { problem, problems, type Staff } from '@mingjian/http'
import type { Attachments } from '@mingjian/kernel'
import { digestHex } from '@mingjian/proofs'
import type { FastifyPluginAsync } from 'fastify'
import Type from 'typebox'
import { forStaff, json, none } from './shared.ts'

export interface EvidenceRouteOptions {
  readonly attachments: Attachments
  readonly staff: Staff | undefined
}

const unknownFile = problem(404, 'unknown-file', {
  zh: '没有保存这个文件。',
  en: 'No such file is kept here.',
})
const hashMismatch = problem(400, 'hash-mismatch', {
  zh: '文件的哈希值与名称不符，请重新发送。',
  en: 'The file does not hash to its name: send it again.',
})

/** Of one file of evidence. */
const FILE_BYTES = 20 * 1024 * 1024

/** Files of evidence as they are: the act that names them carries their hash. */
export const evidenceRoutes: FastifyPluginAsync<EvidenceRouteOptions> = async (app, { attachments, staff }) => {
  const shared = {
    tags: ['inspections'],
    security: [{ staff: [] }],
    params: Type.Object({ sha256: fileMember('SHA-256 of the file, hex') }),
    querystring: none,
  }
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FILE_BYTES }, (_, body, done) => done(null, body))

  app.put<{ Params: { readonly sha256: string }; Body: Buffer }>(
    '/evidence/:sha256',
    {
      bodyLimit: FILE_BYTES,
      preParsing: forStaff(staff),
      schema: {
        ...shared,
        operationId: 'putEvidence',
        summary: 'For staff: keeps a file of evidence under its hash, before or after the act that names it',
        response: {
          200: json(Type.Object({ sha256: Type.String(), bytes: Type.Integer() })),
          ...problems,
        },
      },
    },
    async ({ params: { sha256 }, body }) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
      if (bytes.length === 0 || digestHex('sha-256', bytes) !== sha256) throw hashMismatch({})
      await attachments.put(bytes)
      return { sha256, bytes: bytes.length }
    },
  )

  app.get<{ Params: { readonly sha256: string } }>(
    '/evidence/:sha256',
    {
      preParsing: forStaff(staff),
      schema: {
        ...shared,
        operationId: 'evidence',
        summary: 'For staff: a file of evidence',
        response: {
          200: {
            description: 'The bytes.',
            content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
          },
          ...problems,
        },
      },
    },
    async ({ params }, reply) => {
      const bytes = await attachments.get(params.sha256)
      if (bytes === undefined) throw unknownFile({})
      return reply.type('application/octet-stream').send(bytes)
    },
  )
}
