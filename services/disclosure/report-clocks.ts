import { type CivilDate, isUsccShaped, yearOf } from '@mingjian/codes'
import {
  authoritySettings,
  type BoardLine,
  type BoardQuery,
  type BoardReads,
  type ClockModel,
  citationText,
  NATIONAL_AUTHORITY,
  nothingSet,
  settingsFor,
} from '@mingjian/law'
import { annualReportBasis, annualReportWindow, reportWindowExceptions } from './law.ts'
import { reportDuty } from './projections/report-duty.ts'
import { RECORDS } from './records-beginning/decider.ts'

/** An enterprise's own duties. */
const own = async (reads: BoardReads, uscc: string, years: readonly number[]) => {
  const duty = (await reads.get(reportDuty, uscc))?.document
  if (duty === undefined || !duty.living) return []
  return years
    .filter((year) => duty.owed.includes(year) || (duty.firstYear <= year && !duty.accounted.includes(year)))
    .map((year) => ({ year, who: uscc, count: 1 }))
}

/** Those of all: who has not reported yet, and who is recorded as having missed a year and has not made up for it. */
const shared = async (reads: BoardReads, years: readonly number[]) => {
  const counts = new Map<string, number>()
  const add = (year: number, authority: unknown, count: number) =>
    counts.set(`${year} ${authority}`, (counts.get(`${year} ${authority}`) ?? 0) + count)
  const owed = reads.countBy(reportDuty, ['authority', 'owed'], [{ column: 'owed', is: '>', value: '' }])
  const unaccounted = years.map(async (year) => ({
    year,
    groups: await reads.countBy(
      reportDuty,
      ['authority'],
      [
        { column: 'living', is: '=', value: true },
        { column: 'first_year', is: '<=', value: year },
        { column: 'accounted', is: 'lacks', value: year },
      ],
    ),
  }))
  for (const { values, count } of await owed)
    for (const year of String(values[1]).split(',').map(Number)) add(year, values[0], count)
  for (const { year, groups } of await Promise.all(unaccounted))
    for (const { values, count } of groups) add(year, values[0], count)
  return [...counts].map(([key, count]) => {
    const [year = '', authority = ''] = key.split(' ')
    return { year: Number(year), who: `${authority}登记的未报企业`, count }
  })
}

/** 条例第八条: reports still to be filed and published. One line for all who owe the same year, so that it stays quick with very many. */
export const reportClocks: ClockModel = async (reads, { asOf, until, who }: BoardQuery) => {
  const from = (await reads.get(reportDuty, RECORDS))?.document.recordsFrom
  if (from === null || from === undefined) return []
  const set = await reads.get(authoritySettings, NATIONAL_AUTHORITY)
  const exceptions = settingsFor(set?.document.set ?? nothingSet, NATIONAL_AUTHORITY)(reportWindowExceptions)
  const lastDay = (year: number): CivilDate => annualReportWindow(year, exceptions).closes
  const years: number[] = []
  for (let year = from; year < yearOf(until); year += 1) if (lastDay(year) <= until) years.push(year)
  const duties = who !== undefined && isUsccShaped(who) ? await own(reads, who, years) : await shared(reads, years)
  return duties
    .filter(({ year }) => years.includes(year))
    .map(({ year, who: owing, count }): BoardLine => {
      const by = lastDay(year)
      const subject = owing === who ? owing : ''
      const basis = annualReportBasis('enterprise', by).map(citationText)[0] ?? ''
      return {
        by,
        overdue: by < asOf,
        subject,
        uscc: subject || null,
        what: `报送公示年度报告：${year}年度`,
        who: owing,
        basis,
        count,
      }
    })
}
