import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, connect, openServer, prepare } from '@mingjian/kernel/adapters'
import { tables } from '@mingjian/main/modules'

export interface TestServer {
  /** Connection URL of its administration database. */
  readonly url: string
  stop(): Promise<void>
}

/** The server of DATABASE_URL, else an embedded one in a folder of its own that is gone afterwards. */
export const startServer = async (given = process.env.DATABASE_URL): Promise<TestServer> => {
  if (given !== undefined) return { url: given, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-test-'))
  const server = await openServer(folder)
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(server.socket)}`,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface TestDatabase {
  readonly url: string
  readonly db: Connection
  /** One more pool, as another process has it. */
  open(size?: number): Connection
  drop(): Promise<void>
}

/** A new database on a server, with the platform's tables unless `bare`. */
export const freshDatabase = async (
  serverUrl: string,
  { bare = false, size }: { readonly bare?: boolean; readonly size?: number } = {},
): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = connect({ url: serverUrl }, 1)
  await server.query(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = name
  const opened: Connection[] = []
  const open = (size?: number): Connection => {
    const connection = connect({ url: url.href }, size)
    opened.push(connection)
    return connection
  }
  const db = open(size)
  if (!bare) await prepare(db, tables)
  return {
    url: url.href,
    db,
    open,
    drop: async () => {
      await Promise.all(opened.map((connection) => connection.close()))
      await server.query(`drop database ${name} with (force)`)
      await server.close()
    },
  }
}
