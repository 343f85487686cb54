import { type ClockModel, citationText, cite, clockModel, randomInspectionMethod } from '@mingjian/law'
import { visit } from './projections/visit.ts'

/** Results that are to be published. */
const publication = clockModel(visit, 'due_on')

/** 年度抽查计划: checks that are still to be carried out, one line for each plan and last day. */
const conduct: ClockModel = async (reads, { asOf, until }) => {
  const groups = await reads.countBy(
    visit,
    ['authority', 'plan_id', 'plan_name', 'last_day'],
    [
      { column: 'open', is: '=', value: true },
      { column: 'last_day', is: '<=', value: until },
    ],
  )
  return groups.map(({ values, count }) => {
    const [who = '', subject = '', planName = '', by = ''] = values.map(String)
    const basis = citationText(cite(randomInspectionMethod, '年度抽查计划', by))
    return { by, overdue: by < asOf, subject, uscc: null, what: `实施检查：${planName}`, who, basis, count }
  })
}

export const clockModels: readonly ClockModel[] = [publication, conduct]
