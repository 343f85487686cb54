import {
  cosignatureOf,
  cosignedAt,
  cosignedText,
  readCheckpoint,
  signatureLine,
  verifyConsistency,
  writeVerifierKey,
} from '@mingjian/proofs'
import { describe, expect, test } from 'vitest'
import { A, listed, openLog, signerOf } from './log.fixture.ts'
import { verifyLogProof } from './verify.ts'
import { type Post, readWitnesses, witnessing } from './witness.ts'

const signer = signerOf(42, 'witness.example', 'witness')
const keyLine = writeVerifierKey(signer.key)

/** A witness as tlog-witness has it: it signs what continues the last tree that it saw, and nothing else. */
const witnessOf = () => {
  const seen = { size: 0, root: new Uint8Array(), requests: [] as string[] }
  const post: Post = async (url, request) => {
    seen.requests.push(url)
    const [old = '', ...rest] = request.split('\n')
    const blank = rest.indexOf('')
    const checkpoint = readCheckpoint(rest.slice(blank + 1).join('\n'))
    if (checkpoint === undefined) return { status: 400, body: '' }
    if (Number(old.replace('old ', '')) !== seen.size) return { status: 409, body: `${seen.size}\n` }
    const proof = rest.slice(0, blank).map((line) => Uint8Array.fromBase64(line))
    const { size, root } = checkpoint
    if (seen.size > 0 && !verifyConsistency({ size1: seen.size, root1: seen.root, size2: size, root2: root, proof }))
      return { status: 422, body: 'not a continuation' }
    Object.assign(seen, { size, root })
    const signature = cosignatureOf(1_780_000_000, await signer.sign(cosignedText(checkpoint.body, 1_780_000_000)))
    return { status: 200, body: signatureLine({ ...signer.key, signature }) }
  }
  return { seen, post }
}

describe('a witness', () => {
  const witness = { key: signer.key, url: 'https://witness.example/log' }

  test('is shown each checkpoint with the proof that it continues the last, and its signature is served', async () => {
    const { happened, log, store, keyLines } = openLog()
    const { seen, post } = witnessOf()
    const show = witnessing({ store, post }, witness)
    await happened(A, listed(2023), listed(2024))
    expect(await show()).toBe(true)
    await happened(A, listed(2025))
    expect(await show()).toBe(true)
    expect(await show(), 'nothing new').toBe(false)
    expect(seen.requests).toEqual(Array(2).fill('https://witness.example/log/add-checkpoint'))
    const checkpoint = readCheckpoint((await log.checkpoint())?.note ?? '')
    expect(checkpoint && cosignedAt(checkpoint, signer.key)).toBe(1_780_000_000)
    const verified = verifyLogProof(await log.lists(A), [...keyLines(), keyLine].join('\n'))
    expect(verified.steps.at(-1)?.detail).toContain('seen by witness.example at 2026-05-28T20:26:40.000Z')
  })

  test('says itself what it saw, to a log that has forgotten', async () => {
    const { happened, store } = openLog()
    const { post } = witnessOf()
    await happened(A, listed(2024))
    await witnessing({ store, post }, witness)()
    await happened(A, listed(2025))
    expect(await witnessing({ store, post }, witness)()).toBe(true)
  })

  test('that refuses, or signs something else, is not heard', async () => {
    const { happened, log, store } = openLog()
    await happened(A, listed(2024))
    const before = await log.checkpoint()
    for (const answer of [
      { status: 403, body: 'no' },
      { status: 200, body: '— witness.example AAAAAAAA\n' },
      { status: 200, body: 'nothing of the kind' },
      { status: 409, body: '7\n' },
    ])
      await expect(witnessing({ store, post: async () => answer }, witness)()).rejects.toThrow('witness.example')
    expect(await log.checkpoint()).toEqual(before)
  })

  test('whose signature is asked for and missing fails the proof', async () => {
    const { happened, log, keyLines } = openLog()
    await happened(A, listed(2024))
    expect(verifyLogProof(await log.lists(A), [...keyLines(), keyLine].join('\n'))).toMatchObject({ ok: false })
  })
})

test('witnesses are written as key and address, one a line', () => {
  expect(readWitnesses(`${keyLine} https://w.example/\n\n`)).toEqual([{ key: signer.key, url: 'https://w.example' }])
  expect(readWitnesses('')).toEqual([])
  for (const wrong of [
    keyLine,
    `${keyLine} nowhere`,
    'key https://w.example',
    `${writeVerifierKey(signerOf(1).key)} https://w.example`,
  ])
    expect(readWitnesses(wrong)).toBeUndefined()
})
