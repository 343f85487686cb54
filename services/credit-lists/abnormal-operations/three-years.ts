import { reminderFrom, threeYearsFullOn } from '../law.ts'
import { isEntry } from './entries.ts'
import { reminded, revocationLead, threeYears } from './events.ts'
import { act, entered } from './members.ts'
import { inForce } from './state.ts'

/** 届满三年前的提示 (异常名录办法第十五条). */
const noteReminder = act(entered, {
  by: 'system',
  decide: (asked, state) => {
    const entry = inForce(state).find((one) => isEntry(one, asked))
    const due = entry !== undefined && asked.on >= reminderFrom(threeYearsFullOn(entry.listedOn))
    return due && !entry.reminded ? [reminded(entry, asked.on)] : []
  },
})

/** The entry has stood for three years. */
const noteThreeYears = act(entered, {
  by: 'system',
  decide: (asked, state) => {
    const entry = inForce(state).find((one) => isEntry(one, asked))
    if (entry === undefined || entry.threeYears || asked.on <= threeYearsFullOn(entry.listedOn)) return []
    return [threeYears(entry, asked.on), ...(state.lead ? [] : revocationLead(inForce(state), asked.on))]
  },
})

/** 届满三年 */
export const threeYearActs = { RecordListingReminder: noteReminder, RecordThreeYears: noteThreeYears }
