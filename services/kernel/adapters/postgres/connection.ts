import pg from 'pg'

type Row = readonly unknown[]

const MS_2000 = Date.UTC(2000, 0, 1)
let lastInstant = { written: '', rfc3339: '' }
/** `2026-07-01 08:00:00.12+00` as RFC 3339 with milliseconds; a page of the log mostly repeats the one before. */
const instant = (written: string): string => {
  if (written !== lastInstant.written) lastInstant = { written, rfc3339: new Date(written).toISOString() }
  return lastInstant.rfc3339
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

const OIDS = { text: 25, int4: 23, int8: 20, bytea: 17, date: 1082 } as const
type Element = keyof typeof OIDS

const write = (element: Element, value: string | number | Uint8Array): Uint8Array => {
  switch (element) {
    case 'text':
      return Buffer.from(value as string)
    case 'bytea':
      return value as Uint8Array
    case 'int4': {
      const bytes = Buffer.allocUnsafe(4)
      bytes.writeInt32BE(value as number)
      return bytes
    }
    case 'int8': {
      const bytes = Buffer.allocUnsafe(8)
      bytes.writeBigInt64BE(BigInt(value as number))
      return bytes
    }
    case 'date': {
      const bytes = Buffer.allocUnsafe(4)
      bytes.writeInt32BE((Date.parse(`${value}T00:00:00Z`) - MS_2000) / 86_400_000)
      return bytes
    }
  }
}

/** An array parameter in the binary format: thousands of rows travel as one parameter a column, without quoting or hex. */
export const arrayOf = (element: Element, values: readonly (string | number | Uint8Array | null)[]): Buffer => {
  const cells = values.map((value) => (value === null ? null : write(element, value)))
  let size = 20
  for (const cell of cells) size += 4 + (cell?.length ?? 0)
  const bytes = Buffer.allocUnsafe(size)
  bytes.writeInt32BE(values.length === 0 ? 0 : 1, 0)
  bytes.writeInt32BE(1, 4)
  bytes.writeInt32BE(OIDS[element], 8)
  bytes.writeInt32BE(values.length, 12)
  bytes.writeInt32BE(1, 16)
  let at = 20
  for (const cell of cells) {
    bytes.writeInt32BE(cell === null ? -1 : cell.length, at)
    at += 4
    if (cell === null) continue
    bytes.set(cell, at)
    at += cell.length
  }
  return values.length === 0 ? bytes.subarray(0, 12) : bytes
}

export interface Session {
  /** Rows as arrays of their columns. Parameters: text, numbers, or `arrayOf`. With a name, the statement is prepared once. */
  query(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>
  readonly client: pg.ClientBase
}

export interface Connection extends Session {
  transaction<T>(work: (tx: Session) => Promise<T>, options?: string): Promise<T>
  /** Calls back on every notification of a channel until the returned function is called. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>
  /** A connection of its own, for as long as the work takes. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
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
  const result = await client.query(config as unknown as pg.QueryArrayConfig)
  return result.rows
}

const sessionOf = (client: pg.ClientBase): Session => ({
  client,
  query: (text, values, name) => run(client, text, values, name),
})

/** Opens a pool to a server: a connection URL, or the folder of its Unix socket. */
export const connect = (server: { readonly url: string } | { readonly socket: string }, size = 8): Connection => {
  const where =
    'url' in server ? { connectionString: server.url } : { host: server.socket, user: 'postgres', database: 'postgres' }
  const pool = new pg.Pool({
    ...where,
    max: size,
    application_name: 'mingjian',
    options: '-c timezone=UTC',
    allowExitOnIdle: true,
  })
  // A connection that dies while idle is replaced at the next use; the error itself reaches whoever uses it then.
  pool.on('error', () => {})
  const session = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken = false
    const lost = (): void => {
      broken = true
    }
    client.on('error', lost)
    try {
      return await work(sessionOf(client))
    } catch (error) {
      broken ||= (error as { code?: string }).code === undefined
      throw error
    } finally {
      client.off('error', lost)
      client.release(broken)
    }
  }
  return {
    client: pool as unknown as pg.ClientBase,
    query: (text, values, name) => run(pool, text, values, name),
    session,
    transaction: (work, options = '') =>
      session(async (tx) => {
        await tx.query(`begin ${options}`)
        try {
          const result = await work(tx)
          await tx.query('commit')
          return result
        } catch (error) {
          await tx.query('rollback').catch(() => {})
          throw error
        }
      }),
    listen: async (channel, heard) => {
      const client = await pool.connect()
      client.on('notification', heard)
      await client.query(`listen ${channel}`)
      return async () => {
        client.off('notification', heard)
        await client.query(`unlisten ${channel}`).catch(() => {})
        client.release(true)
      }
    },
    close: () => pool.end(),
  }
}
