import { digest } from './hash.ts'

// C2SP signed-note, tlog-checkpoint and tlog-cosignature: a text, a blank line, and signature lines `— name base64(key id ‖ signature)`.

/** What a key signs: the note itself; for a witness 见证方, the time at which it saw the note, and the note. */
export type KeyKind = 'log' | 'witness'

const TYPE_BYTE: Readonly<Record<KeyKind, number>> = { log: 0x01, witness: 0x04 }
const kindOf = (byte: number | undefined): KeyKind | undefined =>
  byte === TYPE_BYTE.log ? 'log' : byte === TYPE_BYTE.witness ? 'witness' : undefined

/** A verifier key line, `name+id+base64(type ‖ public key)`. */
export interface VerifierKey {
  readonly kind: KeyKind
  readonly name: string
  /** First four bytes of the key's own hash, hexadecimal. */
  readonly id: string
  /** 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const keyId = (name: string, typed: Uint8Array): string =>
  digest('sha-256', Uint8Array.of(...utf8(`${name}\n`), ...typed))
    .slice(0, 4)
    .toHex()

/** The verifier key of a name and a public key of Ed25519. */
export const verifierKeyOf = (name: string, publicKey: Uint8Array, kind: KeyKind = 'log'): VerifierKey => ({
  ...{ kind, name, publicKey },
  id: keyId(name, Uint8Array.of(TYPE_BYTE[kind], ...publicKey)),
})

export const writeVerifierKey = ({ kind, name, id, publicKey }: VerifierKey): string =>
  `${name}+${id}+${Uint8Array.of(TYPE_BYTE[kind], ...publicKey).toBase64()}`

/** Undefined for a line that is no verifier key of Ed25519, or whose id isn't that of its key. */
export const readVerifierKey = (line: string): VerifierKey | undefined => {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? []
  const typed = bytesOf(encoded)
  const kind = kindOf(typed?.[0])
  if (name === undefined || typed?.length !== 33 || kind === undefined || keyId(name, typed) !== id) return undefined
  return { kind, name, id, publicKey: typed.slice(1) }
}

const bytesOf = (base64: string | undefined): Uint8Array | undefined => {
  if (base64 === undefined) return undefined
  try {
    return Uint8Array.fromBase64(base64, { lastChunkHandling: 'strict' })
  } catch {
    return undefined
  }
}

/** A signature line. */
export interface NoteSignature {
  readonly name: string
  readonly id: string
  readonly signature: Uint8Array
}

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Lines behind the root. */
  readonly extensions: readonly string[]
  /** The text that is signed, with its last line end. */
  readonly body: string
  readonly signatures: readonly NoteSignature[]
}

/** The text of a checkpoint; its parts are one line each. */
export const writeCheckpoint = ({
  origin,
  size,
  root,
  extensions,
}: Pick<Checkpoint, 'origin' | 'size' | 'root' | 'extensions'>): string =>
  [origin, size, root.toBase64(), ...extensions, ''].join('\n')

export const signatureLine = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${Uint8Array.of(...Uint8Array.fromHex(id), ...signature).toBase64()}\n`

export const signedNote = (body: string, signatures: readonly NoteSignature[]): string =>
  `${body}\n${signatures.map(signatureLine).join('')}`

/** Undefined for a text that is no checkpoint. */
export const readCheckpoint = (note: string): Checkpoint | undefined => {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return undefined
  const body = note.slice(0, end + 1)
  const [origin = '', size = '', encoded, ...extensions] = body.slice(0, -1).split('\n')
  const root = bytesOf(encoded)
  const signatures = readSignatures(note.slice(end + 2))
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32 || signatures === undefined)
    return undefined
  return { origin, size: Number(size), root, extensions, body, signatures }
}

/** Undefined unless every line is a signature. */
export const readSignatures = (lines: string): readonly NoteSignature[] | undefined => {
  const read = lines.replace(/\n$/, '').split('\n').map(readSignature)
  return read.every((signature) => signature !== undefined) ? read : undefined
}

const readSignature = (line: string): NoteSignature | undefined => {
  const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
  const bytes = bytesOf(encoded)
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined
  return { name, id: bytes.slice(0, 4).toHex(), signature: bytes.slice(4) }
}
