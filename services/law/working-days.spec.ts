import { readFileSync } from 'node:fs'
import { addDays, addMonths, addYears, dayAfter, daysBetween, isCivilDate, yearOf } from '@mingjian/codes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, isProvisional, isWorkingDay, nextWorkingDay, rollOver } from './working-days.ts'

const civilDate = (from = '1000-01-01', through = '9999-12-31') =>
  fc
    .integer({ min: daysBetween('1970-01-01', from), max: daysBetween('1970-01-01', through) })
    .map((n) => Temporal.PlainDate.from('1970-01-01').add({ days: n }).toString())
const announced = civilDate('2015-01-01', '2026-12-31')
const holds = fc.assert

describe('a civil date', () => {
  test.each(['2021-02-28', '2020-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  test.each([
    '2021-02-30',
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '2021-1-1',
    '20210101',
    '2021/01/01',
    '2021-01-01T00',
    '0001-01-01',
    '２０２１-01-01',
    '',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false)
  })

  test('every day that Temporal writes is one; no other text of that shape is', () => {
    holds(fc.property(civilDate(), (d) => isCivilDate(d)))
    holds(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(13), fc.nat(32), (y, m, d) => {
        const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        let lawful = true
        try {
          Temporal.PlainDate.from(text)
        } catch {
          lawful = false
        }
        return isCivilDate(text) === lawful
      }),
    )
  })
})

describe('terms in days, months and years', () => {
  test('days, months and years move as in Temporal', () => {
    const day = civilDate('1900-01-01', '2100-12-31')
    holds(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        const from = Temporal.PlainDate.from(d)
        expect(addDays(d, n)).toBe(from.add({ days: n }).toString())
        expect(addMonths(d, n)).toBe(from.add({ months: n }).toString())
        expect(addYears(d, n % 800)).toBe(from.add({ years: n % 800 }).toString())
      }),
    )
    holds(
      fc.property(day, day, (a, b) => {
        expect(daysBetween(a, b)).toBe(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days)
        expect(addDays(a, daysBetween(a, b))).toBe(b)
      }),
    )
  })

  test('the corresponding day is the last, or the month end where there is none', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
    expect(addMonths('2021-11-30', 3)).toBe('2022-02-28')
    expect(addYears('2020-02-29', 1)).toBe('2021-02-28')
    expect(addYears('2020-02-29', 4)).toBe('2024-02-29')
  })

  test('three years from 13 July 2015 are full on 13 July 2018, and 60 days before that is 14 May', () => {
    expect(addYears('2015-07-13', 3)).toBe('2018-07-13')
    expect(addDays('2018-07-13', -60)).toBe('2018-05-14')
    expect(dayAfter('2018-12-31')).toBe('2019-01-01')
    expect(yearOf('2018-12-31')).toBe(2018)
  })

  test('a day past the year 9999 is an error, not a text that compares wrongly', () => {
    expect(() => dayAfter('9999-12-31')).toThrow(RangeError)
    expect(() => addWorkingDays('9999-12-30', 5)).toThrow(RangeError)
    expect(() => isWorkingDay('soon')).toThrow(RangeError)
  })
})

