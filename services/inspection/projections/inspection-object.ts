import { type Projection, REGISTRATION_EVENTS, type RecordedEvent } from '@mingjian/kernel'

/** An enterprise in the library of objects 检查对象名录库: what a plan chooses by. */
export interface InspectionObject {
  readonly living: boolean
  /** The office in charge. */
  readonly authority: string
  readonly district: string
  readonly typeCode: string
  readonly industrySection: string | null
  readonly industry: string | null
  /** Years for which a report was filed. */
  readonly filed: readonly number[]
  /** Entries in force, `list/ground/year`. */
  readonly listed: readonly string[]
}

const evolve = (before: InspectionObject | undefined, event: RecordedEvent): InspectionObject | undefined => {
  if (
    event.type === 'EnterpriseEstablished' ||
    event.type === 'EnterpriseMigratedIn' ||
    event.type === 'RegistrationChanged'
  ) {
    const { authority, district, typeCode, industrySection, industry } = event.data.items
    const living = event.type === 'RegistrationChanged' ? (before?.living ?? true) : true
    return {
      living,
      authority,
      district,
      typeCode,
      industrySection,
      industry,
      filed: before?.filed ?? [],
      listed: before?.listed ?? [],
    }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
    case 'EnterpriseMigratedOut':
      return { ...before, living: false }
    case 'AnnualReportSubmitted':
      return { ...before, filed: [...before.filed, event.data.year] }
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const list = event.type === 'AbnormalStateMarked' ? 'mark' : 'abnormal'
      return { ...before, listed: [...before.listed, `${list}/${event.data.ground}/${event.data.year ?? ''}`] }
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared': {
      const { ground, years } = event.data
      const ended = ['', ...years].map((year) => `/${ground}/${year}`)
      return { ...before, listed: before.listed.filter((entry) => !ended.some((end) => entry.endsWith(end))) }
    }
    default:
      return before
  }
}

export const inspectionObject: Projection<InspectionObject> = {
  name: 'inspection_object',
  version: 1,
  events: [
    ...REGISTRATION_EVENTS,
    'AnnualReportSubmitted',
    'AbnormalOperationsListed',
    'AbnormalStateMarked',
    'AbnormalOperationsDelisted',
    'AbnormalStateCleared',
  ],
  evolve,
  columns: {
    living: 'boolean not null',
    district: 'text not null',
    type_code: 'text not null',
    filed: 'int[] not null',
  },
  row: ({ living, district, typeCode, filed }) => ({ living, district, type_code: typeCode, filed }),
  indexes: [],
}
