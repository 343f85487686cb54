import type { Refusal } from '@mingjian/kernel'
import { describe, expect, test } from 'vitest'
import { drawPlanOf, isPlan, type Plan, readPlan, stratumFor } from './plan.ts'

const document = {
  id: '2026-昆-01',
  name: '2026年度企业公示信息抽查',
  year: 2026,
  scope: { district: '150203', filedReportFor: 2025 },
  strata: [
    { name: '异常名录', list: 'abnormal', rate: '1/1' },
    { name: '餐饮', industry: 'H62', rate: '10/100' },
    { name: '批零', industry: 'F', rate: '2/100' },
    { name: '其他', rate: '1/100' },
  ],
  floor: '3/100',
  inspectorsPerObject: 2,
  window: { from: '2026-12-01', to: '2026-12-31' },
  publicSource: { name: '福彩3D', at: '2026-11-30T21:15:00+08:00' },
}
const accepted = (changes: object = {}): Plan => {
  const read = readPlan({ ...document, ...changes })
  if (!isPlan(read)) throw new Error(read.map(({ text }) => text.en).join('\n'))
  return read
}
const refusals = (changes: object): readonly Refusal[] => {
  const read = readPlan({ ...document, ...changes })
  return isPlan(read) ? [] : read
}
const strata = (...all: object[]) => ({ strata: all.map((own, i) => ({ name: `${i}`, rate: '1/10', ...own })) })

describe('a plan', () => {
  test('is read as it is written', () => expect(accepted()).toEqual(document))

  test.each([
    ['rate-above-one', strata({ rate: '101/100' })],
    ['duplicate-stratum', strata({ name: '甲' }, { name: '甲' })],
    ['no-strata', { strata: [] }],
    ['floor-below-law', { floor: '29/1000' }],
    ['floor-above-one', { floor: '2/1' }],
    ['too-few-inspectors', { inspectorsPerObject: 1 }],
    ['fewer-inspectors-than-departments', { departments: ['市监', '税务', '住建'] }],
    ['duplicate-department', { departments: ['市监', '市监'] }],
    ['window-reversed', { window: { from: '2026-12-31', to: '2026-12-01' } }],
    ['public-value-after-window', { publicSource: { name: '福彩3D', at: '2026-12-02' } }],
    ['public-source-date', { publicSource: { name: '福彩3D', at: '2026-02-30' } }],
    ['plan-type', strata({ rate: '3%' })],
    ['plan-type', strata({ rate: '1/0' })],
    ['plan-type', strata({ riskClass: 'E' })],
    ['plan-type', strata({ name: '甲\n乙' })],
    ['plan-type', { id: 'a/b' }],
    ['plan-type', { window: { from: '2026-02-30', to: '2026-12-01' } }],
    ['plan-type', { inspectorsPerObject: '2' }],
    ['plan-type', { sealed: false }],
    ['plan-missing', { window: { from: '2026-12-01' } }],
    ['plan-missing', { name: undefined }],
    ['plan-unknown-member', { inspectorPerObject: 3 }],
  ])('is refused as %s (case %#)', (code, changes) => {
    expect(refusals(changes).map((refusal) => refusal.code)).toContain(code)
  })

  test('below the floor of the law is refused with its provision in the wording of that day', () => {
    expect(refusals({ floor: '2/100' })).toEqual([
      {
        code: 'floor-below-law',
        facts: { floor: '2/100' },
        text: {
          zh: '最低比例2/100低于 3/100，请提高。',
          en: 'a floor of 2/100 is below 3/100: raise it',
        },
        provision: 'spot-check-rule@SAMR101:4',
      },
    ])
    const then = { window: { from: '2024-12-01', to: '2024-12-31' }, publicSource: { name: '骰子', at: '2024-11-30' } }
    expect(refusals({ ...then, floor: '2/100' })[0]?.provision).toBe('spot-check-rule@SAIC67:4')
  })

  test('is refused for all its faults at once', () => {
    expect(refusals({ floor: '1/100', inspectorsPerObject: 0, strata: [] }).map(({ code }) => code)).toEqual([
      'floor-below-law',
      'no-strata',
      'too-few-inspectors',
    ])
  })

  test.each([[null], [[]], ['plan'], [42]])('is not %j', (value) => {
    expect(readPlan(value)).toMatchObject([{ code: 'plan-type' }])
  })
})

describe('an object', () => {
  const { strata: own } = accepted()
  const uscc = '91150203Y000000082'

  test.each([
    ['异常名录', { industrySection: 'H', industry: '6210', lists: ['abnormal'] }],
    ['餐饮', { industrySection: 'H', industry: '6210', lists: ['serious'] }],
    ['批零', { industrySection: 'F', industry: '5213' }],
    ['其他', { industrySection: 'H', industry: '6110' }],
    ['其他', {}],
  ])('belongs to the first stratum that fits it: %s', (name, facts) => {
    expect(stratumFor(own, { uscc, ...facts })).toBe(name)
  })

  test('belongs to the stratum of its risk class', () => {
    const byClass = accepted(strata({ riskClass: 'A' }, { riskClass: 'D', industry: '62' })).strata
    expect(stratumFor(byClass, { uscc, riskClass: 'A' })).toBe('0')
    expect(stratumFor(byClass, { uscc, riskClass: 'D', industry: '6220' })).toBe('1')
  })

  test('that fits none is an error in the plan', () => {
    expect(stratumFor(own.slice(0, 3), { uscc })).toMatchObject({
      code: 'no-stratum',
      text: { en: expect.stringContaining(uscc) },
    })
  })
})

describe('the plan of a draw', () => {
  test('has the rate of each stratum and what is excluded', () => {
    const excluded = [{ uscc: '91150203Y000000082', reason: 'deregistered' }]
    expect(drawPlanOf(accepted(), { excluded })).toEqual({
      ...document,
      excluded,
      rates: { 异常名录: '1/1', 餐饮: '10/100', 批零: '2/100', 其他: '1/100' },
    })
  })

  test('with strata by risk class is sealed', () => {
    expect(drawPlanOf(accepted(strata({ riskClass: 'A' }))).sealed).toBe(true)
    expect(drawPlanOf(accepted({ sealed: true })).sealed).toBe(true)
    expect(drawPlanOf(accepted()).sealed).toBeUndefined()
  })

  test('says when it is a rehearsal', () => expect(drawPlanOf(accepted(), { rehearsal: true }).rehearsal).toBe(true))
})
