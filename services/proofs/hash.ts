import { runtimeCrypto } from './runtime-crypto.ts'
import { digestOne } from './sha256-many.ts'

/** Named in every record, because an authority may have to use the national SM3 (GB/T 32905) one day. */
export type HashAlgorithm = 'sha-256'

const NATIVE_NAME: Readonly<Record<HashAlgorithm, string>> = { 'sha-256': 'sha256' }

/** Text is hashed as UTF-8, in one call: `Hash` objects would be finalised by the garbage collector, thousands in one pause. */
export const digest = (algorithm: HashAlgorithm, data: string | Uint8Array): Uint8Array =>
  runtimeCrypto?.hash(NATIVE_NAME[algorithm], data, 'buffer') ?? digestOne(data)

/** The same in lower-case hexadecimal. */
export const digestHex = (algorithm: HashAlgorithm, data: string | Uint8Array): string =>
  runtimeCrypto?.hash(NATIVE_NAME[algorithm], data) ?? digestOne(data).toHex()
