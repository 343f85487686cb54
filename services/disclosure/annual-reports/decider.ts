import { type CivilDate, dayMember, formOf, nullable, usccMember, yearOf } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
  streamOf,
} from '@mingjian/kernel'
import {
  encodeCitation,
  type RegisteredUnderSettings,
  registeredUnderSettings,
  type Setting,
  settingsFor,
} from '@mingjian/law'
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

interface Filed {
  readonly uscc: string
  readonly year: number
  readonly filedOn: CivilDate
  readonly report: ReportedItems
}
export type SubmitAnnualReport = Command<'SubmitAnnualReport', Filed>
export type CorrectAnnualReport = Command<
  'CorrectAnnualReport',
  { readonly uscc: string; readonly year: number; readonly report: ReportedItems }
>
/** A report that another system took: new, or bringing corrections. */
export type RecordAnnualReport = Command<'RecordAnnualReport', Filed>
/** The window has closed: what is missing is a fact from now on. */
export type RecordMissedReport = Command<'RecordMissedReport', { readonly uscc: string; readonly year: number }>
type ReportCommand = SubmitAnnualReport | CorrectAnnualReport | RecordAnnualReport | RecordMissedReport

interface Reports {
  readonly filed: ReadonlyMap<number, { readonly filedOn: CivilDate; readonly report: ReportedItems }>
  readonly missed: ReadonlySet<number>
}

interface ReportFacts extends RegisteredUnderSettings {
  /** Report years whose correction has been ordered and is not done 责令更正. */
  readonly toCorrect: ReadonlyMap<number, number>
}

const encoded = (citations: ReturnType<typeof annualReportBasis>): readonly string[] => citations.map(encodeCitation)
const differing = (before: ReportedItems, after: ReportedItems): string[] =>
  (Object.keys(after) as (keyof ReportedItems)[]).filter(
    (item) => JSON.stringify(before[item]) !== JSON.stringify(after[item]),
  )

type Exceptions = Setting<readonly WindowException[]>

const submitted = (
  { year, filedOn, report }: Filed,
  facts: Pick<RegisteredUnderSettings, 'typeCode'>,
  exceptions: Exceptions,
): NewEvent => ({
  type: 'AnnualReportSubmitted',
  data: { year, filedOn, late: filedOn > annualReportWindow(year, exceptions).closes, report },
  effectiveOn: filedOn,
  basis: encoded(annualReportBasis(formOf(facts.typeCode), filedOn)),
})
const corrected = (
  year: number,
  before: ReportedItems,
  report: ReportedItems,
  facts: Pick<RegisteredUnderSettings, 'typeCode'>,
  on: CivilDate,
): readonly NewEvent[] => {
  const changed = differing(before, report)
  if (changed.length === 0) return []
  const basis = encoded(correctionBasis(formOf(facts.typeCode), on))
  return [{ type: 'AnnualReportCorrected', data: { year, correctedOn: on, report, changed }, effectiveOn: on, basis }]
}

