import { yearOf } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { REGISTRATION_EVENTS } from '@mingjian/law'
import type { InspectionObjectEntered, ReportedItems } from '@mingjian/schemas'
import { REPORTED } from '../draw/plan.ts'

export type Ended = 'deregistered' | 'licence-revoked' | 'registration-rescinded' | 'migrated-out'

/** An enterprise in the library of objects 检查对象名录库: what a plan chooses by. */
export interface InspectionObject {
  readonly living: boolean
  /** Why it is not; null while it is. */
  readonly ended: Ended | null
  /** The office in charge. */
  readonly authority: string
  readonly district: string
  readonly typeCode: string
  readonly industrySection: string | null
  readonly industry: string | null
  readonly capitalWan: number | null
  /** 信用风险分类, internal: guides who is drawn and is never published; null before the first classification. */
  readonly riskClass: string | null
  /** Years for which a report was filed. */
  readonly filed: readonly number[]
  /** Entries in force, `list/ground/year` or `serious/matter`. */
  readonly listed: readonly string[]
  /** Tasks of inspection for which it was drawn, and for which year's plan. */
  readonly drawn: readonly { readonly year: number; readonly task: string; readonly items: readonly string[] }[]
  /** Products, projects and premises of it in the library. */
  readonly others: readonly {
    readonly id: string
    readonly kind: InspectionObjectEntered['kind']
    readonly name: string
  }[]
  /** Of the last report by year. */
  readonly reported: Readonly<Pick<ReportedItems, (typeof REPORTED)[number]> & { readonly year: number }> | null
  /** The year of each complaint that was accepted, and of each report that came 投诉举报. */
  readonly complaints: readonly number[]
}

const reportedOf = (
  before: InspectionObject['reported'],
  year: number,
  report: ReportedItems,
): InspectionObject['reported'] => {
  if (before !== null && before.year > year) return before
  const figures = Object.fromEntries(REPORTED.map((item) => [item, report[item]]))
  return { ...(figures as unknown as NonNullable<InspectionObject['reported']>), year }
}

const ENDINGS: Readonly<Record<string, Ended>> = {
  EnterpriseDeregistered: 'deregistered',
  LicenceRevoked: 'licence-revoked',
  RegistrationRescinded: 'registration-rescinded',
  EnterpriseMigratedOut: 'migrated-out',
}

const evolve = (before: InspectionObject | undefined, event: RecordedEvent): InspectionObject | undefined => {
  if (
    event.type === 'EnterpriseEstablished' ||
    event.type === 'EnterpriseMigratedIn' ||
    event.type === 'RegistrationChanged'
  ) {
    const { authority, district, typeCode, industrySection, industry, capitalWan } = event.data.items
    const ended = event.type === 'RegistrationChanged' ? (before?.ended ?? null) : null
    return {
      living: ended === null,
      ended,
      authority,
      district,
      typeCode,
      industrySection,
      industry,
      capitalWan,
      riskClass: before?.riskClass ?? null,
      filed: before?.filed ?? [],
      listed: before?.listed ?? [],
      drawn: before?.drawn ?? [],
      others: before?.others ?? [],
      reported: before?.reported ?? null,
      complaints: before?.complaints ?? [],
    }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
    case 'EnterpriseMigratedOut':
      return { ...before, living: false, ended: ENDINGS[event.type] ?? null }
    case 'AnnualReportSubmitted': {
      const { year, report } = event.data
      return { ...before, filed: [...before.filed, year], reported: reportedOf(before.reported, year, report) }
    }
    case 'AnnualReportCorrected':
      return { ...before, reported: reportedOf(before.reported, event.data.year, event.data.report) }
    case 'InspectionObjectEntered': {
      const { objectId: id, kind, name } = event.data
      return { ...before, others: [...before.others.filter((other) => other.id !== id), { id, kind, name }] }
    }
    case 'InspectionObjectRemoved':
      return { ...before, others: before.others.filter(({ id }) => id !== event.data.objectId) }
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const list = event.type === 'AbnormalStateMarked' ? 'mark' : 'abnormal'
      return { ...before, listed: [...before.listed, `${list}/${event.data.ground}/${event.data.year ?? ''}`] }
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded': {
      const { ground } = event.data
      const years = event.type === 'AbnormalListingRescinded' ? [event.data.year ?? ''] : event.data.years
      const ended = ['', ...years].map((year) => `/${ground}/${year}`)
      return { ...before, listed: before.listed.filter((entry) => !ended.some((end) => entry.endsWith(end))) }
    }
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated':
      return { ...before, listed: [...before.listed, `serious/${event.data.matter}`] }
    case 'SeriousViolationRemoved':
    case 'SeriousViolationRescinded':
      return { ...before, listed: before.listed.filter((entry) => entry !== `serious/${event.data.matter}`) }
    case 'RiskClassified':
      return { ...before, riskClass: event.data.riskClass }
    case 'EnterpriseReported':
      return { ...before, complaints: [...before.complaints, yearOf(event.effectiveOn)] }
    case 'InspectionTaskDrawn': {
      const { year, task, items } = event.data
      return { ...before, drawn: [...before.drawn, { year, task, items }] }
    }
    case 'InspectionTaskReleased':
      return { ...before, drawn: before.drawn.filter(({ task }) => task !== event.data.task) }
    default:
      return before
  }
}

export const inspectionObject: Projection<InspectionObject> = {
  name: 'inspection_object',
  version: 5,
  events: [
    ...REGISTRATION_EVENTS,
    'AnnualReportSubmitted',
    'AnnualReportCorrected',
    'InspectionObjectEntered',
    'InspectionObjectRemoved',
    'AbnormalOperationsListed',
    'AbnormalStateMarked',
    'AbnormalOperationsDelisted',
    'AbnormalStateCleared',
    'SeriousViolationListed',
    'SeriousViolationReinstated',
    'SeriousViolationRemoved',
    'SeriousViolationRescinded',
    'InspectionTaskDrawn',
    'InspectionTaskReleased',
    'AbnormalListingRescinded',
    'RiskClassified',
    'EnterpriseReported',
  ],
  evolve,
  columns: {
    living: 'boolean not null',
    district: 'text not null',
    type_code: 'text not null',
    filed: 'int[] not null',
    authority: 'text not null',
    drawn_in: 'int[] not null',
  },
  row: ({ living, district, typeCode, filed, authority, drawn }) => ({
    living,
    district,
    type_code: typeCode,
    filed,
    authority,
    drawn_in: [...new Set(drawn.map(({ year }) => year))],
  }),
  indexes: [],
}
