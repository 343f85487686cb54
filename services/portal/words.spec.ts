import { describe, expect, test } from 'vitest'
import { scaleFor } from './parts/share-bar.ts'
import { codeGroups, groundWithYears, minute, percent, yuan } from './words.ts'

describe('what people read', () => {
  test('a code stands in groups that are one code when copied', () =>
    expect(String(codeGroups('91150203Y00079190F')).replace(/<[^>]+>/g, '')).toBe('91150203Y00079190F'))

  test.each([
    [12_000, '¥12,000'],
    [0, '¥0'],
    [-1961.5, '−¥1,961.5'],
    [221_335, '¥221,335（22.13万元）'],
    [-35_000_000, '−¥35,000,000（−3,500万元）'],
  ])('%d yuan is %s', (amount, text) => expect(yuan(amount)).toBe(text))

  test('a share just below the floor never looks as if it met it', () => {
    expect(percent(2_999_999, 100_000_000)).toBe('2.99%')
    expect(percent(3, 100)).toBe('3.00%')
    expect(percent(0, 0)).toBe('—')
  })

  test('times are those of Shanghai', () =>
    expect(String(minute('2026-12-31T16:05:59.999Z'))).toContain('2027-01-01 00:05'))

  test('the years of a ground are said once, whether its reason says them or not', () => {
    expect(groundWithYears('未公示年度报告（2024年度）', [2024, 2025])).toBe('未公示年度报告（2024、2025年度）')
    expect(groundWithYears('无法联系', [])).toBe('无法联系')
  })

  test('a scale reaches as far as the largest share needs', () => {
    expect(scaleFor([0.03, 0.033])).toBe(0.05)
    expect(scaleFor([0.1, 0.1019])).toBe(0.2)
    expect(scaleFor([0.8])).toBe(1)
  })
})