const submissionRefusal = (
  { uscc, year, filedOn }: Filed,
  facts: RegisteredUnderSettings,
  exceptions: Exceptions,
): Refusal | undefined => {
  const [provision] = encoded(annualReportBasis(formOf(facts.typeCode), filedOn))
  if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`)
  if (year < yearOf(facts.establishedOn))
    return refused(
      'year-before-establishment',
      `${uscc} was established in ${yearOf(facts.establishedOn)} and owes no report for ${year}.`,
      provision,
    )
  const { opens } = annualReportWindow(year, exceptions)
  if (filedOn < opens)
    return refused('window-not-open', `The report for ${year} can be filed from ${opens}.`, provision)
  return undefined
}

const decide = (
  command: ReportCommand,
  state: Reports,
  { today, facts, authority }: Context<ReportFacts>,
): readonly NewEvent[] | Refusal => {
  const { uscc, year } = command.data
  const exceptions = settingsFor(facts.set, authority)(reportWindowExceptions)
  const before = state.filed.get(year)
  switch (command.type) {
    case 'SubmitAnnualReport': {
      const refusal = submissionRefusal(command.data, facts, exceptions)
      if (refusal !== undefined) return refusal
      if (!facts.living) return refused('not-living', `${uscc} no longer files reports.`)
      if (before === undefined) return [submitted(command.data, facts, exceptions)]
      return differing(before.report, command.data.report).length === 0
        ? []
        : refused(
            'already-submitted',
            `The report for ${year} was filed on ${before.filedOn}: correct it instead.`,
            encoded(correctionBasis(formOf(facts.typeCode), today))[0],
          )
    }
    case 'RecordAnnualReport':
      if (before !== undefined) return corrected(year, before.report, command.data.report, facts, today)
      return submissionRefusal(command.data, facts, exceptions) ?? [submitted(command.data, facts, exceptions)]
    case 'CorrectAnnualReport':
      if (before === undefined) return refused('not-submitted', `There is no report of ${uscc} for ${year} to correct.`)
      if (differing(before.report, command.data.report).length === 0) return []
      // After the window a report is corrected by order alone (条例第十二条).
      if (!isCorrectable(year, today, exceptions) && ![...facts.toCorrect.values()].includes(year)) {
        return refused(
          'correction-closed',
          `The report for ${year} could be corrected until ${annualReportWindow(year, exceptions).closes}.`,
          encoded(correctionBasis(formOf(facts.typeCode), today))[0],
        )
      }
      return corrected(year, before.report, command.data.report, facts, today)
    case 'RecordMissedReport': {
      const inTime = before !== undefined && isOnTime(year, before.filedOn, exceptions)
      if (inTime || state.missed.has(year) || !facts.living || year < firstReportYear(facts.establishedOn)) return []
      const { closes } = annualReportWindow(year, exceptions)
      const on = missedFrom(year, exceptions)
      if (today < on) return refused('window-open', `The report for ${year} can be filed until ${closes}.`)
      const data = { year, windowEnd: closes, typeCode: facts.typeCode, authority: facts.authority }
      return [
        {
          type: 'AnnualReportMissed',
          data,
          effectiveOn: on,
          basis: encoded(annualReportBasis(formOf(facts.typeCode), on)),
        },
      ]
    }
    default:
      return command satisfies never
  }
}

const evolve = (state: Reports, event: PastEvent): Reports => {
  switch (event.type) {
    case 'AnnualReportSubmitted':
      return {
        ...state,
        filed: new Map(state.filed).set(event.data.year, { filedOn: event.data.filedOn, report: event.data.report }),
      }
    case 'AnnualReportCorrected': {
      const { year, report, correctedOn } = event.data
      return {
        ...state,
        filed: new Map(state.filed).set(year, { filedOn: state.filed.get(year)?.filedOn ?? correctedOn, report }),
      }
    }
    case 'AnnualReportMissed':
      return { ...state, missed: new Set(state.missed).add(event.data.year) }
    default:
      return state
  }
}

const day = dayMember()
const code = usccMember()
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
const year = Type.Integer({ minimum: 2013, maximum: 9998 })
const filed = Type.Object({ uscc: code, year, filedOn: day, report })

const factsAfter = (facts: ReportFacts, event: PastEvent): ReportFacts => {
  switch (event.type) {
    case 'DisclosureOrdered': {
      const { demand, order, reportYear } = event.data
      if (demand !== 'correct' || reportYear === null) return facts
      return { ...facts, toCorrect: new Map(facts.toCorrect).set(order, reportYear) }
    }
    case 'DisclosureOrderPerformed': {
      const toCorrect = new Map(facts.toCorrect)
      toCorrect.delete(event.data.order)
      return { ...facts, toCorrect }
    }
    default:
      return { ...facts, ...registeredUnderSettings.evolve(facts, event) }
  }
}

export const annualReports: Decider<ReportCommand, Reports, ReportFacts> = {
  aggregate: 'annual-reports',
  acts: declared({
    SubmitAnnualReport: filed,
    RecordAnnualReport: filed,
    CorrectAnnualReport: Type.Object({ uscc: code, year, report }),
    RecordMissedReport: Type.Object({ uscc: code, year }),
  }),
  subject: ({ data }) => data.uscc,
  initial: { filed: new Map(), missed: new Set() },
  evolve,
  facts: {
    streams: (command, authority) => [
      ...registeredUnderSettings.streams(command, authority),
      ...(command.type === 'CorrectAnnualReport' ? [streamOf(command.data.uscc, 'disclosure-orders')] : []),
    ],
    initial: { ...registeredUnderSettings.initial, toCorrect: new Map() },
    evolve: factsAfter,
  },
  decide,
}

export const decider = anyDecider(annualReports)
