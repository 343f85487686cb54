import { type CivilDate, yearOf } from '@mingjian/codes'
import type { Enterprise, EnterpriseRecord } from '@mingjian/credit-query'
import { type Html, html, type Part } from '@mingjian/http'
import { penaltyRestorableFrom } from '@mingjian/law'
import { day, listName } from '../../words.ts'

export interface ReportWindow {
  readonly year: number
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * When the next annual report is due: 1 January to 30 June after its year (企业信息公示暂行条例第八条). The first year owed is that of
 * establishment (第八条第二款); a year once missed is made up for at any time and isn't meant here. Nobody reports who is no longer registered.
 */
export const nextReport = (
  { established, ended }: Pick<Enterprise, 'established' | 'ended'>,
  reported: readonly number[],
  today: CivilDate,
): ReportWindow | undefined => {
  if (ended !== null) return undefined
  const lastYear = yearOf(today) - 1
  const openNow = today <= `${yearOf(today)}-06-30` && !reported.includes(lastYear) && yearOf(established) <= lastYear
  const year = openNow ? lastYear : lastYear + 1
  return { year, from: `${year + 1}-01-01`, to: `${year + 1}-06-30` }
}

interface KeyDate {
  readonly name: string
  readonly on: Part
  /** Something to be done by then. */
  readonly clock?: true
}

const keyDates = (enterprise: Enterprise, record: EnterpriseRecord, today: CivilDate): readonly KeyDate[] => {
  const dates: KeyDate[] = [{ name: '成立', on: day(enterprise.established) }]
  if (enterprise.ended !== null) dates.push({ name: enterprise.state, on: day(enterprise.ended) })
  if (enterprise.operatingTo !== null) dates.push({ name: '营业期限届满', on: day(enterprise.operatingTo) })
  const missing = record.missedReports.filter(({ year }) => !record.annualReports.some((known) => known.year === year))
  if (missing.length > 0 && enterprise.ended === null)
    dates.push({ name: '未报年度报告', on: html`${missing.map(({ year }) => year).join('、')}年度`, clock: true })
  const next = nextReport(
    enterprise,
    record.annualReports.map(({ year }) => year),
    today,
  )
  if (next !== undefined)
    dates.push({ name: `报送 ${next.year} 年度报告`, on: html`${day(next.from)} 至 ${day(next.to)}` })
  for (const { list, until } of enterprise.lists)
    if (until !== null) dates.push({ name: `${listName(list)}至`, on: day(until) })
  const shownUntil = record.penalties.map(({ until }) => until).toSorted()
  const last = shownUntil.at(-1)
  if (last !== undefined) dates.push({ name: '处罚信息公示至', on: day(last) })
  const restorable = record.penalties.flatMap((penalty) => penaltyRestorableFrom(penalty, today) ?? []).toSorted()[0]
  if (restorable !== undefined)
    dates.push({ name: '可以申请信用修复', on: restorable <= today ? '现在' : html`自 ${day(restorable)} 起` })
  return dates
}

export const keyDateList = (enterprise: Enterprise, record: EnterpriseRecord, today: CivilDate): Html => html`
<section aria-labelledby="key-dates"><h2 id="key-dates">关键日期</h2><dl>
${keyDates(enterprise, record, today).map(
  ({ name, on, clock }) => html`<dt>${name}</dt><dd class="${clock ? 'clock' : ''}">${on}</dd>`,
)}</dl></section>`
