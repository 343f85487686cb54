import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { nullable } from '@mingjian/codes'
import { notModified, problems, tagOf, unchanged } from '@mingjian/http'
import type { Clock, ReadModels } from '@mingjian/kernel'
import { authoritySettings } from '@mingjian/law'
import Type from 'typebox'
import type { PublicQueries } from '../queries.ts'

export interface LegalSettingOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'position'>
  readonly clock: Pick<Clock, 'today'>
}

const day = Type.String({ format: 'date' })
const version = {
  value: Type.Unknown({ description: 'Of the kind that the setting has.' }),
  from: day,
  to: nullable(Type.String({ format: 'date', description: 'Last day; null until another follows.' })),
  basis: Type.String({ description: 'The document it rests on.' }),
  confidence: Type.Enum(['certain', 'likely', 'to-verify']),
  reason: nullable(Type.String({ description: 'Why this value until the official text is at hand.' })),
  authority: nullable(Type.String({ description: 'Who set it; null for what the platform ships.' })),
}

export const legalSettingSchema = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    level: Type.Enum(['nation', 'province', 'local'], { description: 'The lowest level that may set it.' }),
    provision: Type.Array(Type.Ref('Basis')),
    inForce: Type.Object(version),
    versions: Type.Array(Type.Object(version)),
    history: Type.Array(
      Type.Object({ ...version, recordedAt: Type.String({ format: 'date-time' }), position: Type.Integer() }),
      { description: 'Every act of setting, the newest first, those that were corrected too.' },
    ),
  },
  { $id: 'LegalSetting', description: '设定事项: a value that the law leaves to an authority.' },
)

export const legalSettingRoutes: FastifyPluginAsyncTypebox<LegalSettingOptions> = async (
  app,
  { queries, reads, clock },
) => {
  app.get(
    '/legal-settings',
    {
      schema: {
        operationId: 'legalSettings',
        tags: ['law'],
        summary: 'Values that the law leaves to an authority, as they are in force',
        description: 'What an authority has not set is inherited from those above it.',
        querystring: Type.Object(
          {
            authority: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 100,
                description: 'For whom they are in force; the authority of this platform without it.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ authority: Type.String(), items: Type.Array(Type.Ref('LegalSetting')) }),
          304: notModified,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { authority } = request.query
      const tag = tagOf('settings', authority ?? '', await reads.position(authoritySettings.name), clock.today())
      if (unchanged(request, reply, tag)) return reply.send()
      return queries.settings(authority)
    },
  )
}
