import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withParent } from '@mingjian/kernel/adapters'
import { NoEngine } from './failure.ts'

/** A busy machine takes a minute and more. */
const PATIENCE_MS = 240_000
const LEAVE_MS = 30_000
const POLL_MS = 50
/**
 * Below those that a system gives to outgoing connections (RFC 6056; Linux: from 32768): while a server is away, a client that asks its port again
 * and again would in the end be connected with itself, and hold the port against the server.
 */
const PORTS = [20_000, 32_000] as const

/** A server that runs as a child of this process, and ends with it. */
export interface Engine {
  readonly url: string
  stop(): Promise<void>
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
}

export interface EngineOptions {
  /** Its data, kept for the next start; what it says goes to `log` in it. */
  readonly folder: string
  /** Any free one, unless given. */
  readonly port?: number
}

interface Program {
  readonly name: string
  readonly url: string
  readonly folder: string
  readonly command: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Where it is run, if that isn't its own folder. */
  readonly cwd?: string
  readonly id?: number
  ready(): Promise<boolean>
}

/** Starts it and waits until it answers. Two servers on one folder would spoil its data: the second is not begun. */
export const startEngine = async ({
  name,
  url,
  folder,
  command,
  env,
  cwd = folder,
  id,
  ready,
}: Program): Promise<Engine> => {
  const mark = join(folder, 'pid')
  if (existsSync(mark) && isUsedBy(readFileSync(mark, 'utf8'), folder)) throw new NoEngine(inUse(name, folder))
  const log = join(folder, 'log')
  const output = openSync(log, 'a')
  const before = fstatSync(output).size
  const [first = '', ...rest] = [...withParent('TERM'), ...command]
  const child = spawn(first, rest, {
    cwd,
    stdio: ['ignore', output, output],
    // In a group of its own: the terminal's Ctrl-C reaches the platform, which stops its engines last.
    detached: true,
    env: { ...process.env, ...env },
    ...(id === undefined ? {} : { uid: id, gid: id }),
  })
  closeSync(output)
  writeFileSync(mark, String(child.pid))
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  failed.catch(() => {})
  const until = performance.now() + PATIENCE_MS
  while (!(await Promise.race([failed, ready().catch(() => false)]))) {
    if (!runs(child)) throw new NoEngine(sentenceFor(name, folder, readFileSync(log).subarray(before).toString()))
    if (performance.now() > until) {
      await end(child, 'SIGKILL')
      throw new NoEngine(`${name} did not answer within ${PATIENCE_MS / 60_000} minutes; it says why in ${log}.`)
    }
    await sleep(POLL_MS)
  }
  return { url, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
}

/** Whether the process that once ran there still does; its number may be another program's by now. */
const isUsedBy = (pid: string, folder: string): boolean => {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}

const inUse = (name: string, folder: string): string =>
  `${name} already runs on this data (${folder}): stop the other one first, or choose another DATA_DIR.`

const runs = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null

/** Until nothing of it runs any more: what it started ends with it, but perhaps a moment later. */
const end = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  const { pid } = child
  if (pid === undefined) return
  if (runs(child)) process.kill(signal === 'SIGKILL' ? -pid : pid, signal)
  for (let waited = 0; groupRuns(pid); waited += POLL_MS) {
    if (waited >= LEAVE_MS) process.kill(-pid, 'SIGKILL')
    await sleep(POLL_MS)
  }
}

const groupRuns = (group: number): boolean => {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

const sentenceFor = (name: string, folder: string, said: string): string => {
  if (/No space left/.test(said)) return `The disk that holds ${folder} is full: free some space and start again.`
  const reason = said.split('\n').findLast((line) => /ERROR|Exception|error|fatal/i.test(line)) ?? said.trim()
  return `${name} did not start: ${reason.slice(0, 300) || 'it gave no reason'} (all of it in ${join(folder, 'log')})`
}

/** Its folder, made. */
export const folderOf = ({ folder }: EngineOptions): string => {
  mkdirSync(folder, { recursive: true })
  return resolve(folder)
}

export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 1000; tries += 1) {
    const port = randomInt(...PORTS)
    if (await isFree(port)) return port
  }
  throw new NoEngine(`No port from ${PORTS.join(' to ')} is free on this machine.`)
}
const isFree = (port: number): Promise<boolean> =>
  new Promise((found) => {
    const server = createServer().once('error', () => found(false))
    server.listen(port, '127.0.0.1', () => server.close(() => found(true)))
  })
