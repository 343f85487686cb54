import { describe, expect, test } from 'vitest'
import { drawn, input } from './example-draw.ts'
import { checkReveals, commitmentOf, seedOf, seedText } from './seed.ts'

const parts = {
  planId: '2026-01',
  populationRoot: 'aa',
  rosterRoot: 'bb',
  nonces: ['01', '02'],
  publicValue: '  3 7 1\r\n',
}

describe('the seed', () => {
  test('is made of a text with one line a part, the public value without blanks around it', () => {
    expect(seedText(parts)).toBe('mingjian-draw-1\n2026-01\naa\nbb\n01\n02\n3 7 1\n')
  })

  test('depends on the order of the officials', () => {
    expect(seedOf({ ...parts, nonces: ['02', '01'] })).not.toBe(seedOf(parts))
  })

  test('of a draw changes with the public value', () => {
    expect(drawn({ publicValue: '3 7 2' }).seed).not.toBe(drawn().seed)
  })
})

describe('a reveal', () => {
  const { commitments, reveals } = input
  const [one, two] = reveals
  if (one === undefined || two === undefined) throw new Error('the example has two officials')

  test('is taken when every nonce is the one committed, in its order', () => {
    expect(checkReveals(commitments, reveals)).toBeUndefined()
  })

  test.each([
    ['reveal-missing', [one]],
    ['reveal-order', [two, one]],
    ['nonce-mismatch', [one, { ...two, nonce: one.nonce }]],
    ['nonce-malformed', [one, { ...two, nonce: two.nonce.slice(2) }]],
    ['nonce-malformed', [one, { ...two, nonce: two.nonce.toUpperCase() }]],
    ['reveal-unasked', [one, two, { ...one, official: '丙' }]],
  ])('is refused as %s', (code, given) => {
    expect(checkReveals(commitments, given)).toMatchObject({ code })
  })

  test('opens a commitment to the raw bytes of its nonce', () => {
    expect(commitmentOf('00'.repeat(32))).toBe('66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925')
  })
})
