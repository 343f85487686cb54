import { hash } from 'node:crypto'
import type { Attachments } from '../../ports.ts'
import type { Connection } from './connection.ts'

export const postgresAttachments = (db: Connection): Attachments => ({
  put: async (bytes) => {
    const sha256 = hash('sha256', bytes)
    await db.query('insert into log.attachment values ($1, $2) on conflict do nothing', [sha256, Buffer.from(bytes)])
    return sha256
  },
  get: async (sha256) =>
    (await db.query('select bytes from log.attachment where sha256 = $1', [sha256]))[0]?.[0] as Buffer | undefined,
})
