import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isSignedBy, readCheckpoint, readVerifierKey } from './signed-note.ts'

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
