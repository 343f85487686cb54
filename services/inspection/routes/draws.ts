import { normaliseUscc } from '@mingjian/codes'
import { Problem, problems, type Staff } from '@mingjian/http'
import type { Attachments, EventLog, Refusal } from '@mingjian/kernel'
import type { FastifyPluginAsync } from 'fastify'
import Type from 'typebox'
import { leafOf, proofFor } from '../draws/proofs.ts'
import { forStaff, json, none } from './shared.ts'

export interface DrawRouteOptions {
  readonly log: Pick<EventLog, 'readStreams'>
  readonly attachments: Attachments
  /** A proof file with its place in the public log; undefined while it has none. */
  readonly withPlace: (planId: string, file: Uint8Array, sha256: string) => Promise<Uint8Array | undefined>
  readonly staff: Staff | undefined
}

const planId = Type.String({ maxLength: 200, description: 'Id of the plan.' })

const given = <T extends object>(found: T | Refusal): T => {
  if ('code' in found) throw new Problem(404, found.code, found.text)
  return found
}

/** Of sealed draws, what staff hand to an oversight body, and to an enterprise of itself. */
export const drawRoutes: FastifyPluginAsync<DrawRouteOptions> = async (app, options) => {
  const { withPlace, staff } = options
  const shared = { tags: ['inspections'], security: [{ staff: [] }], querystring: none }
  app.addHook('preParsing', forStaff(staff))

  app.get<{ Params: { readonly planId: string } }>(
    '/draws/:planId/oversight-proof',
    {
      schema: {
        ...shared,
        operationId: 'oversightProof',
        summary: 'For staff: the proof file with the key and the strata of a sealed plan, for an oversight body alone',
        description: '`mingjian verify` checks all of it. Of a plan that is not sealed it is the public file.',
        params: Type.Object({ planId }),
        response: {
          200: {
            description: 'A proof file.',
            content: { 'application/json': { schema: Type.Object({}, { additionalProperties: true }) } },
          },
          ...problems,
        },
      },
    },
    async ({ params }, reply) => {
      const { file, sha256 } = given(await proofFor(options, params.planId, { oversight: true }))
      return reply
        .type('application/json; charset=utf-8')
        .send(Buffer.from((await withPlace(params.planId, file, sha256)) ?? file))
    },
  )

  app.get<{ Params: { readonly planId: string; readonly uscc: string } }>(
    '/draws/:planId/leaves/:uscc',
    {
      schema: {
        ...shared,
        operationId: 'leaf',
        summary: "For staff: an enterprise's own `salt,stratum` in a sealed draw, for itself alone",
        description:
          "Its SHA-256 is what stands behind the enterprise's code in `population.lines` of the public proof.",
        params: Type.Object({ planId, uscc: Type.String({ maxLength: 18, description: '统一社会信用代码' }) }),
        response: {
          200: json(Type.Object({ uscc: Type.String(), opening: Type.String() })),
          ...problems,
        },
      },
    },
    async ({ params: { planId, uscc } }) => ({
      uscc: normaliseUscc(uscc),
      ...given(await leafOf(options, planId, normaliseUscc(uscc))),
    }),
  )
}
