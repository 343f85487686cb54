import { createHash } from 'node:crypto'
import { daysBetween, isCivilDate, normaliseUscc, usccFault } from '@mingjian/codes'
import { isWorkingDay } from '@mingjian/law'
import { describe, expect, test } from 'vitest'
import { demoEnterprise, demoEnterprises, demoInspectors, demoPenalties, demoReports } from './register.ts'

const enterprises = [...demoEnterprises()]
const reports = [...demoReports()]
const penalties = [...demoPenalties()]
const inspectors = [...demoInspectors()]
const byCode = new Map(enterprises.map((enterprise) => [enterprise.uscc, enterprise]))
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length / all.length

const sumOf = (records: Iterable<unknown>): string => {
  const sum = createHash('sha256')
  let left = 1000
  for (const record of records) {
    if (left === 0) break
    sum.update(`${JSON.stringify(record)}\n`)
    left -= 1
  }
  return sum.digest('hex')
}

describe('the demo register never changes', () => {
  test.each([
    ['enterprises', demoEnterprises(), '15cbe5d8f0b8d1a62955ebc005de38c07dad33e8c0b3730f6790459926332f7d'],
    ['reports', demoReports(), 'bc8645f88cef2b1adaefe6d8d0fd04f1241700768e6f190a2c1bbc0210357e2c'],
    ['penalties', demoPenalties(), '574d1d8d071a5fb556dfdda063ab1b20b619452b6381d695651084bdf878b530'],
    ['inspectors', demoInspectors(), 'fddf903bfdd8918d6d22e189d44703437ec9a63da972003fe37441eb99a18beb'],
  ])('in its first thousand %s', (_, records, sum) => {
    expect(sumOf(records)).toBe(sum)
  })

  test('and begins alike, however many records are asked for', () => {
    expect([...demoEnterprises(50)]).toEqual(enterprises.slice(0, 50))
    expect(demoEnterprise(12_345)).toEqual(enterprises[12_345])
    const few = [...demoReports(50)]
    expect(few).toEqual(reports.slice(0, few.length))
    const some = [...demoPenalties(2000)]
    expect(some).toEqual(penalties.slice(0, some.length))
    expect([...demoEnterprises(0), ...demoReports(0), ...demoPenalties(0)]).toEqual([])
  })
})

describe('its enterprises', () => {
  test('are twenty thousand with lawful codes and names of their own', () => {
    expect(byCode.size).toBe(20_000)
    expect(new Set(enterprises.map(({ name }) => name)).size).toBe(20_000)
    expect(enterprises.filter(({ uscc }) => usccFault(uscc) !== undefined || normaliseUscc(uscc) !== uscc)).toEqual([])
    expect(enterprises.every(({ uscc }) => uscc.slice(2, 9) === '150203Y')).toBe(true)
  })

  test('live in the order of their dates, up to the end of October 2026', () => {
    for (const { established, approved, opFrom, opTo, endedOn, state } of enterprises) {
      expect([established, approved, endedOn ?? '2026-10-30'].every((d) => isCivilDate(d) && isWorkingDay(d))).toBe(
        true,
      )
      expect('2002-01-01' <= established && established <= approved && approved <= (endedOn ?? '2026-10-30')).toBe(true)
      expect(opFrom).toBe(established)
      expect(opTo === null || opTo > '2026-12-31').toBe(true)
      expect(endedOn === null).toBe(state === '存续')
    }
  })

  test('are of the kinds and states of a Chinese district', () => {
    expect(shareOf(enterprises, ({ typeCode }) => typeCode === '9500')).toBeCloseTo(0.63, 1)
    expect(new Set(enterprises.map(({ typeCode }) => typeCode)).size).toBe(12)
    expect(shareOf(enterprises, ({ state }) => state === '存续')).toBeGreaterThan(0.7)
    expect(new Set(enterprises.map(({ state }) => state)).size).toBe(6)
    const category = { '9500': '92', '9100': '93' } as Readonly<Record<string, string>>
    for (const { typeCode, uscc } of enterprises) expect(uscc.slice(0, 2)).toBe(category[typeCode] ?? '91')
  })
})

