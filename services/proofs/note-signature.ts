import { isSignature } from './ed25519.ts'
import type { Checkpoint, NoteSignature, VerifierKey } from './signed-note.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const ownOf = ({ signatures }: Pick<Checkpoint, 'signatures'>, { name, id }: VerifierKey): readonly NoteSignature[] =>
  signatures.filter((signature) => signature.name === name && signature.id === id)

/** Whether this key of a log signed the checkpoint. */
export const isSignedBy = (checkpoint: Pick<Checkpoint, 'body' | 'signatures'>, key: VerifierKey): boolean =>
  key.kind === 'log' &&
  ownOf(checkpoint, key).some(({ signature }) => isSignature(signature, utf8(checkpoint.body), key.publicKey))

const TIME = 8

/** The statement of a witness (tlog-cosignature): it saw this checkpoint at this time, in whole seconds since 1970, and none that contradicts it. */
export const cosignedText = (body: string, seconds: number): string => `cosignature/v1\ntime ${seconds}\n${body}`

export const cosignatureOf = (seconds: number, signature: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(TIME + signature.length)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds))
  bytes.set(signature, TIME)
  return bytes
}

/** When this witness saw the checkpoint, in seconds since 1970; undefined when it did not sign it. */
export const cosignedAt = (
  checkpoint: Pick<Checkpoint, 'body' | 'signatures'>,
  key: VerifierKey,
): number | undefined => {
  if (key.kind !== 'witness') return undefined
  for (const { signature } of ownOf(checkpoint, key)) {
    if (signature.length <= TIME) continue
    const seconds = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0))
    if (!Number.isSafeInteger(seconds)) continue
    if (isSignature(signature.slice(TIME), utf8(cosignedText(checkpoint.body, seconds)), key.publicKey)) return seconds
  }
  return undefined
}
