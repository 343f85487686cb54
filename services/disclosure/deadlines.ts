import { addDays, type CivilDate } from '@mingjian/codes'
import { anyDeadline, type Command, type Deadline, nextClock, type ReadModels } from '@mingjian/kernel'
import { authoritySettings, NATIONAL_AUTHORITY, nothingSet, type Setting, settingsFor } from '@mingjian/law'
import { missedFrom, reportWindowExceptions, type WindowException, yearMissedFrom } from './law.ts'
import { expiryOf, type RunningOrders, runningOrders } from './projections/disclosure-orders.ts'
import { type ReportDuty, reportDuty } from './projections/report-duty.ts'
import { RECORDS } from './records-beginning/decider.ts'

/** 条例第八条: on the day after the window, a report that was not filed and published is missed. The nation extends windows. */
const annualReportMissed: Deadline<ReportDuty, Setting<readonly WindowException[]>> = {
  name: 'annual-report-missed',
  readModel: reportDuty,
  law: async (reads) => {
    const set = await reads.get(authoritySettings, NATIONAL_AUTHORITY)
    return settingsFor(set?.document.set ?? nothingSet, NATIONAL_AUTHORITY)(reportWindowExceptions)
  },
  next: async (reads, after, asOf, exceptions) => {
    const records = await reads.get(reportDuty, RECORDS)
    const from = records?.document.recordsFrom
    if (from === null || from === undefined) return undefined
    const days: CivilDate[] = []
    for (let year = from; missedFrom(year) <= asOf; year += 1) days.push(missedFrom(year, exceptions))
    return days.filter((day) => day > after && day <= asOf).sort()[0]
  },
  due: (day, exceptions) => {
    const year = yearMissedFrom(day, exceptions)
    return {
      where: [
        { column: 'living', is: '=', value: true },
        { column: 'first_year', is: '<=', value: year },
        { column: 'accounted', is: 'lacks', value: year },
      ],
      acts: ({ authority }, uscc) => [{ command: { type: 'RecordMissedReport', data: { uscc, year } }, authority }],
    }
  },
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

/** 异常名录办法第七条: an order that was not obeyed by its last day has expired. */
const orderExpired: Deadline<RunningOrders> = {
  name: 'disclosure-order-expired',
  readModel: runningOrders,
  next: nextClock(runningOrders, 'expire_on', expiryOf),
  due: (day) => ({
    where: [{ column: 'expire_on', is: '=', value: day }],
    acts: ({ running }, uscc) =>
      running
        .filter(({ performBy }) => addDays(performBy, 1) === day)
        .map(({ order, authority }) => ({
          command: { type: 'RecordOrderExpiry', data: { uscc, order } },
          authority,
        })),
  }),
}

export const deadlines = [anyDeadline(annualReportMissed), anyDeadline(orderExpired)]
