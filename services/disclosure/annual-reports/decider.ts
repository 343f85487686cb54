import { type CivilDate, dayMember, formOf, nullable, usccMember, yearOf } from '@mingjian/codes'
import {
  actsOn,
  aggregate,
  anyDecider,
  type CommandOf,
  type Context,
  type NewEvent,
  type Refusal,
} from '@mingjian/kernel'
import { encodeCitation, type Setting, settingsFor } from '@mingjian/law'
import type { ReportedItems } from '@mingjian/schemas'
import Type from 'typebox'
import {
  annualReportBasis,
  annualReportWindow,
  correctionBasis,
  firstReportYear,
  isCorrectable,
  isOnTime,
  missedFrom,
  reportWindowExceptions,
  type WindowException,
} from '../law.ts'
import { notRegistered } from '../refusals.ts'
import {
  alreadySubmitted,
  beforeEstablishment,
  correctionClosed,
  notLiving,
  notSubmitted,
  windowNotOpen,
  windowOpen,
} from './refusals.ts'
import { evolve, noReports, type ReportFacts, type Reports, reportFacts } from './state.ts'

interface Filed {
  readonly uscc: string
  readonly year: number
  readonly filedOn: CivilDate
  readonly report: ReportedItems
}

const encoded = (citations: ReturnType<typeof annualReportBasis>): readonly string[] => citations.map(encodeCitation)
const differing = (before: ReportedItems, after: ReportedItems): string[] =>
  (Object.keys(after) as (keyof ReportedItems)[]).filter(
    (item) => JSON.stringify(before[item]) !== JSON.stringify(after[item]),
  )

const exceptionsOf = ({ facts, authority }: Context<ReportFacts>): Setting<readonly WindowException[]> =>
  settingsFor(facts.set, authority)(reportWindowExceptions)

const submitted = ({ year, filedOn, report }: Filed, context: Context<ReportFacts>): readonly NewEvent[] => {
  const late = filedOn > annualReportWindow(year, exceptionsOf(context)).closes
  const basis = encoded(annualReportBasis(formOf(context.facts.typeCode), filedOn))
  return [{ type: 'AnnualReportSubmitted', data: { year, filedOn, late, report }, effectiveOn: filedOn, basis }]
}

const corrected = (
  year: number,
  before: ReportedItems,
  report: ReportedItems,
  { facts, today: on }: Context<ReportFacts>,
): readonly NewEvent[] => {
  const changed = differing(before, report)
  if (changed.length === 0) return []
  const basis = encoded(correctionBasis(formOf(facts.typeCode), on))
  return [{ type: 'AnnualReportCorrected', data: { year, correctedOn: on, report, changed }, effectiveOn: on, basis }]
}

const submissionRefusal = ({ uscc, year, filedOn }: Filed, context: Context<ReportFacts>): Refusal | undefined => {
  const { facts } = context
  const [provision] = encoded(annualReportBasis(formOf(facts.typeCode), filedOn))
  if (!facts.known) return notRegistered({ uscc })
  const established = yearOf(facts.establishedOn)
  if (year < established) return beforeEstablishment({ uscc, established, year }, provision)
  const { opens } = annualReportWindow(year, exceptionsOf(context))
  return filedOn < opens ? windowNotOpen({ year, opens }, provision) : undefined
}

const text = nullable(Type.String())
const number = nullable(Type.Number())
const whole = nullable(Type.Integer({ minimum: 0 }))
const report = Type.Object({
  address: text,
  postcode: text,
  phone: text,
  email: text,
  operating: nullable(Type.Boolean()),
  investments: nullable(Type.Array(Type.String())),
  paidInWan: number,
  equityChange: nullable(Type.Boolean()),
  hasWebsite: nullable(Type.Boolean()),
  websites: nullable(Type.Array(Type.String())),
  employees: whole,
  employeesPublic: Type.Boolean(),
  insured: whole,
  assetsYuan: number,
  liabilitiesYuan: number,
  revenueYuan: number,
  profitYuan: number,
  taxYuan: number,
  guarantees: whole,
  figuresPublic: Type.Boolean(),
})
const uscc = usccMember()
const year = Type.Integer({ minimum: 2013, maximum: 9998 })
const filed = { uscc, year, filedOn: dayMember(), report }
const act = actsOn<Reports, ReportFacts>()

const acts = {
  SubmitAnnualReport: act(filed, {
    decide: (asked, reports, context) => {
      const { uscc, year } = asked
      const refusal = submissionRefusal(asked, context)
      if (refusal !== undefined) return refusal
      const { facts, today } = context
      if (!facts.living) return notLiving({ uscc })
      const before = reports.filed.get(year)
      if (before === undefined) return submitted(asked, context)
      if (asked.filedOn === before.filedOn && differing(before.report, asked.report).length === 0) return []
      const [provision] = encoded(correctionBasis(formOf(facts.typeCode), today))
      return alreadySubmitted({ year, filedOn: before.filedOn }, provision)
    },
  }),
  /** A report that another system took: new, or bringing corrections. */
  RecordAnnualReport: act(filed, {
    by: 'system',
    decide: (asked, reports, context) => {
      const before = reports.filed.get(asked.year)
      if (before !== undefined) return corrected(asked.year, before.report, asked.report, context)
      return submissionRefusal(asked, context) ?? submitted(asked, context)
    },
  }),
  CorrectAnnualReport: act(
    { uscc, year, report },
    {
      decide: ({ uscc, year, report }, reports, context) => {
        const { facts, today } = context
        const before = reports.filed.get(year)
        if (before === undefined) return notSubmitted({ uscc, year })
        if (differing(before.report, report).length === 0) return []
        const exceptions = exceptionsOf(context)
        // After the window a report is corrected by order alone (条例第十二条).
        if (isCorrectable(year, today, exceptions) || [...facts.toCorrect.values()].includes(year))
          return corrected(year, before.report, report, context)
        const { closes } = annualReportWindow(year, exceptions)
        return correctionClosed({ year, closes }, encoded(correctionBasis(formOf(facts.typeCode), today))[0])
      },
    },
  ),
  /** The window has closed: what is missing is a fact from now on. */
  RecordMissedReport: act(
    { uscc, year },
    {
      by: 'system',
      decide: ({ year }, { filed, missed }, context) => {
        const { facts, today } = context
        const exceptions = exceptionsOf(context)
        const before = filed.get(year)
        const inTime = before !== undefined && isOnTime(year, before.filedOn, exceptions)
        if (inTime || missed.has(year) || !facts.living || year < firstReportYear(facts.establishedOn)) return []
        const { closes } = annualReportWindow(year, exceptions)
        const on = missedFrom(year, exceptions)
        if (today < on) return windowOpen({ year, closes })
        const { typeCode, authority } = facts
        const data = { year, windowEnd: closes, typeCode, authority }
        const basis = encoded(annualReportBasis(formOf(typeCode), on))
        return [{ type: 'AnnualReportMissed', data, effectiveOn: on, basis }]
      },
    },
  ),
}

export type ReportCommand = CommandOf<typeof acts>
export type RecordAnnualReport = Extract<ReportCommand, { readonly type: 'RecordAnnualReport' }>

export const annualReports = aggregate({
  aggregate: 'annual-reports',
  acts,
  subject: ({ data }) => data.uscc,
  initial: noReports,
  evolve,
  facts: reportFacts,
})

export const decider = anyDecider(annualReports)
