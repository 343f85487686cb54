import { randomBytes } from 'node:crypto'

/** Bytes from the operating system's generator. */
export const systemRandom = (bytes: number): Uint8Array => randomBytes(bytes)
