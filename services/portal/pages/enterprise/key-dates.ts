import type { CivilDate } from '@mingjian/codes'
import type { Enterprise, EnterpriseRecord } from '@mingjian/credit-query'
import { nextReportWindow, reportWindowExceptions } from '@mingjian/disclosure/law'
import { type Html, html, type Part } from '@mingjian/http'
import { penaltyRestorableFrom, type SettingSource } from '@mingjian/law'
import { day, listName } from '../../words.ts'

interface KeyDate {
  readonly name: string
  readonly on: Part
  /** Something to be done by then. */
  readonly clock?: true
}

const keyDates = (
  enterprise: Enterprise,
  record: EnterpriseRecord,
  today: CivilDate,
  law: SettingSource,
): readonly KeyDate[] => {
  const { ended, established } = enterprise
  const dates: KeyDate[] = [{ name: '成立', on: day(established) }]
  if (ended !== null) dates.push({ name: enterprise.state, on: day(ended) })
  if (enterprise.operatingTo !== null) dates.push({ name: '营业期限届满', on: day(enterprise.operatingTo) })
  const missing = record.missedReports.filter(({ year }) => !record.annualReports.some((known) => known.year === year))
  if (missing.length > 0 && ended === null)
    dates.push({ name: '未报年度报告', on: html`${missing.map(({ year }) => year).join('、')}年度`, clock: true })
  // Nobody reports who is no longer registered.
  const reported = record.annualReports.map(({ year }) => year)
  const next = ended === null ? nextReportWindow(established, reported, today, law(reportWindowExceptions)) : undefined
  if (next !== undefined)
    dates.push({ name: `报送 ${next.year} 年度报告`, on: html`${day(next.opens)} 至 ${day(next.closes)}` })
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

export const keyDateList = (
  enterprise: Enterprise,
  record: EnterpriseRecord,
  today: CivilDate,
  law: SettingSource,
): Html => html`
<section aria-labelledby="key-dates"><h2 id="key-dates">关键日期</h2><dl>
${keyDates(enterprise, record, today, law).map(
  ({ name, on, clock }) => html`<dt>${name}</dt><dd class="${clock ? 'clock' : ''}">${on}</dd>`,
)}</dl></section>`