describe('working days', () => {
  test.each([
    ['2015-09-03', 'the anniversary day of 2015'],
    ['2015-09-04', 'the day after it'],
    ['2017-10-02', 'the National Day week'],
    ['2018-12-31', 'the New Year rest of 2019'],
    ['2019-05-02', 'the Labour Day rest of 2019'],
    ['2020-01-31', 'the Spring Festival as extended in 2020'],
    ['2020-02-01', 'the make-up Saturday that the extension cancelled'],
    ['2025-01-28', 'New Year’s Eve, statutory from 2025'],
    ['2025-05-02', 'the second day of Labour Day, statutory from 2025'],
    ['2026-01-02', 'the New Year rest of 2026'],
    ['2026-02-23', 'the Spring Festival of 2026'],
    ['2026-11-22', 'a Sunday'],
  ])('%s is a rest day: %s', (d) => {
    expect(isWorkingDay(d)).toBe(false)
  })

  test.each([
    ['2016-10-08', 'a make-up Saturday'],
    ['2018-12-29', 'a make-up Saturday for the New Year of 2019'],
    ['2023-10-07', 'a make-up Saturday'],
    ['2024-02-09', 'New Year’s Eve of 2024'],
    ['2024-02-18', 'a make-up Sunday'],
    ['2026-01-04', 'a make-up Sunday'],
    ['2026-10-10', 'a make-up Saturday'],
    ['2026-11-23', 'a Monday'],
  ])('%s is a working day: %s', (d) => {
    expect(isWorkingDay(d)).toBe(true)
  })

  const terms = readFileSync(new URL('./vectors/working-day-terms.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string])

  test.each(terms)('from %s a term of %s working days ends on %s', (from, n, lastDay) => {
    expect(addWorkingDays(from, Number(n))).toBe(lastDay)
  })

  test('a notice seven working days ahead of a hearing is counted back the same way', () => {
    expect(addWorkingDays('2022-10-14', -7)).toBe('2022-09-30')
    expect(addWorkingDays('2022-10-14', -8)).toBe('2022-09-29')
  })

  test('the n-th working day is the one that n working days lead to, the start not counted', () => {
    holds(
      fc.property(announced, fc.integer({ min: 1, max: 300 }), (d, n) => {
        const end = addWorkingDays(d, n)
        expect(isWorkingDay(end)).toBe(true)
        let counted = 0
        for (let day = dayAfter(d); day <= end; day = dayAfter(day)) if (isWorkingDay(day)) counted += 1
        expect(counted).toBe(n)
      }),
    )
  })

  test('counting on and back returns to the start, and steps add up', () => {
    holds(
      fc.property(civilDate('1990-01-01', '2040-12-31'), fc.nat(600), fc.nat(600), (d, m, n) => {
        expect(addWorkingDays(addWorkingDays(d, m), n)).toBe(addWorkingDays(d, m + n))
        const worked = nextWorkingDay(d)
        expect(addWorkingDays(addWorkingDays(worked, n), -n)).toBe(worked)
      }),
    )
  })

  test('years without a notice count Monday to Friday, and only the coming ones are provisional', () => {
    expect(isWorkingDay('2014-10-01')).toBe(true)
    expect(isProvisional('2014-10-01')).toBe(false)
    expect(isProvisional('2026-12-31')).toBe(false)
    expect(isProvisional('2027-01-01')).toBe(true)
    expect(isProvisional(addWorkingDays('2026-12-24', 20))).toBe(true)
    holds(
      fc.property(
        civilDate('2027-01-01', '2099-12-31'),
        (d) => isWorkingDay(d) === Temporal.PlainDate.from(d).dayOfWeek < 6,
      ),
    )
  })
})

describe('the last day of a term in calendar days', () => {
  test.each([
    ['2025-02-01', '2025-02-05', 'runs to the end of the Spring Festival'],
    ['2026-02-14', '2026-02-14', 'stays on a make-up Saturday'],
    ['2023-06-24', '2023-06-25', 'moves to a make-up Sunday'],
    ['2018-06-17', '2018-06-19', 'passes a Sunday and the Dragon Boat holiday'],
  ])('%s → %s: %s', (lastDay, ends) => {
    expect(rollOver(lastDay)).toBe(ends)
  })

  test('never comes earlier, ends on a working day, and has only rest days between', () => {
    holds(
      fc.property(announced, (d) => {
        const end = rollOver(d)
        expect(end >= d && isWorkingDay(end)).toBe(true)
        for (let day = d; day < end; day = dayAfter(day)) expect(isWorkingDay(day)).toBe(false)
      }),
    )
  })
})
