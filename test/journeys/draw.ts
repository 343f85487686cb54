import { createHash } from 'node:crypto'
import { addDays } from '@mingjian/codes'
import type { Journey } from './platform.ts'

// A draw as its officials hold it.

export const NONCES: Readonly<Record<string, string>> = { 甲: '11'.repeat(32), 乙: '22'.repeat(32) }
export const sha256 = (nonce: string): string => createHash('sha256').update(Buffer.from(nonce, 'hex')).digest('hex')

/** A plan whose public value comes out at some hour of today, so that every step can be taken today. */
export const planFor = (today: string, own: Readonly<Record<string, unknown>> = {}) => ({
  id: '2026-昆-01',
  name: '年报公示信息抽查',
  year: Number(today.slice(0, 4)),
  scope: { district: '150203' },
  strata: [
    { name: '批发零售', industry: 'F', rate: '1/10' },
    { name: '其他', rate: '3/100' },
  ],
  floor: '3/100',
  inspectorsPerObject: 2,
  window: { from: addDays(today, 1), to: addDays(today, 31) },
  publicSource: { name: '福彩3D', at: today },
  ...own,
})

/** All steps of a draw over HTTP, in their order. */
export const conducted = async (
  { act }: Pick<Journey, 'act'>,
  plan: { readonly id: string },
  publicValue: string,
): Promise<void> => {
  const planId = plan.id
  const officials = Object.entries(NONCES)
  const steps = [
    ['OpenDraw', { plan }],
    ...officials.map(([official, nonce]) => ['CommitNonce', { planId, official, sha256: sha256(nonce) }] as const),
    ...officials.map(([official, nonce]) => ['RevealNonce', { planId, official, nonce }] as const),
    ['RunDraw', { planId, publicValue }],
  ] as const
  for (const [command, data] of steps) {
    const { status, text } = await act(command, data)
    if (status !== 200) throw new Error(`${command}: ${text}`)
  }
}
