import {
  answerProblems,
  type CommandOptions,
  commandAnswer,
  commandRoutes,
  describe,
  limit,
  protect,
  type Staff,
  unknownRoute,
  validatorCompiler,
} from '@mingjian/http'
import type { AnyDecider, Clock, CommandHandler, DocumentTemplates, ReadModels, Sentence } from '@mingjian/kernel'
import type { BoardReads, ClockModel } from '@mingjian/law'
import type { FastifyPluginAsync } from 'fastify'
import type { FeedLog, Wake } from './changes.ts'
import type { PublicQueries } from './queries.ts'
import * as answers from './routes/answers.ts'
import * as drawAnswers from './routes/answers-of-draws.ts'
import * as inspectionAnswers from './routes/answers-of-inspections.ts'
import { boardLine, boardRoutes } from './routes/board.ts'
import { changeRoutes, changeSchema } from './routes/changes.ts'
import { documentAnswer, documentRoutes } from './routes/documents.ts'
import { recordRoutes } from './routes/enterprise-record.ts'
import { enterpriseRoutes } from './routes/enterprises.ts'
import { inspectionPlanRoutes } from './routes/inspection-plans.ts'
import { inspectionResultRoutes } from './routes/inspection-results.ts'
import { inspectionRoutes } from './routes/inspections.ts'
import { legalSettingRoutes, legalSettingSchema } from './routes/legal-settings.ts'
import { listRoutes } from './routes/lists.ts'
import { type HealthOptions, healthRoutes, statisticsRoutes } from './routes/service.ts'

export interface PublicApiOptions {
  readonly queries: PublicQueries
  readonly reads: Pick<ReadModels, 'position'> & BoardReads
  readonly log: FeedLog
  readonly clock: Clock
  readonly handler: Pick<CommandHandler, 'handle'>
  readonly deciders: readonly AnyDecider[]
  readonly acts?: CommandOptions['acts']
  /** How the documents of acts read. */
  readonly templates: DocumentTemplates
  /** What the deadlines board joins. */
  readonly clockModels: readonly ClockModel[]
  /** Why the platform can't answer yet; undefined when it can. */
  readonly ready: () => Promise<Sentence | undefined>
  /** What is behind the log. */
  readonly lagging?: HealthOptions['lagging']
  /** Calls back when the log has grown; without it live streams ask once a second. */
  readonly wake?: Wake | undefined
  /** Who may act over HTTP; without it nobody. */
  readonly staff?: Staff | undefined
  /** Requests a minute and address; without it as many as come. */
  readonly rateLimit?: number | undefined
  /** Routes of other services, described and limited like these. */
  readonly also?: readonly FastifyPluginAsync[]
  readonly heartbeatMs?: number | undefined
}

/** Everything that interfaces over HTTP answer to programs: /v1, /health, /openapi.json. */
export const publicApi: FastifyPluginAsync<PublicApiOptions> = async (app, options) => {
  app.setValidatorCompiler(validatorCompiler)
  answerProblems(app)
  protect(app)
  if (options.rateLimit !== undefined) await limit(app, options.rateLimit)
  await describe(app)
  for (const schema of [
    ...Object.values(answers),
    ...Object.values(drawAnswers),
    ...Object.values(inspectionAnswers),
    changeSchema,
    commandAnswer,
    legalSettingSchema,
    documentAnswer,
    boardLine,
  ])
    app.addSchema(schema)
  await app.register(healthRoutes, { prefix: '/health', ready: options.ready, lagging: options.lagging })
  await app.register(
    async (v1) => {
      v1.setNotFoundHandler(options.rateLimit === undefined ? {} : { preHandler: v1.rateLimit() }, unknownRoute)
      await v1.register(enterpriseRoutes, options)
      await v1.register(recordRoutes, options)
      await v1.register(documentRoutes, options)
      await v1.register(listRoutes, options)
      await v1.register(inspectionRoutes, options)
      await v1.register(inspectionPlanRoutes, options)
      await v1.register(inspectionResultRoutes, options)
      await v1.register(changeRoutes, options)
      await v1.register(statisticsRoutes, options)
      await v1.register(legalSettingRoutes, options)
      await v1.register(boardRoutes, options)
      await v1.register(commandRoutes, options)
    },
    { prefix: '/v1' },
  )
  for (const routes of options.also ?? []) await app.register(routes)
}
