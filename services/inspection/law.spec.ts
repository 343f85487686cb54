import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INSPECTION_RESULTS, publishResultsBy, ratioFault, rules, sampleSize } from './law.ts'

const ask = (name: string, given: Readonly<Record<string, unknown>>) =>
  rules.find((r) => r.name === name)?.evaluate(given, '2026-11-23')

describe('sampling', () => {
  test.each([
    [0, 300, 0],
    [1, 300, 1],
    [33, 300, 1],
    [34, 300, 2],
    [100, 300, 3],
    [101, 300, 4],
    [100, 700, 7],
    [25, 2_800, 7],
  ])('of %d at %d basis points takes %d', (pool, ratio, sample) => {
    expect(sampleSize(pool, ratio)).toBe(sample)
  })

  test('takes the least number that is not below the ratio, of any pool', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), fc.integer({ min: 0, max: 10_000 }), (pool, ratio) => {
        const sample = BigInt(sampleSize(pool, ratio)) * 10_000n
        const asked = BigInt(pool) * BigInt(ratio)
        expect(sample >= asked && sample - asked < 10_000n).toBe(true)
      }),
    )
  })

  test('takes more where the risk is higher, or as much', () => {
    expect(ratioFault({ A: 100, B: 100, C: 1_000, D: 1_000 })).toBeUndefined()
    expect(ratioFault({ A: 100, B: 200, C: 100, D: 50 })).toBe('B>C')
    expect(ratioFault({ D: 1, A: 2 })).toBe('A>D')
    expect(ratioFault({})).toBeUndefined()
  })

  test('by class needs a ratio for each class and fills up to three per cent', () => {
    const sizes = { A: 10, B: 1 }
    expect(ask('sampling.by_risk_class', { class_sizes: sizes, ratios_bp: { A: 0, B: 0 } })).toMatchObject({
      result: { per_class: { A: 0, B: 0 }, total: 0, floor_3pct: 1, shortfall: 1 },
    })
    expect(ask('sampling.by_risk_class', { class_sizes: sizes, ratios_bp: { A: 100 } })).toMatchObject({
      member: 'ratios_bp',
    })
  })
})

describe('the conduct of inspections', () => {
  test('a team is two officers with certificates; those who are named without one do not count', () => {
    const team = (inspectors: number, valid_certificates: readonly boolean[]) =>
      ask('inspection.team_valid', { inspectors, valid_certificates })
    expect(team(2, [true, true])).toMatchObject({ result: { valid_team: true } })
    expect(team(2, [true])).toMatchObject({ result: { valid_team: false } })
    expect(team(0, [])).toMatchObject({ result: { valid_team: false } })
  })

  test('who has a conflict is replaced by the next in the order of the draw, as far as there is one', () => {
    const drawn = ['甲', '乙', '丙']
    expect(ask('inspection.recusal', { drawn, conflicts: {}, team_size: 2 })).toMatchObject({
      result: { team: ['甲', '乙'], recused: [] },
    })
    expect(
      ask('inspection.recusal', { drawn, conflicts: { 甲: '近亲属', 丙: '利害关系' }, team_size: 2 }),
    ).toMatchObject({
      result: { team: ['乙'], recused: ['甲', '丙'] },
      trace: expect.arrayContaining(['尚缺1人，须再次抽取']),
    })
  })

  test.each([
    [1, { kind: '日常检查' }, true],
    [2, { kind: '日常检查' }, false],
    [2, { kind: '专项检查' }, false],
    [2, { kind: '日常检查', source: '投诉举报' }, true],
    [2, { kind: '个案检查' }, true],
  ])('after %d of two checks a year, %o may be done: %s', (done, new_check, allowed) => {
    expect(
      ask('inspection.frequency_cap', { same_enterprise_site_checks_this_year: done, published_cap: 2, new_check }),
    ).toMatchObject({ result: { allowed } })
  })
})

describe('results', () => {
  test('are published within twenty working days', () => {
    expect(publishResultsBy('2025-09-11')).toBe('2025-10-15')
  })

  test('each lead somewhere', () => {
    for (const result of INSPECTION_RESULTS) {
      expect(ask('inspection.result_to_followup', { result })).toMatchObject({
        result: { followup: expect.stringMatching(/^(公示|列入经营异常名录|责令限期公示)$/) },
      })
    }
  })

  test('had nine kinds before 2019 and eight since', () => {
    expect(ask('inspection.result_set', { taxonomy: '2018-' })).toMatchObject({ result: { results: { length: 9 } } })
    expect(ask('inspection.result_set', { taxonomy: '2019+' })).toMatchObject({
      result: { results: INSPECTION_RESULTS },
    })
    expect(ask('inspection.result_set', { taxonomy: '旧' })).toMatchObject({ member: 'taxonomy' })
  })
})
