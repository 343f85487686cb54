import { encodeCitation, type Setting, type SettingSource } from '@mingjian/law'
import { describe, expect, test } from 'vitest'
import {
  annualReportBasis,
  annualReportWindow,
  correctionBasis,
  firstReportYear,
  immediateInformationBy,
  isCorrectable,
  isOnTime,
  itemPublicity,
  missedFrom,
  orderExpires,
  reportWindowExceptions,
  rules,
  type WindowException,
} from './law.ts'

const ask = (name: string, given: Readonly<Record<string, unknown>>, on = '2026-11-23', settings?: SettingSource) =>
  rules.find((r) => r.name === name)?.evaluate(given, on, settings)

describe('the annual report', () => {
  test('of a year is filed and published from 1 January to 30 June of the next', () => {
    expect(annualReportWindow(2025)).toEqual({
      year: 2025,
      opens: '2026-01-01',
      closes: '2026-06-30',
      confidence: 'certain',
    })
  })

  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('for 2025 filed on %s is on time: %s', (filedOn, onTime) => {
    expect(isOnTime(2025, filedOn)).toBe(onTime)
  })

  test('for 2017 was due on a Saturday, and the window does not roll over', () => {
    expect(isOnTime(2017, '2018-06-30')).toBe(true)
    expect(isOnTime(2017, '2018-07-02')).toBe(false)
    expect(ask('annual_report.timely', { report_year: 2017, submitted_and_published: '2018-06-30' })).toMatchObject({
      confidence: 'likely',
    })
  })

  test('for 2019 is believed to have been extended: the window is to be verified and not longer until it is', () => {
    expect(annualReportWindow(2019)).toMatchObject({ closes: '2020-06-30', confidence: 'to-verify' })
  })

  test('is missed on the day after the window', () => {
    expect(missedFrom(2024)).toBe('2025-07-01')
  })

  test.each([
    ['2023-01-01', 2023],
    ['2023-12-31', 2023],
    ['1998-05-04', 2013],
  ])('of an enterprise set up on %s is first owed for %d', (established, year) => {
    expect(firstReportYear(established)).toBe(year)
  })

  test('may be corrected until 30 June, that day included', () => {
    expect(isCorrectable(2025, '2026-06-30')).toBe(true)
    expect(isCorrectable(2025, '2026-07-01')).toBe(false)
    const early = { report_year: 2025, published: '2026-03-01', correction_on: '2026-02-28' }
    expect(ask('annual_report.correction_allowed', early)).toMatchObject({ result: { allowed: false } })
  })

  test('has six groups that are public and a seventh as the enterprise chooses; a sole trader chooses for all', () => {
    expect(([1, 2, 3, 4, 5, 6, 7] as const).map((group) => itemPublicity(group))).toEqual([
      ...Array(6).fill('mandatory'),
      'optional',
    ])
    expect(itemPublicity(1, 'sole-trader')).toBe('optional')
    expect(itemPublicity(1, 'cooperative')).toBe('mandatory')
  })

  test('rests on the rule of its reporter’s kind, in the wording of the day', () => {
    expect(annualReportBasis('enterprise', '2024-05-01').map(encodeCitation)).toEqual(['disclosure-regulation@777:8'])
    expect(annualReportBasis('sole-trader', '2025-03-17').map(encodeCitation)).toEqual([
      'sole-trader-report-rule@SAIC69:3',
    ])
    expect(correctionBasis('enterprise', '2024-04-30').map(encodeCitation)).toEqual(['disclosure-regulation@654:12.2'])
  })

  test('can be on paper for a sole trader alone', () => {
    expect(ask('annual_report.individual_paper', { subject: '企业', channel: 'paper' })).toMatchObject({
      result: { valid: false, publication: 'mandatory' },
    })
  })
})

