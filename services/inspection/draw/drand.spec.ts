import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isRoundSignature, roundFrom, timeOfRound } from './drand.ts'
import { drawn, plan } from './example-draw.ts'
import { proofOf, writeProof } from './proof.ts'
import { publicSourceFault, publicValueFault } from './public-source.ts'
import { verifyProof } from './verify.ts'

interface Chain {
  readonly rounds: readonly { readonly round: number; readonly signature: string; readonly randomness: string }[]
}
const { rounds }: Chain = JSON.parse(readFileSync(new URL('../vectors/drand-quicknet.json', import.meta.url), 'utf8'))
const AT = '2023-08-23T15:59:24Z'
const SOURCE = { name: 'drand quicknet', at: AT }

describe.each(rounds)('round $round of drand quicknet', ({ round, signature, randomness }) => {
  test('is told by its signature, and no other round is', () => {
    expect(isRoundSignature(round, signature)).toBe(true)
    expect(isRoundSignature(round + 1, signature)).toBe(false)
    expect(isRoundSignature(round, `${signature.slice(0, -1)}8`)).toBe(false)
    expect(isRoundSignature(round, randomness)).toBe(false)
  })

  test('comes out at its time', () => {
    expect(timeOfRound(round).toString()).toBe(AT)
    expect(roundFrom(Temporal.Instant.from(AT))).toBe(round)
  })

  test('is the value of a source that names it, or its time', () => {
    expect(publicValueFault(SOURCE, signature)).toBeUndefined()
    expect(publicValueFault({ name: `drand quicknet 第${round}轮` }, signature)).toBeUndefined()
    expect(publicValueFault({ name: `drand quicknet ${round + 1}` }, signature)?.code).toBe('drand-signature')
    expect(publicValueFault(SOURCE, '3 7 1')?.code).toBe('drand-signature')
  })

  test('can not be waited for at another time', () => {
    expect(publicSourceFault({ name: `drand quicknet ${round}`, at: AT })).toBeUndefined()
    expect(publicSourceFault({ name: `drand quicknet ${round}`, at: '2023-08-23' })).toBeUndefined()
    expect(publicSourceFault({ name: `drand quicknet ${round}`, at: '2023-08-24T00:00:00Z' })?.code).toBe(
      'public-source-round',
    )
  })

  test('is checked in a proof that it went into', () => {
    const file = (publicValue: string): string =>
      writeProof(proofOf(drawn({ plan: { ...plan, publicSource: SOURCE } as typeof plan, publicValue }), SOURCE.name))
    const step = (publicValue: string) =>
      verifyProof(file(publicValue)).steps.find((one) => one.step === 'public-value')
    expect(step(signature)).toMatchObject({ ok: true, detail: `the signature of round ${round} of drand quicknet` })
    expect(step(`${signature.slice(0, -1)}8`)?.ok).toBe(false)
  })
})
