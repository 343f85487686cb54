import { randomBytes } from 'node:crypto'

/** So many bytes of the operating system's generator. */
export const systemRandom = (bytes: number): Uint8Array => randomBytes(bytes)
