import { publicApi } from '@mingjian/credit-query'
import { malformedRequest, unknownRoute, unreadableRequest } from '@mingjian/http'
import { ASPECTS, rate, slipsOf } from '@mingjian/inspection'
import type { Sentence } from '@mingjian/kernel'
import { boardOf } from '@mingjian/law'
import { portal } from '@mingjian/portal'
import { type FastifyPluginAsync, fastify, LogController } from 'fastify'
import { clockModels, deciders, documents, modules, preparedActs, type RoutePorts } from '../modules.ts'
import { verifierScript } from './browser/bundle.ts'
import type { Config } from './config.ts'
import { lagOf } from './lag.ts'
import { logger } from './logger.ts'
import type { Platform } from './platform.ts'
import { publishedProof } from './published-proof.ts'
import { queriesOf } from './queries.ts'
import { staffVisits } from './staff-visits.ts'
import { observeRequests } from './telemetry.ts'

export interface Serving {
  readonly address: string
  close(): Promise<void>
}

const routesWith =
  (routes: FastifyPluginAsync<RoutePorts>, ports: RoutePorts): FastifyPluginAsync =>
  async (app) => {
    await app.register(routes, ports)
  }

/** What is younger is on its way. */
const LATE_SECONDS = 5

/** The pages and the interfaces on one port. `ready` says why it can't answer yet, if it can't. */
export const serve = async (
  platform: Platform,
  config: Config,
  { ready, notice }: { readonly ready: () => Promise<Sentence | undefined>; readonly notice: string | undefined },
): Promise<Serving> => {
  const { reads, log, clock, handler, db, box, publicLog } = platform
  const queries = queriesOf(platform, config)
  const staff = config.staffToken === undefined ? undefined : { token: config.staffToken, authority: config.authority }
  const ports: RoutePorts = {
    ...platform,
    authority: config.authority,
    staff,
    withPlace: (planId, file, sha256) => publishedProof({ log, publicLog }, planId, file, sha256),
  }
  const listeners = new Set<() => void>()
  const unlisten = await db.listen('mingjian_log', () => {
    for (const heard of listeners) heard()
  })
  // A person's connection that stays open must not keep the platform from stopping.
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    trustProxy: 'loopback',
    bodyLimit: 1 << 20,
    frameworkErrors: malformedRequest,
    clientErrorHandler: unreadableRequest,
  })
  observeRequests(app)
  await app.register(publicApi, {
    queries,
    reads,
    log,
    clock,
    handler,
    deciders,
    acts: { all: preparedActs, ports: platform },
    templates: documents,
    clockModels,
    ready,
    lagging: async () => (await lagOf(platform, config.kafka)).filter(({ seconds }) => seconds >= LATE_SECONDS),
    wake: (heard) => {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    rateLimit: config.rateLimit,
    also: modules.flatMap(({ routes }) => (routes === undefined ? [] : [routesWith(routes, ports)])),
    staff,
  })
  await app.register(
    portal({
      queries,
      clock,
      verifier: verifierScript,
      unknownRoute,
      rateLimit: config.rateLimit,
      checked: {
        ...slipsOf({ reads, handler, clock, authority: config.authority }),
        aspects: ASPECTS,
        rate: (code, scores) => rate({ log, handler, box }, config.authority, code, scores),
      },
      staff: { staff, board: (query) => boardOf(reads, clockModels, query), ...staffVisits(reads, queries) },
      ...(notice === undefined ? {} : { notice }),
    }),
  )
  const address = await app.listen({ port: config.port, host: config.host }).catch(async (error: unknown) => {
    await app.close()
    await unlisten()
    throw error
  })
  return { address: address.replace('127.0.0.1', 'localhost'), close: () => app.close().then(unlisten) }
}
