import { hash } from 'node:crypto'
import type { Attachments } from '../../ports.ts'

export const memoryAttachments = (): Attachments => {
  const files = new Map<string, Buffer>()
  return {
    put: async (bytes) => {
      const sha256 = hash('sha256', bytes)
      files.set(sha256, Buffer.from(bytes))
      return sha256
    },
    get: async (sha256) => files.get(sha256),
  }
}
