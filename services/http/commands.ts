import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  type ActPorts,
  type AnyDecider,
  type AnyPreparedAct,
  type CommandHandler,
  Contended,
  carryOut,
  type Outcome,
  type Provenance,
  type Refusal,
  refusalIn,
} from '@mingjian/kernel'
import { citationText, decodeCitation } from '@mingjian/law'
import Type, { type Static } from 'typebox'
import { languageOf } from './language.ts'
import { Problem, problem, problems } from './problem.ts'
import { authorise, type Staff } from './staff.ts'
import { validatorCompiler } from './validation.ts'

export interface CommandOptions {
  readonly handler: Pick<CommandHandler, 'handle'>
  readonly deciders: readonly AnyDecider[]
  /** Acts that rest on more than the log, and where they find it. */
  readonly acts?: { readonly all: readonly AnyPreparedAct[]; readonly ports: ActPorts } | undefined
  /** Without it no act is taken over HTTP. */
  readonly staff?: Staff | undefined
}

const BODY_BYTES = 256 * 1024
const QUEUE_BYTES = 1 << 20
const QUEUE_ACTS = 500

export const refusalProblem = ({ code, text, provision }: Refusal): Problem => {
  const citation = provision === undefined ? undefined : decodeCitation(provision)
  return new Problem(409, code, text, citation === undefined ? {} : { provision: citationText(citation) })
}

const contendedFor = problem(503, 'contended', {
  zh: '他人正在办理同一事项：请原样重新提交。',
  en: 'Others are acting on the same matter: send the same request again.',
})
const unknownCommand = problem(400, 'unknown-command', {
  zh: '没有名为 {name} 的行为。',
  en: 'There is no act {name}.',
})

type Answered = Exclude<Outcome, { outcome: 'refused' }>

const answerOf = (outcome: Answered) => {
  if (outcome.outcome !== 'recorded') return outcome
  const { first, last, events } = outcome
  return {
    outcome: outcome.outcome,
    first,
    last,
    events: events.map(({ type, effectiveOn }) => ({ type, effectiveOn })),
  }
}

export const commandAnswer = Type.Object(
  {
    outcome: Type.Enum(['recorded', 'unchanged', 'repeated'], {
      description:
        '`unchanged`: it was so already. `repeated`: this key was carried out before, with the events at these positions.',
    }),
    first: Type.Optional(Type.Integer({ description: 'Position of the first event.' })),
    last: Type.Optional(Type.Integer()),
    events: Type.Optional(
      Type.Array(Type.Object({ type: Type.String(), effectiveOn: Type.String({ format: 'date' }) })),
    ),
  },
  { $id: 'CommandAnswer' },
)

const key = Type.String({
  pattern: '^[\\x21-\\x7e]{1,200}$',
  description: 'one to 200 visible characters, new for each act',
})

const queued = Type.Object({ key, command: Type.String({ maxLength: 100 }), data: Type.Unknown() })
const queueAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      key: Type.String(),
      outcome: Type.Enum(['recorded', 'unchanged', 'repeated', 'refused']),
      first: Type.Optional(Type.Integer()),
      last: Type.Optional(Type.Integer()),
      code: Type.Optional(Type.String({ description: 'Of what was refused.' })),
      detail: Type.Optional(Type.String()),
      provision: Type.Optional(Type.String()),
    }),
  ),
})

interface Asked {
  readonly name: string
  readonly data: Type.TSchema
  readonly carryOut: (data: unknown, provenance: Provenance) => Promise<Outcome>
}

/** What staff may ask for. */
const askedOf = ({ deciders, handler, acts }: CommandOptions): readonly Asked[] => [
  ...deciders
    .flatMap(({ acts }) => Object.entries(acts))
    .filter(([, { by }]) => by === 'staff')
    .map(
      ([name, { data }]): Asked => ({
        name,
        data,
        carryOut: (given, provenance) => handler.handle({ ...provenance, command: { type: name, data: given } }),
      }),
    ),
  ...(acts?.all ?? []).map(
    (act): Asked => ({
      name: act.name,
      data: act.data,
      carryOut: (given, provenance) =>
        carryOut(act, given, provenance, (acts as NonNullable<typeof acts>).ports, handler),
    }),
  ),
]

