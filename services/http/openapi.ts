import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'

const DESCRIPTION = `The register of market entities as the law makes it public: registered items, annual reports, lists, penalties, and the draws of
random inspections. Everything is free to read without a login. Answers carry an \`ETag\`: send it back as \`If-None-Match\` and an unchanged
answer is a 304. Lists page by \`cursor\`. Too many requests are answered 429 with \`Retry-After\`. Every GET also answers HEAD.`

/** A path with more parts than one is a parameter with a name, as OpenAPI has it. */
const named: NonNullable<FastifyDynamicSwaggerOptions['transform']> = ({ schema, url }) => {
  const params = schema?.params as { readonly properties?: Readonly<Record<string, object>> } | undefined
  const rest = params?.properties?.['*']
  if (schema === undefined || rest === undefined) return { schema, url }
  return { schema: { ...schema, params: Type.Object({ path: rest }) }, url: url.replace('*', ':path') }
}

/** Describes the routes registered after it, from the schemas that check and serialise, at /openapi.json. */
export const describe = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    transform: named,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '明鉴 Mingjian',
        version: '0.1.0',
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'enterprises', description: '市场主体' },
        { name: 'documents', description: '文书' },
        { name: 'lists', description: '经营异常名录, 严重违法失信名单' },
        { name: 'inspections', description: '双随机、一公开' },
        { name: 'changes', description: 'The public part of the log' },
        { name: 'law', description: 'What of the law authorities set' },
        { name: 'log', description: '公开日志: what was decided in public, for anybody to check' },
        { name: 'statistics', description: 'The register in numbers' },
        { name: 'service', description: 'Of the service itself' },
        { name: 'commands', description: 'Acts of staff' },
      ],
      components: { securitySchemes: { staff: { type: 'http', scheme: 'bearer' } } },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`) },
  })
  let text: string | undefined
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'openapi',
        tags: ['service'],
        summary: 'This description',
        response: {
          200: Type.Object({ openapi: Type.String() }, { additionalProperties: true, description: 'OpenAPI 3.1' }),
        },
      },
    },
    async (_, reply) => {
      // The routes don't change while it runs.
      text ??= JSON.stringify(app.swagger())
      return reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(text)
    },
  )
}
