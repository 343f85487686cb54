import { digestOne } from './sha256-many.ts'

/** Named everywhere, because an authority may have to use the national SM3 (GB/T 32905) one day. */
export type HashAlgorithm = 'sha-256'

// A browser has none; there the hash that the draw uses for its many short messages does this work too.
const native = globalThis.process?.getBuiltinModule?.('node:crypto')

const NATIVE_NAME: Readonly<Record<HashAlgorithm, string>> = { 'sha-256': 'sha256' }

/** Text is hashed as UTF-8. */
export const digest = (algorithm: HashAlgorithm, data: string | Uint8Array): Uint8Array =>
  native === undefined ? digestOne(data) : native.createHash(NATIVE_NAME[algorithm]).update(data).digest()

/** The same in lower-case hexadecimal. */
export const digestHex = (algorithm: HashAlgorithm, data: string | Uint8Array): string =>
  native === undefined ? digest(algorithm, data).toHex() : native.hash(NATIVE_NAME[algorithm], data)
