import { established, given } from '@mingjian/kernel/given'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RiskFacts } from '../projections/risk-facts.ts'
import { type RiskCommand, risk } from './decider.ts'
import { riskOf } from './score.ts'

const uscc = '91150203YFY8UG164K'
const classify = (riskClass: 'A' | 'B' | 'C', score: number): RiskCommand => ({
  type: 'RecordRiskClass',
  data: { uscc, on: '2026-11-01', riskClass, score, model: 'mingjian-risk-1', reasons: [] },
})
const living = given(risk, { facts: [established()] })

describe('a class', () => {
  test('is recorded when it changes, not when the score moves within it', () => {
    expect(living.when(classify('B', 12)).types).toEqual(['RiskClassified'])
    expect(living.when(classify('B', 12)).when(classify('B', 20)).types).toEqual([])
    expect(living.when(classify('B', 12)).when(classify('C', 35)).events).toMatchObject([
      { data: { riskClass: 'C', before: 'B' } },
    ])
  })
  test('is for enterprises in operation alone', () =>
    expect(given(risk).when(classify('A', 0)).refusal).toBe('not-living'))
})

const AS_OF = '2026-11-01'
const clean: RiskFacts = {
  living: true,
  authority: '昆都仑区市场监督管理局',
  establishedOn: '2015-03-01',
  listings: [],
  serious: [],
  penalties: [],
  missed: [],
  complaints: [],
  inspections: [],
  riskClass: null,
}
const listed = { what: 'annual_report_missed/2025', from: '2026-07-01', to: null }

describe('the score', () => {
  test('of an enterprise with nothing against it is none: class A', () =>
    expect(riskOf(clean, AS_OF)).toEqual({ riskClass: 'A', score: 0, reasons: [] }))

  test('is explained by its facts, whose points add up to it', () => {
    const { score, reasons, riskClass } = riskOf(
      { ...clean, listings: [listed], missed: [{ year: 2025, since: '2026-07-01', filedOn: null }] },
      AS_OF,
    )
    expect([riskClass, score]).toEqual(['C', 35])
    expect(reasons.map((reason) => Number(/(\d+)分$/.exec(reason)?.[1])).reduce((sum, n) => sum + n, 0)).toBe(score)
  })

  test('is that of the day: what came later, was removed or overturned before does not count', () => {
    const later = { ...clean, listings: [listed] }
    expect(riskOf(later, '2026-06-30').riskClass).toBe('A')
    const penalty = { documentNo: '1', on: '2026-01-10', heavier: true, overturnedOn: '2026-05-01' }
    expect(riskOf({ ...clean, penalties: [penalty] }, '2026-04-30').score).toBe(25)
    expect(riskOf({ ...clean, penalties: [penalty] }, AS_OF).score).toBe(0)
  })

  test('counts inspections that found something, for two years', () => {
    const found = { ...clean, inspections: [{ task: 't1', on: '2026-05-01', uncooperative: true }] }
    expect(riskOf(found, AS_OF)).toMatchObject({ riskClass: 'B', score: 15 })
    expect(riskOf(found, '2028-05-01').score).toBe(0)
  })

  test('puts an enterprise on the list of serious violations into class D', () =>
    expect(riskOf({ ...clean, serious: [{ what: 'CASE-1', from: '2026-02-01', to: null }] }, AS_OF).riskClass).toBe(
      'D',
    ))

  test('never falls with one more penalty, entry, missing report, complaint or inspection that found something', () => {
    const day = fc
      .integer({ min: 0, max: 47 })
      .map((n) => `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-15`)
    const facts = fc.record({
      listings: fc.array(
        day.map((from) => ({ what: from, from, to: null })),
        { maxLength: 4 },
      ),
      serious: fc.array(
        day.map((from) => ({ what: from, from, to: null })),
        { maxLength: 1 },
      ),
      penalties: fc.array(
        fc.record({ documentNo: fc.string(), on: day, heavier: fc.boolean(), overturnedOn: fc.constant(null) }),
        { maxLength: 6 },
      ),
      missed: fc.array(
        day.map((since) => ({ year: 2024, since, filedOn: null })),
        { maxLength: 4 },
      ),
      complaints: fc.array(day, { maxLength: 15 }),
      inspections: fc.array(fc.record({ task: fc.string(), on: day, uncooperative: fc.boolean() }), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const both = Object.fromEntries(
          Object.entries(one).map(([name, values]) => [name, [...values, ...other[name as keyof typeof other]]]),
        )
        const [less, more] = [riskOf({ ...clean, ...one }, AS_OF), riskOf({ ...clean, ...both }, AS_OF)]
        expect(more.score).toBeGreaterThanOrEqual(less.score)
        expect(more.riskClass >= less.riskClass).toBe(true)
      }),
    )
  })
})
