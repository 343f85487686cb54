import { atLeast, type CivilDate, type Fault, notAfterToday, type RecordKind, yearOf } from '@mingjian/codes'
import type { ReportedItems } from '@mingjian/schemas'
import type { RecordAnnualReport } from './annual-reports/decider.ts'
import { annualReportWindow } from './law.ts'

const FIRST_YEAR = 2013
const reportYear = (value: number, today: CivilDate): string | undefined =>
  value < FIRST_YEAR || value >= yearOf(today) ? `is no year whose report can have been filed: ${value}` : undefined

/** A row of annual reports 年度报告 as other systems hand them over. */
export const annualReportRecord: RecordKind = {
  name: 'annual-reports',
  noun: 'annual report',
  fields: {
    uscc: { kind: 'uscc', required: true },
    year: { kind: 'integer', required: true, range: reportYear },
    filedOn: { kind: 'date', required: true, range: notAfterToday },
    address: { kind: 'text' },
    postcode: { kind: 'text' },
    phone: { kind: 'text' },
    email: { kind: 'text' },
    operating: { kind: 'flag' },
    investments: { kind: 'texts' },
    paidInWan: { kind: 'number', range: atLeast(0) },
    equityChange: { kind: 'flag' },
    hasWebsite: { kind: 'flag' },
    websites: { kind: 'texts' },
    employees: { kind: 'integer', range: atLeast(0) },
    employeesPublic: { kind: 'flag' },
    insured: { kind: 'integer', range: atLeast(0) },
    assetsYuan: { kind: 'number' },
    liabilitiesYuan: { kind: 'number' },
    revenueYuan: { kind: 'number' },
    profitYuan: { kind: 'number' },
    taxYuan: { kind: 'number' },
    guarantees: { kind: 'integer', range: atLeast(0) },
    figuresPublic: { kind: 'flag' },
  },
  keyOf: (record) => `${record.uscc}/${record.year}`,
  subjectOf: (record) => record.uscc as string,
  authorityOf: () => '',
  creates: ['AnnualReportSubmitted'],
  faults: ({ year, filedOn }): readonly Fault[] => {
    const { opens } = annualReportWindow(year as number)
    return (filedOn as string) < opens
      ? [{ code: 'range', field: 'filedOn', message: `lies before the window of ${year} opens on ${opens}` }]
      : []
  },
  command: (record): RecordAnnualReport => {
    const get = <T>(name: string): T => record[name] as T
    const report: ReportedItems = {
      address: get('address'),
      postcode: get('postcode'),
      phone: get('phone'),
      email: get('email'),
      operating: get('operating'),
      investments: get('investments'),
      paidInWan: get('paidInWan'),
      equityChange: get('equityChange'),
      hasWebsite: get('hasWebsite'),
      websites: get('websites'),
      employees: get('employees'),
      // What the record doesn't say to be public is not: group seven is the enterprise's own choice (条例第九条).
      employeesPublic: get<boolean | null>('employeesPublic') ?? false,
      insured: get('insured'),
      assetsYuan: get('assetsYuan'),
      liabilitiesYuan: get('liabilitiesYuan'),
      revenueYuan: get('revenueYuan'),
      profitYuan: get('profitYuan'),
      taxYuan: get('taxYuan'),
      guarantees: get('guarantees'),
      figuresPublic: get<boolean | null>('figuresPublic') ?? false,
    }
    return {
      type: 'RecordAnnualReport',
      data: { uscc: get('uscc'), year: get('year'), filedOn: get('filedOn'), report },
    }
  },
}
