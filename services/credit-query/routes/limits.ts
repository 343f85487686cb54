import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

const MINUTE_MS = 60_000

/** Headers that keep a browser from making more of an answer than data. */
export const protect = async (app: FastifyInstance): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // Public data may be read from anybody's page.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  app.addHook('onRequest', async (_, reply) => {
    reply.header('access-control-allow-origin', '*')
  })
}

/** So many requests a minute and address; says in every answer how many are left. */
export const limit = async (app: FastifyInstance, perMinute: number): Promise<void> => {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: MINUTE_MS,
    enableDraftSpec: true,
    errorResponseBuilder: (_, { max, after }) =>
      new Problem(
        429,
        'too-many-requests',
        `More than ${max} requests in a minute came from your address: wait ${after}.`,
      ),
  })
  app.addHook('onSend', async (_, reply) => {
    const [left, reset] = [reply.getHeader('ratelimit-remaining'), reply.getHeader('ratelimit-reset')]
    if (left === undefined) return
    // The single field of the newer drafts beside the three of the older ones.
    reply
      .header('ratelimit-policy', `"minute";q=${perMinute};w=${MINUTE_MS / 1000}`)
      .header('ratelimit', `"minute";r=${left};t=${reset}`)
  })
}
