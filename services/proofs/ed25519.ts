import { ed25519 } from '@noble/curves/ed25519.js'
import { runtimeCrypto } from './runtime-crypto.ts'

// RFC 8410: the DER header of an Ed25519 public key, the format that the runtime reads.
const SPKI = Uint8Array.fromHex('302a300506032b6570032100')

/** Whether 64 bytes are the signature (RFC 8032) of a message. A browser's own Ed25519 answers later and in secure contexts alone. */
export const isSignature = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean => {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  if (runtimeCrypto === undefined) return ed25519.verify(signature, message, publicKey, { zip215: false })
  const key = runtimeCrypto.createPublicKey({ key: Buffer.from([...SPKI, ...publicKey]), format: 'der', type: 'spki' })
  return runtimeCrypto.verify(null, message, key, signature)
}
