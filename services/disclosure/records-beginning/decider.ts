import {
  anyDecider,
  type Command,
  type Decider,
  declared,
  type NewEvent,
  noFacts,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import Type from 'typebox'

/** Nobody can be judged for a year of which the platform has no records: they begin once, with a year, by an act of their own. */
export type BeginAnnualReportRecords = Command<'BeginAnnualReportRecords', { readonly year: number }>

/** The subject under which the setting is recorded. */
export const RECORDS = 'annual-report-records'

export const recordsBeginning: Decider<BeginAnnualReportRecords, { readonly year: number | undefined }> = {
  aggregate: 'beginning',
  acts: declared({ BeginAnnualReportRecords: Type.Object({ year: Type.Integer({ minimum: 2013, maximum: 9998 }) }) }),
  subject: () => RECORDS,
  initial: { year: undefined },
  evolve: (state, event) => (event.type === 'AnnualReportRecordsBegan' ? { year: event.data.year } : state),
  facts: noFacts,
  decide: ({ data }, state, { today }): readonly NewEvent[] | Refusal => {
    if (state.year === data.year) return []
    // Later beginnings would leave acts without their ground.
    if (state.year !== undefined && data.year > state.year)
      return refused('records-begin-earlier', `The records begin with ${state.year}.`)
    return [{ type: 'AnnualReportRecordsBegan', data: { year: data.year }, effectiveOn: today, basis: [] }]
  },
}

export const decider = anyDecider(recordsBeginning)