const queueOf = (asked: readonly Asked[]) =>
  new Map(
    asked.map(({ name, data, carryOut }) => {
      const schema = { ...data, additionalProperties: false }
      return [
        name,
        { carryOut, check: validatorCompiler({ schema, method: 'POST', url: '/commands', httpPart: 'body' }) },
      ]
    }),
  )

/** One door for every act, the same for all: the same key is carried out once, however often it arrives. */
export const commandRoutes: FastifyPluginAsyncTypebox<CommandOptions> = async (app, options) => {
  const { staff } = options
  // Before the body is read, after the limit: a token can't be found by trying.
  app.addHook('preParsing', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      authorise(request, staff)
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) reply.header('www-authenticate', 'Bearer')
      throw problem
    }
  })
  const authority = staff?.authority ?? ''
  // Staff can't take the ids of imports and deadlines.
  const by = (id: string): Provenance => ({ actor: 'staff', authority, commandId: `staff:${id}` })
  const contended = (error: unknown): never => {
    if (error instanceof Contended) throw contendedFor({})
    throw error
  }
  const asked = askedOf(options)

  /** One act of a queue; what is refused is said of it alone. */
  const taken = async (act: Static<typeof queued>, of: ReturnType<typeof queueOf>) => {
    const found = of.get(act.command)
    if (found === undefined) throw unknownCommand({ name: act.command.slice(0, 100) })
    const { error } = found.check(act.data) as { readonly error?: Error }
    if (error !== undefined) throw error
    const outcome = await found.carryOut(act.data, by(act.key)).catch(contended)
    const refusal = refusalIn(outcome)
    if (refusal !== undefined) throw refusalProblem(refusal)
    return outcome as Answered
  }
  const acts = queueOf(asked)
  app.post(
    '/commands',
    {
      bodyLimit: QUEUE_BYTES,
      schema: {
        operationId: 'queue',
        tags: ['commands'],
        summary: 'Acts of a queue that was kept without network, in their order',
        description:
          'Each has a key of its own and is carried out once, however often it is sent and in whatever pieces; one that is refused stops no other.',
        security: [{ staff: [] }],
        body: Type.Object(
          { acts: Type.Array(queued, { minItems: 1, maxItems: QUEUE_ACTS }) },
          { additionalProperties: false },
        ),
        response: { 200: queueAnswer, ...problems },
      },
    },
    async (request) => {
      const items: Static<typeof queueAnswer>['items'] = []
      for (const act of request.body.acts) {
        try {
          const { outcome, ...of } = await taken(act, acts)
          items.push({ key: act.key, outcome, ...('first' in of ? { first: of.first, last: of.last } : {}) })
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          const { code, text, members } = error
          const { provision } = members as { readonly provision?: string }
          items.push({
            key: act.key,
            outcome: 'refused',
            code,
            detail: text[languageOf(request)],
            ...(provision === undefined ? {} : { provision }),
          })
        }
      }
      return { items }
    },
  )

  for (const { name, data, carryOut } of asked) {
    app.post(
      `/commands/${name}`,
      {
        bodyLimit: BODY_BYTES,
        schema: {
          operationId: name,
          tags: ['commands'],
          summary: name.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
          security: [{ staff: [] }],
          headers: Type.Object({ 'idempotency-key': key }),
          body: { ...data, additionalProperties: false },
          response: { 200: Type.Ref('CommandAnswer'), ...problems },
        },
      },
      async (request) => {
        const { 'idempotency-key': id } = request.headers as { readonly 'idempotency-key': string }
        const outcome = await carryOut(request.body, by(id)).catch(contended)
        const refusal = refusalIn(outcome)
        if (refusal !== undefined) throw refusalProblem(refusal)
        return answerOf(outcome as Answered)
      },
    )
  }
}
