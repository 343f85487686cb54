import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  type ActPorts,
  type AnyAct,
  type AnyDecider,
  type CommandHandler,
  Contended,
  carryOut,
  citationText,
  decodeCitation,
  type Outcome,
  type Provenance,
  type Refusal,
  refusalIn,
} from '@mingjian/kernel'
import Type from 'typebox'
import { Problem, problems } from './problem.ts'
import { authorise, type Staff } from './staff.ts'

export interface CommandOptions {
  readonly handler: Pick<CommandHandler, 'handle'>
  readonly deciders: readonly AnyDecider[]
  /** Acts that rest on more than the log, and where they find it. */
  readonly acts?: { readonly all: readonly AnyAct[]; readonly ports: ActPorts } | undefined
  /** Without it no act is taken over HTTP. */
  readonly staff?: Staff | undefined
}

const BODY_BYTES = 256 * 1024

const refusalProblem = ({ code, message, provision }: Refusal): Problem => {
  const citation = provision === undefined ? undefined : decodeCitation(provision)
  return new Problem(409, code, message, citation === undefined ? {} : { provision: citationText(citation) })
}

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

interface Asked {
  readonly name: string
  readonly data: Type.TSchema
  readonly carryOut: (data: unknown, provenance: Provenance) => Promise<Outcome>
}

/** What staff may ask for. Commands named Record… take over another system's records, or carry what an act has found. */
const askedOf = ({ deciders, handler, acts }: CommandOptions): readonly Asked[] => [
  ...deciders
    .flatMap(({ commands }) => Object.entries(commands))
    .filter(([name]) => !name.startsWith('Record'))
    .map(
      ([name, data]): Asked => ({
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
  for (const { name, data, carryOut } of askedOf(options)) {
    app.post(
      `/commands/${name}`,
      {
        bodyLimit: BODY_BYTES,
        schema: {
          operationId: name,
          tags: ['commands'],
          summary: name.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
          security: [{ staff: [] }],
          headers: Type.Object({
            'idempotency-key': Type.String({
              pattern: '^[\\x21-\\x7e]{1,200}$',
              description: 'one to 200 visible characters, new for each act',
            }),
          }),
          body: { ...data, additionalProperties: false },
          response: { 200: Type.Ref('CommandAnswer'), ...problems },
        },
      },
      async (request) => {
        const key = (request.headers as { readonly 'idempotency-key': string })['idempotency-key']
        const authority = staff?.authority ?? ''
        // Staff can't take the ids of imports and deadlines.
        const outcome = await carryOut(request.body, { actor: 'staff', authority, commandId: `staff:${key}` }).catch(
          (error: unknown) => {
            if (error instanceof Contended)
              throw new Problem(503, 'contended', 'Others are acting on the same matter: send the same request again.')
            throw error
          },
        )
        const refusal = refusalIn(outcome)
        if (refusal !== undefined) throw refusalProblem(refusal)
        return answerOf(outcome as Answered)
      },
    )
  }
}
