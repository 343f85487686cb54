import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { problem } from './problem.ts'

const MINUTE_MS = 60_000

/** Keeps a browser from making more of an answer than data; public data may be read from anybody's page. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
}

/** The same for every answer, so they are put on as they are: working them out for each answer took a fifth of a look-up. */
export const protect = (app: FastifyInstance): void => {
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(HEADERS)
    done()
  })
}

const tooManyRequests = problem(429, 'too-many-requests', {
  zh: '您的地址一分钟内的请求超过了{max}次：请等候 {after}。',
  en: 'More than {max} requests in a minute came from your address: wait {after}.',
})

/** So many requests a minute and address; says in every answer how many are left. */
export const limit = async (app: FastifyInstance, perMinute: number): Promise<void> => {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: MINUTE_MS,
    enableDraftSpec: true,
    errorResponseBuilder: (_, { max, after }) => tooManyRequests({ max, after }),
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