describe('its annual reports', () => {
  test('come from enterprises that exist, once for a year, from the next January on', () => {
    expect(new Set(reports.map(({ uscc, year }) => `${uscc}/${year}`)).size).toBe(reports.length)
    for (const { uscc, year, filedOn } of reports) {
      const enterprise = byCode.get(uscc)
      expect(enterprise !== undefined && enterprise.established <= `${year}-12-31`).toBe(true)
      expect(filedOn > `${year}-12-31` && filedOn <= '2026-10-30' && filedOn <= `${year + 2}-05-31`).toBe(true)
      expect(filedOn < (enterprise?.endedOn ?? '2027-01-01')).toBe(true)
    }
  })

  test.each([2023, 2024, 2025])('for %i are missed by about a tenth, and filed late by a few', (year) => {
    const windowEnd = `${year + 1}-06-30`
    const due = enterprises.filter(
      ({ established, endedOn }) => established <= `${year}-12-31` && (endedOn ?? '2027-01-01') > windowEnd,
    )
    const filed = new Map(reports.filter((report) => report.year === year).map(({ uscc, filedOn }) => [uscc, filedOn]))
    const missed = shareOf(due, ({ uscc }) => !filed.has(uscc))
    const late = shareOf(due, ({ uscc }) => (filed.get(uscc) ?? '') > windowEnd)
    expect(missed).toBeGreaterThan(0.08)
    expect(missed).toBeLessThan(0.14)
    expect(late).toBeGreaterThan(0.01)
    expect(late).toBeLessThan(0.06)
    const lastWeek = shareOf([...filed.values()], (d) => d <= windowEnd && daysBetween(d, windowEnd) < 7)
    expect(lastWeek).toBeGreaterThan(0.2)
  })

  test('have figures that agree with each other', () => {
    for (const report of reports) {
      expect(report.insured).toBeLessThanOrEqual(report.employees)
      expect(report.profitYuan).toBeLessThanOrEqual(report.revenueYuan)
      expect(report.taxYuan).toBeLessThanOrEqual(report.revenueYuan)
      expect(report.paidInWan).toBeLessThanOrEqual(byCode.get(report.uscc)?.capitalWan ?? -1)
      expect(Object.values(report).every((value) => typeof value !== 'number' || Number.isSafeInteger(value))).toBe(
        true,
      )
      if (!report.operating) expect(report.revenueYuan).toBe(0)
    }
  })
})

describe('its penalties', () => {
  test('concern about four enterprises of a hundred, each under a number of its own', () => {
    expect(new Set(penalties.map(({ uscc }) => uscc)).size / enterprises.length).toBeCloseTo(0.04, 2)
    expect(new Set(penalties.map(({ docNo }) => docNo)).size).toBe(penalties.length)
  })

  test('are decided on a working day of the life of the enterprise, in the year of their number', () => {
    for (const { uscc, name, docNo, decidedOn } of penalties) {
      const enterprise = byCode.get(uscc)
      expect(enterprise?.name).toBe(name)
      expect(isWorkingDay(decidedOn) && docNo.includes(`〔${decidedOn.slice(0, 4)}〕`)).toBe(true)
      expect(decidedOn > (enterprise?.established ?? '') && decidedOn <= (enterprise?.endedOn ?? '2026-10-30')).toBe(
        true,
      )
    }
  })

  test('fine where they say so, warn alone in the summary procedure, and revoke only what is revoked', () => {
    for (const { uscc, kinds, fineYuan, confiscatedYuan, procedure, decidedOn } of penalties) {
      expect(fineYuan > 0).toBe(kinds.includes('罚款'))
      expect(confiscatedYuan > 0).toBe(kinds.includes('没收违法所得'))
      if (procedure === '简易程序') expect(kinds).toEqual(['警告'])
      if (kinds.includes('吊销营业执照'))
        expect(byCode.get(uscc)).toMatchObject({ state: '吊销，未注销', endedOn: decidedOn })
    }
  })
})

describe('its inspectors', () => {
  test('are sixty of four departments, most with certificates for 2027 and later', () => {
    expect(inspectors).toHaveLength(60)
    expect(new Set(inspectors.map(({ department }) => department)).size).toBe(4)
    expect(new Set(inspectors.map(({ certificateNo }) => certificateNo)).size).toBe(60)
    expect(shareOf(inspectors, ({ validUntil }) => validUntil >= '2027-01-01')).toBeGreaterThan(0.8)
  })

  test('keep away from enterprises of the register alone', () => {
    for (const { conflicts, specialities } of inspectors) {
      expect(conflicts.every((uscc) => byCode.has(uscc))).toBe(true)
      expect(specialities.length).toBeGreaterThan(1)
    }
  })
})
