import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { REGISTRATION_EVENTS } from '@mingjian/law'
import { firstReportYear } from '../law.ts'
import { RECORDS } from '../records-beginning/decider.ts'

/** Who owes an annual report for which years; under the key of the records, the year with which they begin. */
export interface ReportDuty {
  readonly living: boolean
  readonly firstYear: number
  readonly authority: string
  /** Years that need no further look: filed in time, or recorded as missed. */
  readonly accounted: readonly number[]
  /** Years recorded as missed that have not been made up for. */
  readonly owed: readonly number[]
  readonly firstFiled: number | null
  readonly recordsFrom: number | null
}

const nobody: ReportDuty = {
  living: false,
  firstYear: 0,
  authority: '',
  accounted: [],
  owed: [],
  firstFiled: null,
  recordsFrom: null,
}

const evolve = (before: ReportDuty | undefined, event: RecordedEvent): ReportDuty | undefined => {
  const duty = before ?? nobody
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
      return {
        ...duty,
        living: true,
        firstYear: firstReportYear(event.data.items.establishedOn),
        authority: event.data.items.authority,
      }
    case 'RegistrationChanged':
      return {
        ...duty,
        firstYear: firstReportYear(event.data.items.establishedOn),
        authority: event.data.items.authority,
      }
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
    case 'EnterpriseMigratedOut':
      return { ...duty, living: false }
    case 'AnnualReportSubmitted': {
      const { year, late } = event.data
      const firstFiled = Math.min(duty.firstFiled ?? year, year)
      const owed = duty.owed.filter((missed) => missed !== year)
      return { ...duty, firstFiled, owed, accounted: late ? duty.accounted : [...duty.accounted, year] }
    }
    case 'AnnualReportMissed':
      return {
        ...duty,
        accounted: [...duty.accounted, event.data.year],
        owed: [...duty.owed, event.data.year],
      }
    case 'AnnualReportRecordsBegan':
      return { ...duty, recordsFrom: event.data.year }
    default:
      return before
  }
}

export const reportDuty: Projection<ReportDuty> = {
  name: 'report_duty',
  version: 3,
  events: [...REGISTRATION_EVENTS, 'AnnualReportSubmitted', 'AnnualReportMissed', 'AnnualReportRecordsBegan'],
  evolve,
  columns: {
    living: 'boolean not null',
    first_year: 'int not null',
    accounted: 'int[] not null',
    first_filed: 'int',
    authority: 'text not null',
    owed: 'text not null',
  },
  row: (duty, key) => ({
    living: duty.living && key !== RECORDS,
    first_year: duty.firstYear,
    accounted: duty.accounted,
    first_filed: duty.firstFiled,
    authority: duty.authority,
    owed: duty.living ? duty.owed.join() : '',
  }),
  indexes: [],
  // On one day most of them change: in their own page, beside what they were, they need no new entry in the index.
  storage: 'fillfactor = 50',
}
