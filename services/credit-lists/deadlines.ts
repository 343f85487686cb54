import type { CivilDate } from '@mingjian/codes'
import { anyDeadline, type Deadline, type DueAct, nextClock, subjectOf } from '@mingjian/kernel'
import {
  type AbnormalClocks,
  abnormalClocks,
  groundOf,
  type ListedEntry,
  type StandingGround,
} from './projections/abnormal-clocks.ts'
import { dayOfThreeYears, dayToList, dayToRemind, dayToRemove, firstOf } from './projections/abnormal-days.ts'
import {
  firstFollowDay,
  firstTermDay,
  followDay,
  type SeriousClocks,
  seriousClocks,
  termDay,
} from './projections/serious-clocks.ts'

const REMOVAL_REASONS: Readonly<Record<ListedEntry['ground'], string>> = {
  annual_report_missed: '补报未报年份的年度报告并公示',
  order_not_followed: '已履行公示义务',
  false_information: '已更正公示的信息',
  uncontactable: '已变更住所或者经营场所，或者重新取得联系',
}

const listing = (uscc: string, { ground, year, authority }: StandingGround, on: CivilDate): DueAct => ({
  command: { type: 'ListAbnormalOperations', data: { uscc, ground, year, on } },
  authority,
})

/** 异常名录办法第六条至第九条: a ground that is a fact leads to the entry, within ten working days. */
const listGround: Deadline<AbnormalClocks> = {
  name: 'list-abnormal-operations',
  readModel: abnormalClocks,
  next: nextClock(abnormalClocks, 'list_on', ({ grounds }) => firstOf(grounds.map(dayToList))),
  due: (day) => ({
    where: [{ column: 'list_on', is: '=', value: day }],
    acts: ({ grounds }, uscc) =>
      grounds.filter((fact) => dayToList(fact) === day).map((fact) => listing(uscc, fact, day)),
  }),
  // A term that ran out yesterday is acted on today, where that is a working day.
  atOnce: ({ stream, event, provenance }, day) => {
    const fact = groundOf(event, provenance.authority)
    return fact !== undefined && dayToList(fact) === day ? [listing(subjectOf(stream), fact, day)] : []
  },
}

/** 异常名录办法第十一条至第十四条: an entry whose ground is gone is removed, within five working days. */
const removeCured: Deadline<AbnormalClocks> = {
  name: 'delist-abnormal-operations',
  readModel: abnormalClocks,
  next: nextClock(abnormalClocks, 'remove_on', (clocks) =>
    firstOf(clocks.entries.map((entry) => dayToRemove(entry, clocks))),
  ),
  due: (day) => ({
    where: [{ column: 'remove_on', is: '=', value: day }],
    acts: (clocks, uscc) => {
      const due = clocks.entries.filter((entry) => dayToRemove(entry, clocks) === day)
      return [...Map.groupBy(due, ({ ground }) => ground)].map(([ground, entries]) => {
        const years = entries.flatMap(({ year }) => year ?? [])
        const reason = REMOVAL_REASONS[ground]
        return {
          command: {
            type: 'DelistAbnormalOperations',
            data: { uscc, ground, ...(years.length === 0 ? {} : { years }), on: day, reason },
          },
          authority: entries[0]?.authority ?? '',
        }
      })
    },
  }),
}

const ofEntry = (
  name: string,
  column: 'remind_on' | 'three_years_on',
  type: 'RecordListingReminder' | 'RecordThreeYears',
  dayOf: typeof dayToRemind,
): Deadline<AbnormalClocks> => ({
  name,
  readModel: abnormalClocks,
  next: nextClock(abnormalClocks, column, (clocks) => firstOf(clocks.entries.map((entry) => dayOf(entry, clocks)))),
  due: (day) => ({
    where: [{ column, is: '=', value: day }],
    acts: (clocks, uscc) =>
      clocks.entries
        .filter((entry) => dayOf(entry, clocks) === day)
        .map(({ ground, year, listedOn, authority }) => ({
          command: { type, data: { uscc, ground, year, listedOn, on: day } },
          authority,
        })),
  }),
})

/** 异常名录办法第十五条: within the sixty days before three years are full the public is reminded. */
const remind = ofEntry('remind-of-three-years', 'remind_on', 'RecordListingReminder', dayToRemind)
/** What follows from three full years depends on the law of that day. */
const threeYears = ofEntry('three-years-listed', 'three_years_on', 'RecordThreeYears', dayOfThreeYears)

/** 失信名单办法第二十一条, (83) 第九条: when the term is full, the entry ends by itself. */
const seriousTermEnd: Deadline<SeriousClocks> = {
  name: 'serious-violation-term',
  readModel: seriousClocks,
  next: nextClock(seriousClocks, 'term_on', firstTermDay),
  due: (day) => ({
    where: [{ column: 'term_on', is: '=', value: day }],
    acts: ({ entries }, uscc) =>
      entries
        .filter((entry) => termDay(entry) === day)
        .map(({ matter, authority }) => ({
          command: { type: 'RecordSeriousTermEnd', data: { uscc, matter, on: day } },
          authority,
        })),
  }),
}

/** 办法（83号）第十条: what followed from three years on the other list ends with that entry. */
const followAbnormalList: Deadline<SeriousClocks> = {
  name: 'serious-violation-follows',
  readModel: seriousClocks,
  next: nextClock(seriousClocks, 'follow_on', firstFollowDay),
  due: (day) => ({
    where: [{ column: 'follow_on', is: '=', value: day }],
    acts: ({ entries, ended }, uscc) =>
      ended
        .filter((source) => followDay(source) === day)
        .map(({ ground, years, rescinded }) => ({
          command: { type: 'RecordAbnormalEntryEnd', data: { uscc, ground, years, rescinded, on: day } },
          authority: entries[0]?.authority ?? '',
        })),
  }),
}

export const deadlines = [
  ...[listGround, removeCured, remind, threeYears].map(anyDeadline),
  ...[seriousTermEnd, followAbnormalList].map(anyDeadline),
]
