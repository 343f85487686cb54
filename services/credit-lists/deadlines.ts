import { anyDeadline, type Deadline, nextClock } from '@mingjian/kernel'
import type { DelistAbnormalOperations } from './abnormal-operations/decider.ts'
import { type ReportCure, removalDay, reportCure } from './projections/report-cure.ts'

/** 异常名录办法第十一条: a missing year filed and published, its entry is removed within five working days. */
const delistCured: Deadline<ReportCure> = {
  name: 'delist-after-filing',
  readModel: reportCure,
  next: nextClock(reportCure, 'due_on', ({ dueOn }) => dueOn ?? undefined),
  due: (day) => [{ column: 'due_on', is: '=', value: day }],
  command: (cure, uscc, day) => {
    const years = Object.keys(cure.listed)
      .filter((year) => removalDay(cure, year) === day)
      .map(Number)
    const command: DelistAbnormalOperations = {
      type: 'DelistAbnormalOperations',
      data: { uscc, ground: 'annual_report_missed', years, on: day, reason: '补报未报年份的年度报告并公示' },
    }
    return { command, authority: cure.authority }
  },
}

export const deadlines = [anyDeadline(delistCured)]
