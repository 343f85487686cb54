import type { Refusal } from '@mingjian/kernel'
import { type DrawInput, type Drawn, type DrawPlan, draw } from './draw.ts'
import type { Inspector } from './roster.ts'
import { commitmentOf } from './seed.ts'

// An invented draw for the tests, small enough to change every byte of its proof.

export const codes = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `91150203Y${String(i * 7_919_317).padStart(9, '0')}`)

export const inspector = (inspectorId: string, own: Partial<Inspector> = {}): Inspector => ({
  inspectorId,
  certificateNo: `150203-${inspectorId}`,
  validFrom: '2022-01-01',
  validUntil: '2028-12-31',
  department: '昆都仑区市场监督管理局',
  specialities: [],
  conflicts: [],
  ...own,
})

export const plan: DrawPlan & { readonly publicSource: { readonly name: string; readonly at: string } } = {
  id: '2026-昆-07',
  rates: { 餐饮: '1/4', 其他: '1/10' },
  floor: '3/100',
  inspectorsPerObject: 2,
  window: { from: '2026-12-01', to: '2026-12-31' },
  publicSource: { name: '福彩3D', at: '2026-11-30' },
}

const nonces = [
  '02d8db4666d9eb4a731ed32d00e2d087d2fbe35225eb48139707d685bd8e8b17',
  '2ff8742d44fd219cd9344f7127f34ba466eec948d46a373f645c299b24635d4c',
]
const officials = ['甲', '乙']

export const input: DrawInput = {
  plan,
  objects: codes(12).map((uscc, i) => `${uscc},${i % 3 === 0 ? '餐饮' : '其他'}`),
  inspectors: [
    inspector('K001', { validUntil: '2026-12-30' }),
    inspector('K002', { conflicts: [...codes(12)] }),
    inspector('K003'),
    inspector('K004'),
  ],
  commitments: nonces.map((nonce, i) => ({ official: officials[i] ?? '', sha256: commitmentOf(nonce) })),
  reveals: nonces.map((nonce, i) => ({ official: officials[i] ?? '', nonce })),
  publicValue: '3 7 1',
}

/** The draw of the example with some changes; throws where it is refused. */
export const drawn = (changes: Partial<DrawInput> = {}): Drawn => {
  const outcome: Drawn | Refusal = draw({ ...input, ...changes })
  if ('code' in outcome) throw new Error(`${outcome.code}: ${outcome.text.en}`)
  return outcome
}
