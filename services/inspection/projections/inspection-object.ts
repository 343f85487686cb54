import { type Projection, REGISTRATION_EVENTS, type RecordedEvent } from '@mingjian/kernel'

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
  /** Years for which a report was filed. */
  readonly filed: readonly number[]
  /** Entries in force, `list/ground/year`. */
  readonly listed: readonly string[]
  /** Tasks of inspection for which it was drawn, and for which year's plan. */
  readonly drawn: readonly { readonly year: number; readonly task: string }[]
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
      filed: before?.filed ?? [],
      listed: before?.listed ?? [],
      drawn: before?.drawn ?? [],
    }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
    case 'EnterpriseMigratedOut':
      return { ...before, living: false, ended: ENDINGS[event.type] ?? null }
    case 'AnnualReportSubmitted':
      return { ...before, filed: [...before.filed, event.data.year] }
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
    case 'InspectionTaskDrawn': {
      const { year, task } = event.data
      return { ...before, drawn: [...before.drawn, { year, task }] }
    }
    case 'InspectionTaskReleased':
      return { ...before, drawn: before.drawn.filter(({ task }) => task !== event.data.task) }
    default:
      return before
  }
}

export const inspectionObject: Projection<InspectionObject> = {
  name: 'inspection_object',
  version: 2,
  events: [
    ...REGISTRATION_EVENTS,
    'AnnualReportSubmitted',
    'AbnormalOperationsListed',
    'AbnormalStateMarked',
    'AbnormalOperationsDelisted',
    'AbnormalStateCleared',
    'InspectionTaskDrawn',
    'InspectionTaskReleased',
    'AbnormalListingRescinded',
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
