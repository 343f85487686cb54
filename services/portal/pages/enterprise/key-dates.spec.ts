import { describe, expect, test } from 'vitest'
import { nextReport } from './key-dates.ts'

const living = { established: '2015-03-02', ended: null }

describe('the next annual report (企业信息公示暂行条例第八条)', () => {
  test('is that of last year while the window is open', () =>
    expect(nextReport(living, [2024], '2026-06-30')).toEqual({ year: 2025, from: '2026-01-01', to: '2026-06-30' }))

  test('is that of this year once the window has closed', () =>
    expect(nextReport(living, [2024], '2026-07-01')).toEqual({ year: 2026, from: '2027-01-01', to: '2027-06-30' }))

  test('is that of this year as soon as last year has been reported', () =>
    expect(nextReport(living, [2025], '2026-02-01')?.year).toBe(2026))

  test('is that of the year of establishment for who began this year', () =>
    expect(nextReport({ established: '2026-02-01', ended: null }, [], '2026-03-01')?.year).toBe(2026))

  test('is none for who is no longer registered', () =>
    expect(nextReport({ ...living, ended: '2026-01-05' }, [], '2026-03-01')).toBeUndefined())
})
