import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '@mingjian/kernel/adapters'
import { patience } from '../patience.ts'

const root = join(import.meta.dirname, '..', '..')
const program = join(root, 'services', 'main', 'mingjian.ts')
const launcher = join(root, 'deploy', 'launch.mjs')

/** Settings of the person who runs the tests don't reach the platform under test. */
const OWN = ['DATABASE_URL', 'PORT', 'HOST', 'DEMO', 'DEBUG', 'FIRST_REPORT_YEAR', 'STAFF_TOKEN', 'AUTHORITY']
const environment = (data: string, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.includes(name))),
  DATA_DIR: data,
  RATE_LIMIT: '1000000',
  ...more,
})

export const sample = (name: string): string => join(root, 'test', 'data', 'sample-register', `${name}.jsonl`)

/** Objects of JSON Lines. */
// biome-ignore lint/suspicious/noExplicitAny: what a stranger gets has no type
export const linesOf = (content: string): readonly any[] =>
  content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
// biome-ignore lint/suspicious/noExplicitAny: as above
export const sampleLines = (name: string): readonly any[] => linesOf(readFileSync(sample(name), 'utf8'))

export const csvOf = (records: readonly Readonly<Record<string, unknown>>[]): string => {
  const names = Object.keys(records[0] ?? {})
  const cell = (value: unknown) =>
    value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`
  return [names.join(','), ...records.map((record) => names.map((name) => cell(record[name])).join(','))].join('\r\n')
}

const made: string[] = []
/** A new folder in the system's temporary one; with `from`, holding a copy of a data directory that nobody uses. */
export const folder = (from?: string): string => {
  const path = mkdtempSync(join(tmpdir(), 'mj-'))
  made.push(path)
  if (from !== undefined) cpSync(from, path, { recursive: true, filter: (file) => !file.includes('.s.PGSQL') })
  return path
}
export const removeFolders = (): void => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true })
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface CallOptions {
  readonly env?: NodeJS.ProcessEnv
  /** What comes on standard input. */
  readonly input?: string | Buffer
  /** Words before the program: a limit to run it under. */
  readonly under?: readonly string[]
  /** By way of the launcher, or of npm, which calls the launcher. */
  readonly by?: 'launcher' | 'npm'
}

const spawned = (data: string, args: readonly string[], { env = {}, input, under = [], by }: CallOptions) => {
  const called =
    by === 'npm'
      ? ['npm', 'run', '-s', 'mingjian', '--']
      : [process.execPath, ...(by === 'launcher' ? [launcher] : []), program]
  const [command = '', ...words] = [...under, ...called, ...args]
  const child = spawn(command, words, {
    cwd: root,
    env: environment(data, env),
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, which can be ended as a whole.
    detached: by !== undefined,
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const ended = Promise.all([
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
    text(child.stdout),
    text(child.stderr),
  ]).then(([code, out, err]): Ended => ({ code, out, err }))
  return { child, ended }
}

/** `mingjian ARGS` on a data directory. */
export const mingjian = (data: string, args: readonly string[], options: CallOptions = {}): Promise<Ended> =>
  spawned(data, args, options).ended

/** The same with `--json`, for commands that are to succeed. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export const answerOf = async (data: string, args: readonly string[], options: CallOptions = {}): Promise<any> => {
  const { code, out, err } = await mingjian(data, [...args, '--json'], options)
  if (code === 1) throw new Error(`mingjian ${args.join(' ')}: ${err}`)
  return JSON.parse(out)
}

/** Runs a command and kills it, without a chance to clean up, once the log of its own server has so many events; says how many it had then. */
const killedAt = async (data: string, args: readonly string[], events: number): Promise<number> => {
  const { child, ended } = spawned(data, args, {})
  const db = connect({ socket: join(data, 'run') }, 1)
  let reached = 0
  try {
    while (reached < events && child.exitCode === null) {
      reached = await db.query('select coalesce(max(position), 0) from log.event').then(
        ([row]) => Number(row?.[0]),
        () => 0,
      )
      if (reached < events) await sleep(2)
    }
    child.kill('SIGKILL')
    await ended
  } finally {
    await db.close()
  }
  return reached
}

/** The data of a command that was killed with at least so many events in its log, and before it had them all: it is run on new data until that comes off. */
export const killedBetween = async (
  fresh: () => string,
  args: readonly string[],
  events: number,
  all: number,
): Promise<string> => {
  for (;;) {
    const data = fresh()
    const reached = await killedAt(data, args, events)
    if (reached >= events && reached < all) return data
  }
}

/** Runs a command and kills it, without a chance to clean up, after so many milliseconds. */
export const killedAfter = async (
  data: string,
  args: readonly string[],
  milliseconds: number,
  options: CallOptions = {},
): Promise<Ended> => {
  const { child, ended } = spawned(data, args, options)
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  return ended.finally(() => clearTimeout(timer))
}

export interface Running {
  readonly pid: number
  readonly address: string
  readonly ended: Promise<Ended>
  get(path: string): Promise<{ readonly status: number; readonly text: string }>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  json(path: string): Promise<any>
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

/** `npm start`, or what it calls, until it says that it is ready. */
export const start = async (data: string, options: CallOptions = {}): Promise<Running> => {
  const { child, ended } = spawned(data, ['start'], {
    ...options,
    env: { PORT: '0', DEMO: '0', ...options.env },
  })
  const ready = Promise.withResolvers<string>()
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const address = /http:\/\/[^/\s]+/.exec(said)?.[0]
    if (address !== undefined && said.includes('Ctrl-C')) ready.resolve(address)
  })
  ended.then(({ err }) => ready.reject(new Error(`It ended before it was ready: ${err}`)))
  const address = await ready.promise
  const get: Running['get'] = async (path) => {
    const response = await fetch(`${address}${path}`, { redirect: 'manual' })
    return { status: response.status, text: await response.text() }
  }
  return {
    pid: child.pid ?? 0,
    address,
    ended,
    get,
    json: async (path) => JSON.parse((await get(path)).text),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

/** Whether a Postgres still runs on a data directory. */
export const hasServer = async (data: string): Promise<boolean> => {
  const db = connect({ socket: join(data, 'run') }, 1)
  return db
    .query('select 1')
    .then(
      () => true,
      () => false,
    )
    .finally(() => db.close())
}
export const withoutServer = async (data: string): Promise<boolean> => {
  for (const until = performance.now() + patience(10); performance.now() < until; await sleep(50))
    if (!(await hasServer(data))) return true
  return false
}
