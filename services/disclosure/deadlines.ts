import { anyDeadline, type Command, type Deadline, type ReadModels, yearOf } from '@mingjian/kernel'
import { missedFrom } from './law.ts'
import { type ReportDuty, reportDuty } from './projections/report-duty.ts'
import { RECORDS } from './records-beginning/decider.ts'

const yearMissedOn = (day: string): number => yearOf(day) - 1

/** 条例第八条: on the day after the window, a report that was not filed and published is missed. */
const annualReportMissed: Deadline<ReportDuty> = {
  name: 'annual-report-missed',
  readModel: reportDuty,
  next: async (reads, after, asOf) => {
    const records = await reads.get(reportDuty, RECORDS)
    const from = records?.document.recordsFrom
    if (from === null || from === undefined) return undefined
    for (let year = from; missedFrom(year) <= asOf; year += 1) if (missedFrom(year) > after) return missedFrom(year)
    return undefined
  },
  due: (day) => [
    { column: 'living', is: '=', value: true },
    { column: 'first_year', is: '<=', value: yearMissedOn(day) },
    { column: 'accounted', is: 'lacks', value: yearMissedOn(day) },
  ],
  command: ({ authority }, uscc, day) => ({
    command: { type: 'RecordMissedReport', data: { uscc, year: yearMissedOn(day) } },
    authority,
  }),
}

/** The records begin with the first report year that anybody filed for, unless it is configured; nothing to do once they have begun. */
export const beginRecords = async (reads: ReadModels, configured: number | undefined): Promise<Command | undefined> => {
  const records = await reads.get(reportDuty, RECORDS)
  const known = records?.document.recordsFrom ?? undefined
  if (known !== undefined && configured === undefined) return undefined
  const [first] = await reads.find(reportDuty, {
    where: [{ column: 'first_filed', is: '>', value: 0 }],
    order: [{ column: 'first_filed' }],
    limit: 1,
  })
  const year = configured ?? first?.document.firstFiled ?? undefined
  return year === undefined || year === known ? undefined : { type: 'BeginAnnualReportRecords', data: { year } }
}

export const deadlines = [anyDeadline(annualReportMissed)]
