import {
  type CivilDate,
  dayMember,
  type Fault,
  notAfterToday,
  recordKind,
  textMember,
  usccMember,
  wholeMember,
  yearOf,
} from '@mingjian/codes'
import Type from 'typebox'
import type { RecordAnnualReport } from './annual-reports/decider.ts'
import { annualReportWindow } from './law.ts'

const FIRST_YEAR = 2013
const reportYear = (value: number, today: CivilDate): string | undefined =>
  value < FIRST_YEAR || value >= yearOf(today) ? `is no year whose report can have been filed: ${value}` : undefined

const text = Type.Optional(textMember())
const texts = Type.Optional(Type.Array(textMember()))
const flag = Type.Optional(Type.Boolean())
const yuan = Type.Optional(Type.Number())
const count = Type.Optional(wholeMember(0))

/** A row of annual reports 年度报告 as other systems hand them over. */
export const annualReportRecord = recordKind({
  name: 'annual-reports',
  noun: 'annual report',
  members: {
    uscc: usccMember(),
    year: wholeMember(),
    filedOn: dayMember('a day of the calendar'),
    address: text,
    postcode: text,
    phone: text,
    email: text,
    operating: flag,
    investments: texts,
    paidInWan: Type.Optional(Type.Number({ minimum: 0 })),
    equityChange: flag,
    hasWebsite: flag,
    websites: texts,
    employees: count,
    employeesPublic: flag,
    insured: count,
    assetsYuan: yuan,
    liabilitiesYuan: yuan,
    revenueYuan: yuan,
    profitYuan: yuan,
    taxYuan: yuan,
    guarantees: count,
    figuresPublic: flag,
  },
  onDay: { year: reportYear, filedOn: notAfterToday },
  keyOf: ({ uscc, year }) => `${uscc}/${year}`,
  subjectOf: ({ uscc }) => uscc,
  authorityOf: () => '',
  creates: ['AnnualReportSubmitted'],
  faults: ({ year, filedOn }): readonly Fault[] => {
    const { opens } = annualReportWindow(year)
    return filedOn < opens
      ? [{ code: 'range', field: 'filedOn', message: `lies before the window of ${year} opens on ${opens}` }]
      : []
  },
  command: ({ uscc, year, filedOn, employeesPublic, figuresPublic, ...items }): RecordAnnualReport => ({
    type: 'RecordAnnualReport',
    data: {
      ...{ uscc, year, filedOn },
      // What the record doesn't say to be public is not: group seven is the enterprise's own choice (条例第九条).
      report: { ...items, employeesPublic: employeesPublic ?? false, figuresPublic: figuresPublic ?? false },
    },
  }),
})
