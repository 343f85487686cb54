import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Engine, freePort, startElasticsearch, startKafka } from '@mingjian/engines'
import { openServer, type Server } from '@mingjian/kernel/adapters'
import { patience } from '../patience.ts'
import { type RoleProcess, startRoles } from '../processes.ts'

/** Something that may be killed at any moment and is started again, as a supervisor does. */
export interface Victim {
  readonly name: string
  /** Ends it as a crash does, and starts it again after a while. */
  kill(downMs: number): Promise<void>
  /** Resolves when it is up again. */
  up(): Promise<unknown>
  stop(): Promise<void>
}

const RESTART_MS = 200

const supervised = async <T>(
  name: string,
  start: () => Promise<T>,
  kill: (running: T) => Promise<void>,
  stop: (running: T) => Promise<void>,
): Promise<Victim> => {
  const untilStarted = async (): Promise<T> => {
    for (;;) {
      try {
        return await start()
      } catch {
        await sleep(RESTART_MS)
      }
    }
  }
  let running: Promise<T> = start()
  await running
  return {
    name,
    kill: async (downMs) => {
      const killed = await running
      running = kill(killed)
        .then(() => sleep(downMs))
        .then(untilStarted)
    },
    up: () => running,
    stop: async () => stop(await running),
  }
}

export const postgres = async (): Promise<{ readonly victim: Victim; readonly url: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-killed-'))
  let socket = ''
  const victim = await supervised<Server>(
    'Postgres',
    async () => {
      const server = await openServer(folder)
      socket = server.socket
      return server
    },
    async () => {
      process.kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
    },
    async (server) => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  )
  return { victim, url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socket)}` }
}

const engine = async (
  name: string,
  starting: (own: { readonly folder: string; readonly port: number }) => Promise<Engine>,
): Promise<{ readonly victim: Victim; readonly url: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-killed-'))
  const port = await freePort()
  let url = ''
  const victim = await supervised<Engine>(
    name,
    async () => {
      const running = await starting({ folder, port })
      url = running.url
      return running
    },
    (running) => running.kill(),
    async (running) => {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  )
  return { victim, url }
}
export const broker = () => engine('Kafka', startKafka)
export const searchEngine = () => engine('Elasticsearch', startElasticsearch)

export const roles = (names: string, environment: NodeJS.ProcessEnv): Promise<Victim> =>
  supervised<RoleProcess>(
    names,
    () => startRoles(names, environment),
    async (running) => {
      running.kill('SIGKILL')
      await running.ended
    },
    async (running) => {
      running.kill('SIGTERM')
      const late = setTimeout(() => running.kill('SIGABRT'), patience(30))
      const code = await running.ended
      clearTimeout(late)
      if (code !== 0) throw new Error(`${names} ended with ${code}: ${running.said()}`)
    },
  )
