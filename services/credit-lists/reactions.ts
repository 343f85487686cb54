import { type Command, nextWorkingDay, type Reaction } from '@mingjian/kernel'
import type { EndAbnormalOperations, ListAbnormalOperations } from './abnormal-operations/decider.ts'

/** Ground ①: a missed report leads to the list on the first working day after the window, well within the ten that the rule gives (第六条). */
const listMissedReport: Reaction = {
  name: 'list-missed-report',
  events: ['AnnualReportMissed'],
  react: (event): readonly Command[] => {
    if (event.type !== 'AnnualReportMissed') return []
    const { year, windowEnd } = event.data
    const command: ListAbnormalOperations = {
      type: 'ListAbnormalOperations',
      data: {
        uscc: event.subject,
        ground: 'annual_report_missed',
        year,
        on: nextWorkingDay(event.effectiveOn),
        groundOn: windowEnd,
      },
    }
    return [command]
  },
}

const ENDINGS: Readonly<Record<string, string>> = {
  EnterpriseDeregistered: '已办理注销登记',
  RegistrationRescinded: '登记被撤销',
  EnterpriseMigratedOut: '迁出本登记机关',
}

/** An entry ends with its subject, and with the authority's competence for it. */
const endWithSubject: Reaction = {
  name: 'end-listing-with-subject',
  events: ['EnterpriseDeregistered', 'RegistrationRescinded', 'EnterpriseMigratedOut'],
  react: (event): readonly Command[] => {
    const command: EndAbnormalOperations = {
      type: 'EndAbnormalOperations',
      data: { uscc: event.subject, on: event.effectiveOn, reason: ENDINGS[event.type] ?? '' },
    }
    return [command]
  },
}

export const reactions = [listMissedReport, endWithSubject]
