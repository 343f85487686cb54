import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cosignatureOf, cosignedAt, cosignedText, isSignedBy } from './note-signature.ts'
import {
  readCheckpoint,
  readVerifierKey,
  signedNote,
  verifierKeyOf,
  writeCheckpoint,
  writeVerifierKey,
} from './signed-note.ts'

const read = (file: string) => readFileSync(new URL(`./vectors/tlog/${file}`, import.meta.url), 'utf8')
const checkpoints: string[] = JSON.parse(read('checkpoints.json'))
const keyLine = read('log.pub')

const isSigned = (note: string, line = keyLine): boolean | undefined => {
  const checkpoint = readCheckpoint(note)
  const key = readVerifierKey(line)
  return checkpoint !== undefined && key !== undefined && isSignedBy(checkpoint, key)
}

describe('a checkpoint of another program', () => {
  test.each(checkpoints.map((note, size) => [size, note] as const))(
    'of a log of %i entries is signed by its key',
    (size, note) => {
      expect(readCheckpoint(note)).toMatchObject({ origin: 'example.com/log/testdata', size })
      expect(isSigned(note)).toBe(true)
    },
  )

  test('is no longer signed when a byte of it changes', () => {
    const note = checkpoints[15] ?? ''
    for (let i = 0; i < note.length; i++) {
      const changed = `${note.slice(0, i)}${note[i] === 'A' ? 'B' : 'A'}${note.slice(i + 1)}`
      expect(isSigned(changed), `byte ${i}`).toBe(false)
    }
  })

  test('is not signed by a key of another name', () => {
    expect(isSigned(checkpoints[3] ?? '', keyLine.replace('example.com', 'example.org'))).toBe(false)
  })
})

describe('a checkpoint of our own', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const signed = (text: string) => Uint8Array.from(sign(null, Buffer.from(text), privateKey))
  const parts = {
    origin: 'example.com/明鉴',
    size: 7,
    root: new Uint8Array(32).fill(7),
    extensions: ['lists AAAA', 'x'],
  }
  const body = writeCheckpoint(parts)
  const log = verifierKeyOf(parts.origin, raw)
  const witness = verifierKeyOf('witness.example', raw, 'witness')
  const note = signedNote(body, [
    { ...log, signature: signed(body) },
    { ...witness, signature: cosignatureOf(1_764_000_000, signed(cosignedText(body, 1_764_000_000))) },
  ])

  test('is read as it was written', () => {
    expect(readCheckpoint(note)).toMatchObject({ ...parts, body })
    for (const key of [log, witness]) expect(readVerifierKey(writeVerifierKey(key))).toEqual(key)
  })

  test('is signed by the log and seen by the witness at its time, each in its own way', () => {
    const checkpoint = readCheckpoint(note)
    if (checkpoint === undefined) throw new Error('it is a checkpoint')
    expect(isSignedBy(checkpoint, log)).toBe(true)
    expect(isSignedBy(checkpoint, witness)).toBe(false)
    expect(cosignedAt(checkpoint, witness)).toBe(1_764_000_000)
    expect(cosignedAt(checkpoint, log)).toBeUndefined()
  })

  test('was not seen by the witness at another time, nor in another state', () => {
    const signature = cosignatureOf(1_764_000_001, signed(cosignedText(body, 1_764_000_000)))
    expect(cosignedAt({ body, signatures: [{ ...witness, signature }] }, witness)).toBeUndefined()
    const other = writeCheckpoint({ ...parts, size: 8 })
    expect(cosignedAt({ ...readCheckpoint(note), body: other, signatures: [] }, witness)).toBeUndefined()
  })
})
