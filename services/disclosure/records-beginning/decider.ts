import { actsOn, aggregate, anyDecider, type CommandOf, type EventOf, noFacts, refusal } from '@mingjian/kernel'
import Type from 'typebox'

interface Beginning {
  readonly year: number | undefined
}

const beginEarlier = refusal('records-begin-earlier', {
  zh: '年度报告的记录自{year}年度开始，只能提前，不能推后。',
  en: 'The records begin with {year}.',
})

/** The subject under which the setting is recorded. */
export const RECORDS = 'annual-report-records'

const acts = {
  /** Nobody can be judged for a year of which the platform has no records: they begin once, with a year, by an act of their own. */
  BeginAnnualReportRecords: actsOn<Beginning>()(
    { year: Type.Integer({ minimum: 2013, maximum: 9998 }) },
    {
      decide: ({ year }, before, { today }) => {
        if (before.year === year) return []
        // Later beginnings would leave acts without their ground.
        if (before.year !== undefined && year > before.year) return beginEarlier({ year: before.year })
        return [{ type: 'AnnualReportRecordsBegan', data: { year }, effectiveOn: today, basis: [] }]
      },
    },
  ),
}

export type BeginningCommand = CommandOf<typeof acts>

const evolve = (beginning: Beginning, event: EventOf<'AnnualReportRecordsBegan'>): Beginning => {
  switch (event.type) {
    case 'AnnualReportRecordsBegan':
      return { year: event.data.year }
    default:
      event.type satisfies never
      return beginning
  }
}

export const recordsBeginning = aggregate({
  aggregate: 'beginning',
  acts,
  subject: () => RECORDS,
  initial: { year: undefined },
  evolve,
  facts: noFacts,
})

export const decider = anyDecider(recordsBeginning)
