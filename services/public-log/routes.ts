import { problem, problems } from '@mingjian/http'
import type { FastifyPluginAsync } from 'fastify'
import Type, { type TSchema } from 'typebox'
import type { PublicLog } from './log.ts'

const notBegun = problem(404, 'not-begun', {
  zh: '公开日志还没有条目，请稍后再试。',
  en: 'The public log has no entry yet: ask again in a moment.',
})
const noKeyYet = problem(404, 'not-begun', {
  zh: '公开日志还没有密钥，请稍后再试。',
  en: 'The public log has no key yet: ask again in a moment.',
})
const noTile = problem(404, 'no-tile', {
  zh: '公开日志没有这一块，或者还没有那么宽。',
  en: 'The public log has no such tile, or it is not that wide yet.',
})
const notEntered = problem(404, 'not-entered', {
  zh: '位置{position}的事件不在公开日志里，或者尚未列入。',
  en: 'Event {position} is not in the public log, or not yet.',
})
const withheld = problem(410, 'withheld', {
  zh: '位置{position}的事件已停止公示：封存不再打开。',
  en: 'Event {position} is no longer public: its seal stays closed.',
})
const noCheckpoint = problem(404, 'no-checkpoint', {
  zh: '公开日志当时尚未签署任何内容。',
  en: 'The public log had signed nothing by then.',
})

const FOR_EVER = 'public, max-age=31536000, immutable'
const none = Type.Object({}, { additionalProperties: false })
const text = (description: string) => ({
  description,
  content: { 'text/plain': { schema: Type.String() } },
})
const json = (description: string, members: Readonly<Record<string, TSchema>>) => ({
  description,
  content: { 'application/json': { schema: Type.Object(members, { additionalProperties: true }) } },
})
const place = Type.Object(
  {
    origin: Type.String({ description: 'Name of the log.' }),
    treeSize: Type.Integer(),
    checkpoint: Type.String({ description: 'Signed note of C2SP tlog-checkpoint.' }),
  },
  { additionalProperties: true },
)

export interface LogRouteOptions {
  readonly publicLog: PublicLog
}

/** The log as files of C2SP tlog-tiles, and proofs from it. To be registered under /log. */
export const logRoutes: FastifyPluginAsync<LogRouteOptions> = async (app, { publicLog }) => {
  const tags = ['log']

  app.get(
    '/checkpoint',
    {
      schema: {
        operationId: 'checkpoint',
        tags,
        summary: 'The newest tree of the public log, signed',
        description:
          'Signed note of C2SP tlog-checkpoint. Behind the root: the root of the map of the lists, and when it was issued. Signatures of witnesses follow those of the log.',
        querystring: none,
        response: { 200: text('A signed note.'), ...problems },
      },
    },
    async (_, reply) => {
      const issued = await publicLog.checkpoint()
      if (issued === undefined) throw notBegun({})
      return reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(issued.note)
    },
  )

  app.get(
    '/key.pub',
    {
      schema: {
        operationId: 'logKey',
        tags,
        summary: 'The verifier key of the public log',
        description: 'A line of C2SP signed-note. Those who check proofs get it once, and then from elsewhere too.',
        querystring: none,
        response: { 200: text('A verifier key line.'), ...problems },
      },
    },
    async (_, reply) => {
      const key = (await publicLog.checkpoint())?.keys.at(-1)
      if (key === undefined) throw noKeyYet({})
      return reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(`${key}\n`)
    },
  )

  app.get<{ Params: { readonly '*': string } }>(
    '/tile/*',
    {
      schema: {
        operationId: 'tile',
        tags,
        summary: 'A tile of hashes or a bundle of entries',
        description: 'C2SP tlog-tiles: `LEVEL/INDEX`, `entries/INDEX`, with `.p/WIDTH` while it is not full.',
        params: Type.Object({ '*': Type.String({ description: 'For example `0/x001/067` or `entries/000.p/17`.' }) }),
        querystring: none,
        response: {
          200: {
            description: 'As the format has it.',
            content: { 'application/octet-stream': { schema: Type.String({ format: 'binary' }) } },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const bytes = await publicLog.file(`tile/${request.params['*']}`)
      if (bytes === undefined) throw noTile({})
      return reply.header('cache-control', FOR_EVER).type('application/octet-stream').send(Buffer.from(bytes))
    },
  )

  app.get<{ Params: { readonly position: number } }>(
    '/entries/:position',
    {
      schema: {
        operationId: 'entryProof',
        tags,
        summary: 'Proof that an event is in the public log',
        description:
          '`mingjian verify` checks it. A penalty is entered under a seal, which is opened here as long as the penalty is shown.',
        params: Type.Object({
          position: Type.Integer({ minimum: 1, description: 'Position of the event, as answers name it.' }),
        }),
        querystring: none,
        response: { 200: json('A proof file.', { protocol: Type.String(), log: place }), ...problems },
      },
    },
    async (request, reply) => {
      const { position } = request.params
      const proof = await publicLog.entry(position)
      if (proof === undefined) throw notEntered({ position })
      if (proof === 'withheld') throw withheld({ position })
      return reply
        .header('cache-control', 'no-cache')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(proof))
    },
  )

  app.get<{ Params: { readonly uscc: string }; Querystring: { readonly at?: string } }>(
    '/lists/:uscc',
    {
      schema: {
        operationId: 'listsProof',
        tags,
        summary: 'Proof of the lists that an enterprise is on, or that it is on none',
        description:
          'As of the newest checkpoint, or with `at` of the newest at that time. `mingjian verify` checks it.',
        params: Type.Object({ uscc: Type.String({ description: '统一社会信用代码' }) }),
        querystring: Type.Object(
          { at: Type.Optional(Type.String({ format: 'date-time', description: 'an instant, 2026-07-01T00:00:00Z' })) },
          { additionalProperties: false },
        ),
        response: {
          200: json('A proof file.', {
            protocol: Type.String(),
            uscc: Type.String(),
            lists: Type.Array(Type.Object({}, { additionalProperties: true })),
            log: place,
          }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { uscc } = request.params
      const proof = await publicLog.lists(uscc, request.query.at)
      if (proof === undefined) throw noCheckpoint({})
      return reply
        .header('cache-control', 'no-cache')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(proof))
    },
  )
}
