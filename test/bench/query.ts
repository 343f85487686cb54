import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publicApi } from '@mingjian/credit-query'
import { deciders } from '@mingjian/main/modules'
import { configFrom } from '@mingjian/main/run/config'
import type { Platform } from '@mingjian/main/run/platform'
import { queriesOf } from '@mingjian/main/run/queries'
import { serve } from '@mingjian/main/run/serve'
import fastify, { type FastifyInstance } from 'fastify'
import { freshDatabase, startServer } from '../postgres.ts'
import type { Report } from './measure.ts'
import { benchPlatform, importRegister, writeRegister } from './register.ts'

const ENTERPRISES = 100_000
const CONNECTIONS = 64
const SECONDS = 3
const ROUNDS = 5

interface Loaded {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}
interface Served {
  readonly what: string
  readonly address: string
  close(): Promise<unknown>
}

const listening = async (what: string, app: FastifyInstance): Promise<Served> => ({
  what,
  address: await app.listen({ port: 0, host: '127.0.0.1' }),
  close: () => app.close(),
})

/** The least that a Fastify route can do: the same bytes, from memory. */
const bare = (json: string): Promise<Served> => {
  const app = fastify()
  app.get('/v1/enterprises/:uscc', (_, reply) => {
    reply.type('application/json; charset=utf-8').send(json)
  })
  return listening('bare Fastify route, the same bytes from memory', app)
}

const api = async (platform: Platform): Promise<Served> => {
  const app = fastify()
  const queries = queriesOf(platform, { authority: '昆都仑区市场监督管理局' })
  await app.register(publicApi, {
    ...platform,
    queries,
    deciders,
    templates: {},
    clockModels: [],
    ready: async () => undefined,
  })
  return listening('GET /v1/enterprises/{uscc}', app)
}

const asStarted = async (platform: Platform): Promise<Served> => {
  const config = { ...configFrom({}), port: 0, rateLimit: 1_000_000_000 }
  const serving = await serve(platform, config, { ready: async () => undefined, notice: undefined })
  return { what: 'the same as npm start serves it, with the rate limit', ...serving }
}

const load = async ({ address }: Served, codes: string, seconds: number): Promise<Loaded> => {
  const script = join(import.meta.dirname, 'load.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [
    script,
    address,
    codes,
    String(CONNECTIONS),
    String(seconds),
  ])
  return JSON.parse(stdout) as Loaded
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Requests a second for an enterprise, anyone of the register, beside a route that does nothing. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const server = await startServer()
  const database = await freshDatabase(server.url)
  const platform = await benchPlatform(database.url)
  try {
    say(`importing ${ENTERPRISES} enterprises and their reports`)
    const files = await writeRegister(folder, ENTERPRISES)
    await importRegister(platform, files)
    await platform.catchUp()
    const codes = readFileSync(files.enterprises, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { uscc: string }).uscc)
    const codesFile = join(folder, 'codes')
    writeFileSync(codesFile, codes.join('\n'))
    const sample = await queriesOf(platform, { authority: '昆都仑区市场监督管理局' }).enterpriseText(codes[0] ?? '')
    if (sample === undefined) throw new Error('the register is empty')

    const served = [await bare(sample.json), await api(platform), await asStarted(platform)]
    const measured = new Map<Served, Loaded[]>(served.map((one) => [one, []]))
    for (const one of served) await load(one, codesFile, 2)
    // In turns, so that what else the machine does falls on all of them.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const one of served) {
        const loaded = await load(one, codesFile, SECONDS)
        if (loaded.failed > 0) throw new Error(`${one.what}: ${loaded.failed} requests failed`)
        measured.get(one)?.push(loaded)
        say(`${one.what}: ${Math.round(loaded.perSecond)}/s`)
      }
    }
    for (const one of served) await one.close()

    const rows = served.map((one) => {
      const rounds = measured.get(one) ?? []
      const of = (member: keyof Loaded): number => median(rounds.map((loaded) => loaded[member]))
      return { what: one.what, callers: CONNECTIONS, perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') }
    })
    const [route = [], ours = []] = served.map((one) => measured.get(one) ?? [])
    const ratio = median(ours.map(({ perSecond }, round) => perSecond / (route[round]?.perSecond ?? Number.NaN)))
    return {
      name: 'query',
      unit: 'requests/s, ms',
      rows,
      goals: [{ goal: 'GET /v1/enterprises/{uscc} beside a bare Fastify route', ratio, atLeast: 0.5 }],
    }
  } finally {
    await platform.close()
    await database.drop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
