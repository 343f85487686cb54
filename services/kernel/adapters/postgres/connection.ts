import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { DatabaseAway } from '../../away.ts'

type Row = readonly unknown[]

/** `2026-07-01 08:00:00.12+00` as RFC 3339 with milliseconds; the session's time zone is UTC. */
const instant = (written: string): string => {
  const fraction = written[19] === '.' ? written.slice(20, -3) : ''
  return `${written.slice(0, 10)}T${written.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}
const elements = (written: string): string[] => (written === '{}' ? [] : written.slice(1, -1).split(','))

const parsers: Readonly<Record<number, (written: string) => unknown>> = {
  16: (written) => written === 't',
  17: (written) => Buffer.from(written.slice(2), 'hex'),
  20: Number,
  21: Number,
  23: Number,
  700: Number,
  701: Number,
  1184: instant,
  1007: (written) => elements(written).map(Number),
}
const asWritten = (written: string): string => written
const types = { getTypeParser: (oid: number) => parsers[oid] ?? asWritten } as unknown as pg.CustomTypesConfig

export interface Session {
  /** Rows as arrays of their columns. Parameters: text, numbers, or `arrayOf`. With a name, the statement is prepared once. */
  query(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>
  /** Feeds `copy … from stdin`. */
  copy(text: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void>
}

export interface Connection extends Session {
  transaction<T>(work: (tx: Session) => Promise<T>, options?: string): Promise<T>
  /** Calls back on every notification of a channel until the returned function is called. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>
  /** One connection with pipelined queries; the server carries them out in order, each in a transaction of its own. */
  readonly pipelined: Session
  /** A connection of its own, for as long as the work takes. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

// Of the network, and of Postgres: too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now.
const AWAY = /^(E[A-Z_]+|53300|57P0[123])$/
const LOST = /Connection terminated|connection error|timeout expired/

const unanswered = (error: Error & { readonly code?: string }): never => {
  throw AWAY.test(error.code ?? '') || LOST.test(error.message)
    ? new DatabaseAway(`The database does not answer (${error.message})`, { cause: error })
    : error
}

const run = async (
  client: pg.ClientBase | pg.Pool,
  text: string,
  values?: readonly unknown[],
  name?: string,
): Promise<Row[]> => {
  const config = {
    text,
    rowMode: 'array',
    types,
    ...(values === undefined ? {} : { values: [...values] }),
    ...(name === undefined ? {} : { name }),
  }
  const result = await client.query(config as unknown as pg.QueryArrayConfig).catch(unanswered)
  return result.rows
}

/** SQLSTATE classes 22 and 23: this data can't be stored, other data can. */
export const isDataError = (error: unknown): error is Error =>
  error instanceof Error && /^2[23]/.test(String((error as { code?: unknown }).code))

const sessionOf = (client: pg.ClientBase): Session => ({
  query: (text, values, name) => run(client, text, values, name),
  copy: (text, chunks) => pipeline(Readable.from(chunks), client.query(copyFrom(text))),
})

// The code parses instants and days in this format, and the append must see what was committed while it waited for its lock.
const OPTIONS = '-c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c default_transaction_isolation=read\\ committed'
const LISTEN_AGAIN_MS = 1000
/** For single sessions only: in a pool it would limit the wait for a connection as well. */
const CONNECT_MS = 10_000

/**
 * Opens a pool to a server: a connection URL, or the folder of its Unix socket. With `derived`, commits don't wait for the disk: for what
 * can be folded again from the log, together with how far it has been.
 */
export const connect = (
  server: { readonly url: string } | { readonly socket: string },
  size = 8,
  { derived = false }: { readonly derived?: boolean } = {},
): Connection => {
  const where =
    'url' in server ? { connectionString: server.url } : { host: server.socket, user: 'postgres', database: 'postgres' }
  const config = {
    ...where,
    application_name: 'mingjian',
    options: derived ? `${OPTIONS} -c synchronous_commit=off` : OPTIONS,
  }
  const pool = new pg.Pool({ ...config, max: size, allowExitOnIdle: true })
  // A connection that dies while idle is replaced at the next use, whose caller gets the error.
  pool.on('error', () => {})

  /** Beside the pool, so that long work on a connection doesn't starve short queries. */
  const session = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ ...config, connectionTimeoutMillis: CONNECT_MS })
    client.on('error', () => {})
    await client.connect().catch(unanswered)
    try {
      return await work(sessionOf(client))
    } finally {
      await client.end().catch(() => {})
    }
  }
  let pipeline: Promise<pg.Client> | undefined
  /** A broken connection is replaced at the next use; its user gets the error. */
  const piped = (): Promise<pg.Client> => {
    pipeline ??= (async () => {
      const client = new pg.Client({ ...config, pipeline: true } as pg.ClientConfig)
      const lost = (): void => {
        pipeline = undefined
      }
      client.once('end', lost).on('error', lost)
      await client.connect().catch(unanswered)
      return client
    })()
    pipeline.catch(() => {
      pipeline = undefined
    })
    return pipeline
  }
  return {
    pipelined: {
      query: async (text, values, name) => run(await piped(), text, values, name),
      copy: (text, chunks) => session((own) => own.copy(text, chunks)),
    },
    query: (text, values, name) => run(pool, text, values, name),
    copy: (text, chunks) => session((own) => own.copy(text, chunks)),
    session,
    transaction: async (work, options = '') => {
      const client = await pool.connect().catch(unanswered)
      // Without a listener, a connection that breaks between two queries would end the process; the next query reports it.
      const lost = (): void => {}
      client.on('error', lost)
      let usable = true
      try {
        const tx = sessionOf(client)
        await tx.query(`begin ${options}`)
        try {
          const result = await work(tx)
          await tx.query('commit')
          return result
        } catch (error) {
          await tx.query('rollback').catch(() => {
            usable = false
          })
          throw error
        }
      } finally {
        client.off('error', lost)
        client.release(!usable)
      }
    },
    listen: async (channel, heard) => {
      let stopped = false
      let current: pg.Client | undefined
      let again: NodeJS.Timeout | undefined
      const open = async (): Promise<void> => {
        const client = new pg.Client(config)
        current = client
        client.on('notification', heard)
        client.on('error', () => {})
        client.once('end', () => {
          if (!stopped) again = setTimeout(() => open().then(heard, () => {}), LISTEN_AGAIN_MS)
        })
        await client.connect()
        await client.query(`listen ${channel}`)
      }
      await open()
      return async () => {
        stopped = true
        clearTimeout(again)
        await current?.end().catch(() => {})
      }
    },
    close: async () => {
      await Promise.all([pool.end(), pipeline?.then((client) => client.end()).catch(() => {})])
    },
  }
}
