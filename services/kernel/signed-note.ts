import { digest } from './hash.ts'
import { runtimeCrypto } from './runtime-crypto.ts'

// C2SP signed-note and tlog-checkpoint: a text, a blank line, and signature lines `— name base64(key hash ‖ signature)`.

const ED25519 = 0x01

/** A verifier key line, `name+hash+base64(0x01 ‖ public key)`. */
export interface VerifierKey {
  readonly name: string
  /** First four bytes of the key's own hash, hexadecimal. */
  readonly id: string
  /** 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array
}

/** Undefined for a line that is no Ed25519 verifier key, or whose hash isn't that of its key. */
export const readVerifierKey = (line: string): VerifierKey | undefined => {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? []
  const key = bytesOf(encoded)
  if (name === undefined || id === undefined || key?.length !== 33 || key[0] !== ED25519) return undefined
  const hashed = Uint8Array.of(...new TextEncoder().encode(`${name}\n`), ...key)
  return digest('sha-256', hashed).slice(0, 4).toHex() === id ? { name, id, publicKey: key.slice(1) } : undefined
}

const bytesOf = (base64: string | undefined): Uint8Array | undefined => {
  if (base64 === undefined) return undefined
  try {
    return Uint8Array.fromBase64(base64, { lastChunkHandling: 'strict' })
  } catch {
    return undefined
  }
}

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** The text that is signed, with its last line end. */
  readonly body: string
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly signature: Uint8Array }[]
}

/** Undefined for a text that is no checkpoint. */
export const readCheckpoint = (note: string): Checkpoint | undefined => {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return undefined
  const body = note.slice(0, end + 1)
  const [origin = '', size = '', encoded] = body.split('\n')
  const root = bytesOf(encoded)
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map(readSignature)
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return undefined
  const read = signatures.filter((signature) => signature !== undefined)
  return read.length < signatures.length ? undefined : { origin, size: Number(size), root, body, signatures: read }
}

const readSignature = (line: string): Checkpoint['signatures'][number] | undefined => {
  const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
  const bytes = bytesOf(encoded)
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined
  return { name, id: bytes.slice(0, 4).toHex(), signature: bytes.slice(4) }
}

// RFC 8410: how an Ed25519 public key is introduced in the one format that the runtime reads.
const SPKI = Uint8Array.fromHex('302a300506032b6570032100')

/** Whether this key signed the checkpoint; undefined where the runtime can't tell. */
export const isSignedBy = (
  { body, signatures }: Checkpoint,
  { name, id, publicKey }: VerifierKey,
): boolean | undefined => {
  if (runtimeCrypto === undefined) return undefined
  const der = Buffer.from([...SPKI, ...publicKey])
  const key = runtimeCrypto.createPublicKey({ key: der, format: 'der', type: 'spki' })
  return signatures.some(
    (own) =>
      own.name === name &&
      own.id === id &&
      runtimeCrypto?.verify(null, new TextEncoder().encode(body), key, own.signature) === true,
  )
}
