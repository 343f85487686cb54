import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CivilDate } from '@mingjian/codes'
import type { Command, Outcome, Swept } from '@mingjian/kernel'
import { type Config, configFrom } from '@mingjian/main/run/config'
import { catchUpPublicLog } from '@mingjian/main/run/follow-log'
import { keepUp } from '@mingjian/main/run/keep-up'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import { partOf, ROLES } from '@mingjian/main/run/roles'
import { serve } from '@mingjian/main/run/serve'
import { sweepDeadlines } from '@mingjian/main/run/sweep'
import { inject } from 'vitest'
import { freshDatabase, startServer } from '../postgres.ts'
import { startRoles } from '../processes.ts'
import { settings, untilCaughtUp } from './kafka.ts'

export const TOKEN = 'a token of staff'
export const AUTHORITY = '昆都仑区市场监督管理局'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger gets has no type
  readonly body: any
}

/** A platform of its own, served over HTTP as `npm start` serves it. */
export interface Journey {
  readonly platform: Platform
  readonly address: string
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answer>
  /** An act of staff; its effects are in every answer afterwards. */
  act(command: string, data: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** A record of another system, as imports bring it. */
  record(command: Command): Promise<Outcome>
  sweep(asOf: CivilDate): Promise<Swept>
  /** Resolves when everything that has happened is in every answer. */
  caughtUp(): Promise<void>
  stopServing(): Promise<void>
  end(): Promise<void>
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** How a journey's platform runs: on Postgres alone; with Kafka, registry and Elasticsearch; or on them with each role in a process of its own. */
    mode: 'embedded' | 'engines' | 'split'
  }
}

const engines = (): NodeJS.ProcessEnv => {
  if (inject('mode') === 'embedded') return {}
  const carried = settings({ kafka: inject('kafka'), registry: inject('registry') })
  return { ...carried, ELASTICSEARCH_URL: inject('elasticsearch'), ELASTICSEARCH_INDEX: `journey-${randomUUID()}` }
}

/** What does the platform's work behind its answers: nobody, who is then asked to; this process; or five others. */
const workers = async (platform: Platform, config: Config, env: NodeJS.ProcessEnv) => {
  if (config.kafka === undefined) return { caughtUp: () => platform.catchUp(), stop: async () => {} }
  const caughtUp = () => untilCaughtUp(platform, config)
  if (inject('mode') !== 'split') return { caughtUp, stop: (await keepUp(platform, config, partOf({}))).stop }
  const roles = ROLES.filter((role) => role !== 'api')
  const processes = await Promise.all(roles.map((role) => startRoles(role, env)))
  return {
    caughtUp,
    stop: async () => {
      for (const one of processes) one.kill('SIGTERM')
      const codes = await Promise.all(processes.map(({ ended }) => ended))
      if (codes.some((code) => code !== 0)) throw new Error(processes.map(({ said }) => said()).join('\n'))
    },
  }
}

export const startJourney = async (environment: NodeJS.ProcessEnv = {}): Promise<Journey> => {
  const server = await startServer()
  const database = await freshDatabase(server.url)
  const data = mkdtempSync(join(tmpdir(), 'mingjian-journey-'))
  const env = {
    PORT: '0',
    DATA_DIR: data,
    DATABASE_URL: database.url,
    STAFF_TOKEN: TOKEN,
    RATE_LIMIT: '100000',
    FIRST_REPORT_YEAR: '2023',
    ...engines(),
    ...environment,
  }
  const config = configFrom(env)
  const platform = await openPlatform(config)
  const serving = await serve(platform, config, { ready: async () => undefined, notice: undefined })
  const working = await workers(platform, config, env)
  const caughtUp = async (): Promise<void> => {
    await working.caughtUp()
    await catchUpPublicLog(platform)
  }
  let acts = 0
  let served = true

  const answer = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${serving.address}${path}`, { redirect: 'manual', ...init })
    const text = await response.text()
    const isJson = /json(;|$)/.test(response.headers.get('content-type') ?? '') && text !== ''
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && !text.includes('}\n{') ? JSON.parse(text) : undefined,
    }
  }
  const stopServing = async (): Promise<void> => {
    if (served) await serving.close()
    served = false
  }
  return {
    platform,
    address: serving.address,
    get: (path, headers = {}, method = 'GET') => answer(path, { method, headers }),
    act: async (command, data, headers = {}) => {
      acts += 1
      const given = {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'idempotency-key': `act-${acts}`,
        ...headers,
      }
      const done = await answer(`/v1/commands/${command}`, {
        method: 'POST',
        headers: given,
        body: JSON.stringify(data),
      })
      await caughtUp()
      return done
    },
    record: async (command) => {
      const outcome = await platform.handler.handle({ command, actor: 'import:test', authority: AUTHORITY })
      await caughtUp()
      return outcome
    },
    sweep: async (asOf) => {
      const swept = await sweepDeadlines(platform, asOf, { begin: true, firstReportYear: 2023 })
      await caughtUp()
      return swept
    },
    caughtUp,
    stopServing,
    end: async () => {
      await stopServing()
      await working.stop()
      await platform.close()
      await database.drop()
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
