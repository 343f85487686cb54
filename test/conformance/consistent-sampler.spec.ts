import { commitmentOf, draw } from '@mingjian/inspection/draw'
import { beforeAll, describe, expect, test } from 'vitest'
import { installSampler, sample } from './consistent-sampler.ts'

const OBJECTS = 100_000
const uscc = (i: number): string =>
  `91150203Y${((i * 7_919_317) % 1_000_000_007).toString(30).toUpperCase().padStart(9, '0')}`
const codes = Array.from({ length: OBJECTS }, (_, i) => uscc(i))
const nonces = ['11'.repeat(32), '22'.repeat(32)]
const inspector = (inspectorId: string) => ({
  inspectorId,
  certificateNo: inspectorId,
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  department: '昆都仑区市场监督管理局',
  specialities: [],
  conflicts: [],
})

describe('PyPI consistent_sampler', () => {
  let python = ''
  beforeAll(async () => {
    python = await installSampler()
  }, 300_000)

  test('agrees with a draw of 3% of 100,000 enterprises, ticket for ticket', { timeout: 120_000 }, async () => {
    const drawn = draw({
      plan: {
        id: 'conformance',
        rates: { all: '3/100' },
        floor: '3/100',
        inspectorsPerObject: 2,
        window: { from: '2026-12-01', to: '2026-12-31' },
      },
      objects: codes.map((code) => `${code},all`),
      inspectors: ['K1', 'K2', 'K3'].map(inspector),
      commitments: nonces.map((nonce, i) => ({ official: `${i}`, sha256: commitmentOf(nonce) })),
      reveals: nonces.map((nonce, i) => ({ official: `${i}`, nonce })),
      publicValue: '3 7 1',
    })
    if ('code' in drawn) throw new Error(drawn.message)
    const { tickets } = await sample(python, drawn.seed, codes, OBJECTS * 0.03)
    expect(drawn.selected.map((own) => [own.ticket, own.uscc])).toEqual(tickets)
  })
})
