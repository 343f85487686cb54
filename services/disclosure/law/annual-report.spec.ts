import { describe, expect, test } from 'vitest'
import { nextReportWindow, reportWindowExceptions } from './annual-report.ts'

const next = (established: string, reported: readonly number[], today: string) => {
  const window = nextReportWindow(established, reported, today)
  return window && [window.year, window.opens, window.closes]
}

describe('the next annual report (企业信息公示暂行条例第八条)', () => {
  test('is that of last year while the window is open', () =>
    expect(next('2015-03-02', [2024], '2026-06-30')).toEqual([2025, '2026-01-01', '2026-06-30']))

  test('is that of this year once the window has closed', () =>
    expect(next('2015-03-02', [2024], '2026-07-01')).toEqual([2026, '2027-01-01', '2027-06-30']))

  test('is that of this year as soon as last year has been reported', () =>
    expect(next('2015-03-02', [2025], '2026-02-01')?.[0]).toBe(2026))

  test('is that of the year of establishment for those who began this year', () =>
    expect(next('2026-02-01', [], '2026-03-01')?.[0]).toBe(2026))

  test('of 2013 was due with that of 2014', () => {
    expect(next('2010-01-01', [], '2015-02-01')).toEqual([2013, '2014-10-01', '2015-06-30'])
    expect(next('2010-01-01', [2013], '2015-02-01')?.[0]).toBe(2014)
  })

  test('keeps the window that the authority has set, to its last day', () => {
    const value = [
      {
        ...{ year: 2025, opens: '2026-01-01', closes: '2026-09-30' },
        ...{ basis: '延期公告', confidence: 'certain' as const, reason: '延期' },
      },
    ]
    const extended = {
      ...reportWindowExceptions,
      versions: [
        { from: '2014-10-01', to: '2026-05-31', basis: '条例第八条', confidence: 'certain' as const, value: [] },
        { from: '2026-06-01', basis: '延期公告', confidence: 'certain' as const, value },
      ],
    }
    const on = (today: string) => nextReportWindow('2015-03-02', [], today, extended)?.year
    expect([on('2026-08-15'), on('2026-09-30'), on('2026-10-01')]).toEqual([2025, 2025, 2026])
  })
})
