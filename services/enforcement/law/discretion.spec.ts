import { asShipped, type Setting, type SettingSource, settingFaults } from '@mingjian/law'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BANDS, bandOf, discretionBenchmarks, discretionShares, spanFor } from './discretion.ts'

const days = (actEndedOn: string, decidedOn: string) => ({ actEndedOn, decidedOn })

describe('the span of a fine', () => {
  test('is fixed, or so many times what the goods were worth', () => {
    expect(spanFor('food-124-small', 0, days('2026-06-01', '2026-07-01'))).toEqual({ least: 50_000, most: 100_000 })
    expect(spanFor('food-124-large', 12_000, days('2026-06-01', '2026-07-01'))).toEqual({
      least: 120_000,
      most: 240_000,
    })
  })
  test('is that of the day of the act, unless the new one is lighter (处罚法第三十七条)', () => {
    const span = (actEndedOn: string, decidedOn: string) =>
      spanFor('unfair-competition-20', 0, days(actEndedOn, decidedOn))
    expect(span('2025-09-01', '2025-10-14')).toEqual({ least: 200_000, most: 1_000_000 })
    expect(span('2025-09-01', '2025-10-15')).toEqual({ least: 0, most: 1_000_000 })
    expect(span('2025-10-20', '2025-12-01')).toEqual({ least: 0, most: 1_000_000 })
  })
  test('does not reach back before its provision', () => {
    expect(spanFor('disclosure-false', 0, days('2024-04-30', '2024-06-01'))).toBeUndefined()
  })
  test('is what the authority has published, where it has', () => {
    const stricter = {
      id: 'price-42',
      violation: '不明码标价',
      statute: '价格法第四十二条',
      unit: 'yuan' as const,
      least: 500,
      most: 5_000,
      from: '2026-01-01',
      to: undefined,
    }
    const settings: SettingSource = <T>(shipped: Setting<T>): Setting<T> =>
      shipped.name === 'discretion-benchmarks'
        ? ({
            ...shipped,
            versions: [{ value: [stricter], from: '2026-01-01', basis: '公告', confidence: 'certain' }],
          } as never)
        : asShipped(shipped)
    expect(spanFor('price-42', 0, days('2026-06-01', '2026-07-01'), settings)).toEqual({ least: 500, most: 5_000 })
  })
})

describe('the band of a fine', () => {
  test.each([
    [49_999, '减轻'],
    [50_000, '从轻'],
    [64_999, '从轻'],
    [65_000, '一般'],
    [85_000, '一般'],
    [85_001, '从重'],
    [100_000, '从重'],
    [100_001, undefined],
  ])('of %d yuan between 50,000 and 100,000 is %s', (fine, band) => {
    expect(bandOf(fine, { least: 50_000, most: 100_000 }, '2026-07-01')).toBe(band)
  })
  test('never falls as the fine grows', () => {
    const yuan = fc.nat(1_000_000)
    fc.assert(
      fc.property(yuan, yuan, yuan, yuan, (least, more, fine, raise) => {
        const span = { least, most: least + more }
        const rank = (amount: number): number => {
          const band = bandOf(amount, span, '2026-07-01')
          return band === undefined ? BANDS.length : BANDS.indexOf(band)
        }
        expect(rank(fine + raise)).toBeGreaterThanOrEqual(rank(fine))
      }),
    )
  })
})

test('what the platform ships can be taken as it is; what can not is refused', () => {
  expect(settingFaults(discretionBenchmarks)).toEqual([])
  expect(settingFaults(discretionShares)).toEqual([])
  const crossed = {
    ...discretionShares,
    versions: [
      { value: { lighter: 0.8, heavier: 0.7 }, from: '2026-01-01', basis: '公告', confidence: 'certain' as const },
    ],
  }
  expect(settingFaults(crossed)).toHaveLength(1)
})
