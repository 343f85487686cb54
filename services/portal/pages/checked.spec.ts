import { refusal } from '@mingjian/kernel'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../module.ts'
import type { ScannedSlip } from '../ports.ts'
import { CLEAN, HOSTILE, OFFICE, queries, TODAY } from '../register-of-three.fixture.ts'

const over = refusal('out-of-order', { zh: '检查已经结束', en: 'the check is over' })
const unknownCode = refusal('unknown-code', { zh: '没有这个代码', en: 'there is no such code' })

const CODE = 'ab'.repeat(16)
const SLIP: ScannedSlip = {
  ...{
    slipNo: '昆市监检任〔2026〕3号',
    authority: OFFICE,
    uscc: CLEAN,
    planName: HOSTILE,
    from: TODAY,
    to: '2199-12-31',
  },
  ...{ issuedOn: TODAY, stage: 'issued', cancelled: null, onSite: true, enteredAt: null, scanned: false },
  items: [{ name: HOSTILE, legalBasis: ['《行政处罚法》第五十五条', HOSTILE], content: HOSTILE, method: '实地核查' }],
  officers: [
    { department: OFFICE, certificateNo: '150203001', validUntil: '2199-12-31' },
    { department: HOSTILE, certificateNo: '150203002', validUntil: '2020-01-01' },
  ],
}
let slip: ScannedSlip | undefined
let app: FastifyInstance
beforeAll(async () => {
  app = fastify()
  await app.register(
    portal({
      queries,
      clock: { today: () => TODAY },
      checked: {
        slip: async (code) => (code === CODE ? slip : undefined),
        scan: async (code) =>
          code !== CODE || slip === undefined
            ? undefined
            : slip.stage === 'issued'
              ? { ...slip, scanned: true }
              : over({}),
        aspects: ['规范', '公正'],
        rate: async (code) => (code === CODE ? undefined : unknownCode({})),
      },
    }),
  )
})
afterAll(() => app.close())

const page = async (own: Partial<ScannedSlip>) => {
  slip = { ...SLIP, ...own }
  const { statusCode, body, headers } = await app.inject({ url: `/visits/${CODE}` })
  return { status: statusCode, body, kept: headers['cache-control'] }
}
const submitted = async (url: string, fields: Readonly<Record<string, string>>) => {
  const { statusCode, body, headers } = await app.inject({
    ...{ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    payload: new URLSearchParams(fields).toString(),
  })
  return { status: statusCode, body, to: headers.location }
}

describe('a task slip', () => {
  test('says who checks what on which basis and what may be asked of them, and lets nothing hostile through', async () => {
    const { status, body, kept } = await page({})
    expect([status, kept]).toEqual([200, 'no-store'])
    for (const words of [
      '昆市监检任〔2026〕3号',
      '150203001',
      '《行政处罚法》(2021年修订)第五十五条第一款',
      '已过期，可以拒绝检查',
      '检查人员已经到场、亮证',
    ])
      expect(body).toContain(words)
    expect(body).not.toMatch(/<script>|\[object|undefined|NaN/)
  })
  test('that was cancelled warns of who holds it, and offers nothing to confirm', async () => {
    const { body } = await page({ stage: 'cancelled', cancelled: '抽取作废' })
    expect(body).toContain('这张任务单已经取消')
    expect(body).not.toContain('<form class="form"')
  })
  test.each(['completed', 'passed', 'publicised'])('of a check that is over says so: %s', async (stage) => {
    expect((await page({ stage })).body).toContain('这次检查已经结束')
  })
  test('is confirmed on entry, once', async () => {
    slip = SLIP
    expect(await submitted(`/visits/${CODE}/entry`, {})).toMatchObject({ status: 303, to: `/visits/${CODE}` })
    const { body } = await page({ scanned: true, enteredAt: '2026-11-25T02:00:00Z' })
    expect(body).toContain('已经确认入企')
    expect(body).not.toContain('<form class="form"')
  })
  test('that is over is not confirmed any more', async () => {
    slip = { ...SLIP, stage: 'completed' }
    expect(await submitted(`/visits/${CODE}/entry`, {})).toMatchObject({ status: 409 })
  })
  test.each(['x', 'cd'.repeat(16), '%00', CODE.toUpperCase()])('is not found by another code: %s', async (code) => {
    slip = SLIP
    expect((await app.inject({ url: `/visits/${code}` })).statusCode).toBe(404)
    expect((await submitted(`/visits/${code}/entry`, {})).status).toBe(404)
  })
})

describe('a rating', () => {
  const scores = { 'score-0': '5', 'score-1': '1' }
  test('is taken by a one-time code, as people copy it', async () => {
    const { status, body } = await submitted('/ratings', {
      code: ` ${CODE.slice(0, 16).toUpperCase()} ${CODE.slice(16)}`,
      ...scores,
    })
    expect(status).toBe(200)
    expect(body).toContain('已经收下')
  })
  test('by another code, or without every score, is refused in words', async () => {
    expect((await submitted('/ratings', { code: 'cd'.repeat(16), ...scores })).body).toContain('没有这个评价码')
    expect((await submitted('/ratings', { code: CODE, 'score-0': '5' })).status).toBe(400)
    expect((await submitted('/ratings', { code: CODE, 'score-0': '6', 'score-1': '1' })).status).toBe(400)
  })
  test('has no field for text, which would betray its author', async () => {
    const { body } = await app.inject({ url: '/ratings' })
    expect(body).not.toContain('<textarea')
  })
})