describe('a window that the authority extends', () => {
  const extended: Setting<readonly WindowException[]> = {
    ...reportWindowExceptions,
    versions: [
      {
        from: '2014-10-01',
        basis: '公告',
        confidence: 'certain',
        value: [
          {
            year: 2019,
            opens: '2020-01-01',
            closes: '2020-12-31',
            basis: '公告',
            confidence: 'certain',
            reason: '疫情',
          },
        ],
      },
    ],
  }

  test('closes later for that year alone', () => {
    expect(isOnTime(2019, '2020-12-31', extended)).toBe(true)
    expect(isOnTime(2020, '2021-12-31', extended)).toBe(false)
  })

  test('is what the rule then answers by', () => {
    const settings = <T>(shipped: Setting<T>): Setting<T> =>
      shipped.name === extended.name ? (extended as unknown as Setting<T>) : shipped
    const filed = { report_year: 2019, submitted_and_published: '2020-10-01' }
    expect(ask('annual_report.timely', filed)).toMatchObject({ result: { on_time: false }, confidence: 'to-verify' })
    expect(ask('annual_report.timely', filed, '2026-11-23', settings)).toMatchObject({
      result: { on_time: true },
      confidence: 'certain',
    })
  })
})

describe('immediate information', () => {
  test('is published within twenty working days', () => {
    expect(immediateInformationBy('2024-09-10')).toBe('2024-10-14')
  })

  test('that was ordered is due on the order’s last day, or the first working day after a rest', () => {
    expect(orderExpires('2018-03-06')).toBe('2018-03-16')
    expect(orderExpires('2018-03-07')).toBe('2018-03-19')
    expect(orderExpires('2023-09-20')).toBe('2023-10-07')
  })

  test.each([
    [null, true],
    ['2018-03-19', false],
    ['2018-03-20', true],
  ])('ordered on 2018-03-07 and published on %s leads to listing: %s', (performed_on, list) => {
    const given = { order_served: '2018-03-07', order_days: 10, performed_on }
    expect(ask('immediate_info.order_then_list', given)).toMatchObject({
      result: {
        order_expires: '2018-03-17',
        order_expires_rolled: '2018-03-19',
        list,
        list_by: list ? '2018-03-30' : null,
      },
    })
  })
})

describe('sanctions', () => {
  test('a late report may be fined since the registration rules of 2022', () => {
    const late = { subject: '企业', failed: '年报' }
    expect(ask('annual_report.fine_max', late, '2022-02-28')).toMatchObject({
      result: { list_abnormal: true, fine_max: 0 },
    })
    expect(ask('annual_report.fine_max', late, '2022-03-01')).toMatchObject({ result: { fine_max: 10_000 } })
    expect(ask('annual_report.fine_max', { ...late, subject: '个体工商户' })).toMatchObject({
      result: { list_abnormal: false },
    })
  })

  test('a licence is revoked only when all three conditions are met, and only since 2024-05-01', () => {
    const met = {
      consecutive_years_unreported: 2,
      listed_for_it: true,
      corrected: false,
      uncontactable_at_registered_address: true,
    }
    const ground = (given: object, on?: string) => ask('annual_report.revoke_licence', { ...met, ...given }, on)
    expect(ground({})).toMatchObject({ result: { revocation_ground: true } })
    expect(ground({}, '2024-04-30')).toMatchObject({ result: { revocation_ground: false } })
    expect(ground({ decision_date: '2024-05-01' }, '2024-04-30')).toMatchObject({ result: { revocation_ground: true } })
    for (const not of [
      { consecutive_years_unreported: 1 },
      { listed_for_it: false },
      { corrected: true },
      { uncontactable_at_registered_address: false },
    ]) {
      expect(ground(not)).toMatchObject({ result: { revocation_ground: false } })
    }
    expect(ground({ corrected: null })).toMatchObject({ code: 'given', member: 'corrected' })
  })

  test('false information is fined under the regulation of 2024, unless another law says how', () => {
    const conduct = '公示信息隐瞒真实情况、弄虚作假'
    const fine = (given: object, on?: string) => ask('false_info.fine_range', { conduct, ...given }, on)
    expect(fine({}, '2024-04-30')).toMatchObject({ result: { min: 0, max: 0, list_serious: false } })
    expect(fine({}, '2024-05-01')).toMatchObject({ result: { min: 10_000, max: 50_000, may_revoke: false } })
    expect(fine({ special_law: true })).toMatchObject({ result: { min: null, max: null } })
  })

  test('a company’s own disclosure is fined since the company law of 2024-07-01', () => {
    const fine = (on: string) => ask('company_info.fine_range', { conduct: '不如实公示', serious: true }, on)
    expect(fine('2024-06-30')).toMatchObject({ result: { min: 0, max: 0 }, basis: [] })
    expect(fine('2024-07-01')).toMatchObject({ result: { min: 50_000, max: 200_000 } })
  })
})
