import { anyDeadline, type Deadline, nextClock } from '@mingjian/kernel'
import { type ReportCure, reportCure } from './projections/report-cure.ts'

/** 异常名录办法第十一条: all missing years filed and published, the entity is removed within five working days. */
const delistCured: Deadline<ReportCure> = {
  name: 'delist-after-filing',
  readModel: reportCure,
  next: nextClock(reportCure, 'due_on', ({ dueOn }) => dueOn ?? undefined),
  due: (day) => [{ column: 'due_on', is: '=', value: day }],
  command: ({ authority }, uscc, day) => ({
    command: {
      type: 'DelistAbnormalOperations',
      data: { uscc, ground: 'annual_report_missed', on: day, reason: '补报未报年份的年度报告并公示' },
    },
    authority,
  }),
}

export const deadlines = [anyDeadline(delistCured)]
