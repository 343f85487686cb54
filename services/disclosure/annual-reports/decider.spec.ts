import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import type { ReportedItems } from '@mingjian/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annualReports } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const ended: PastEvent = {
  type: 'EnterpriseDeregistered',
  data: { procedure: 'ordinary', reason: null },
  effectiveOn: '2026-01-05',
  basis: [],
}
const report = (employees = 5): ReportedItems => ({
  address: null,
  postcode: null,
  phone: null,
  email: null,
  operating: true,
  investments: null,
  paidInWan: null,
  equityChange: false,
  hasWebsite: false,
  websites: null,
  employees,
  employeesPublic: false,
  insured: null,
  assetsYuan: null,
  liabilitiesYuan: null,
  revenueYuan: null,
  profitYuan: null,
  taxYuan: null,
  guarantees: null,
  figuresPublic: false,
})
const submit = (year: number, filedOn: string, employees?: number) =>
  ({ type: 'SubmitAnnualReport', data: { uscc, year, filedOn, report: report(employees) } }) as const
const missed = (year: number) => ({ type: 'RecordMissedReport', data: { uscc, year } }) as const
const correct = (year: number, employees: number) =>
  ({ type: 'CorrectAnnualReport', data: { uscc, year, report: report(employees) } }) as const

const living = { facts: [established({ establishedOn: '2021-05-06' })] }

describe('the annual report of a year', () => {
  test('is filed and published from 1 January to 30 June of the next (条例第八条)', () => {
    expect(given(annualReports, living).when(submit(2024, '2024-12-31')).refusal).toBe('window-not-open')
    for (const [day, late] of [
      ['2025-01-01', false],
      ['2025-06-30', false],
      ['2025-07-01', true],
    ] as const) {
      const [event] = given(annualReports, living).when(submit(2024, day)).events
      expect(event).toMatchObject({ data: { late } })
    }
  })
  test('is not owed for a year before the establishment, nor by an enterprise that is unknown or gone', () => {
    expect(given(annualReports, living).when(submit(2020, '2021-03-01')).refusal).toBe('year-before-establishment')
    expect(given(annualReports).when(submit(2024, '2025-03-01')).refusal).toBe('unknown-enterprise')
    expect(
      given(annualReports, { facts: [established({ establishedOn: '2021-05-06' }), ended] }).when(
        submit(2025, '2026-03-01'),
      ).refusal,
    ).toBe('not-living')
  })
  test('filed twice alike is one, filed differently is to be corrected', () => {
    const filed = given(annualReports, living).when(submit(2024, '2025-03-01'))
    expect(filed.when(submit(2024, '2025-03-01')).outcome).toEqual([])
    expect(filed.when(submit(2024, '2025-03-01', 9)).refusal).toBe('already-submitted')
    expect(filed.when(submit(2024, '2025-03-02')).refusal).toBe('already-submitted')
  })
  test('is corrected by the reporter until 30 June alone (条例第十二条)', () => {
    const inTime = given(annualReports, { ...living, today: '2025-06-30' }).when(submit(2024, '2025-03-01'))
    expect(inTime.when(correct(2024, 9)).types).toEqual(['AnnualReportCorrected'])
    const tooLate = given(annualReports, { ...living, today: '2025-07-01' }).when(submit(2024, '2025-03-01'))
    expect(tooLate.when(correct(2024, 9)).refusal).toBe('correction-closed')
  })
  test('is corrected later by order alone, the year that it names, until the order is obeyed', () => {
    const order = { order: 1, demand: 'correct', information: '从业人数', reportYear: 2024, servedOn: '2025-09-01' }
    const ordered = {
      type: 'DisclosureOrdered',
      data: order,
      effectiveOn: '2025-09-01',
      basis: [],
    } as unknown as PastEvent
    const obeyed = { ...ordered, type: 'DisclosureOrderPerformed', data: { order: 1 } } as unknown as PastEvent
    const under = (...facts: readonly PastEvent[]) =>
      given(annualReports, { today: '2025-09-05', facts: [established(), ...facts] })
        .when(submit(2024, '2025-03-01'))
        .when(correct(2024, 9))
    expect(under(ordered).types).toEqual(['AnnualReportCorrected'])
    expect(under(ordered, obeyed).refusal).toBe('correction-closed')
  })
  test('from another system with other content is a correction, on any day', () => {
    const taken = given(annualReports, living).when({ ...submit(2024, '2025-03-01'), type: 'RecordAnnualReport' })
    expect(taken.when({ ...submit(2024, '2025-03-01', 9), type: 'RecordAnnualReport' }).types).toEqual([
      'AnnualReportCorrected',
    ])
  })
})

describe('a missed report', () => {
  test('is a fact from 1 July, once', () => {
    expect(given(annualReports, { ...living, today: '2025-06-30' }).when(missed(2024)).refusal).toBe('window-open')
    const fact = given(annualReports, { ...living, today: '2025-07-01' }).when(missed(2024))
    expect(fact.types).toEqual(['AnnualReportMissed'])
    expect(fact.when(missed(2024)).outcome).toEqual([])
  })
  test('is none when it was filed in time, and is one when it was filed late', () => {
    expect(given(annualReports, living).when(submit(2024, '2025-06-30')).when(missed(2024)).outcome).toEqual([])
    expect(given(annualReports, living).when(submit(2024, '2025-07-01')).when(missed(2024)).types).toEqual([
      'AnnualReportMissed',
    ])
  })
  test('is none of an enterprise that is gone, or was not there yet', () => {
    expect(
      given(annualReports, { facts: [established({ establishedOn: '2021-05-06' }), ended] }).when(missed(2024)).outcome,
    ).toEqual([])
    expect(given(annualReports, living).when(missed(2020)).outcome).toEqual([])
  })
})

test('any command given twice in a row records nothing the second time', () => {
  const year = fc.integer({ min: 2020, max: 2025 })
  const day = fc.constantFrom('2022-03-01', '2024-06-30', '2025-08-08', '2026-06-30')
  const command = fc.oneof(
    fc.tuple(year, day, fc.integer({ min: 1, max: 3 })).map(([y, d, n]) => submit(y, d, n)),
    fc
      .tuple(year, day, fc.integer({ min: 1, max: 3 }))
      .map(([y, d, n]) => ({ ...submit(y, d, n), type: 'RecordAnnualReport' }) as const),
    fc.tuple(year, fc.integer({ min: 1, max: 3 })).map(([y, n]) => correct(y, n)),
    year.map(missed),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 8 }), command, (before, last) => {
      const once = before.reduce((history, next) => history.when(next), given(annualReports, living)).when(last)
      expect(once.when(last).types).toEqual([])
    }),
  )
})
