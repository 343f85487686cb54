import type { CivilDate } from '@mingjian/codes'
import { type EventOf, type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import { type RegisteredUnderSettings, registeredUnderSettings } from '@mingjian/law'
import type { ReportedItems } from '@mingjian/schemas'

export interface Reports {
  readonly filed: ReadonlyMap<number, { readonly filedOn: CivilDate; readonly report: ReportedItems }>
  readonly missed: ReadonlySet<number>
}
export const noReports: Reports = { filed: new Map(), missed: new Set() }

type ReportEvent = EventOf<'AnnualReportSubmitted' | 'AnnualReportCorrected' | 'AnnualReportMissed'>

export const evolve = (reports: Reports, event: ReportEvent): Reports => {
  switch (event.type) {
    case 'AnnualReportSubmitted': {
      const { year, filedOn, report } = event.data
      return { ...reports, filed: new Map(reports.filed).set(year, { filedOn, report }) }
    }
    case 'AnnualReportCorrected': {
      const { year, report, correctedOn } = event.data
      const filedOn = reports.filed.get(year)?.filedOn ?? correctedOn
      return { ...reports, filed: new Map(reports.filed).set(year, { filedOn, report }) }
    }
    case 'AnnualReportMissed':
      return { ...reports, missed: new Set(reports.missed).add(event.data.year) }
    default:
      event satisfies never
      return reports
  }
}

export interface ReportFacts extends RegisteredUnderSettings {
  /** Report years whose correction has been ordered and is not done 责令更正. */
  readonly toCorrect: ReadonlyMap<number, number>
}

interface Asked {
  readonly type: string
  readonly data: { readonly uscc: string }
}

const factsAfter = (facts: ReportFacts, event: PastEvent): ReportFacts => {
  switch (event.type) {
    case 'DisclosureOrdered': {
      const { demand, order, reportYear } = event.data
      if (demand !== 'correct' || reportYear === null) return facts
      return { ...facts, toCorrect: new Map(facts.toCorrect).set(order, reportYear) }
    }
    case 'DisclosureOrderPerformed': {
      const toCorrect = new Map(facts.toCorrect)
      toCorrect.delete(event.data.order)
      return { ...facts, toCorrect }
    }
    default:
      return { ...facts, ...registeredUnderSettings.evolve(facts, event) }
  }
}

export const reportFacts: Facts<Asked, ReportFacts> = {
  streams: (command, authority) => [
    ...registeredUnderSettings.streams(command, authority),
    ...(command.type === 'CorrectAnnualReport' ? [streamOf(command.data.uscc, 'disclosure-orders')] : []),
  ],
  initial: { ...registeredUnderSettings.initial, toCorrect: new Map() },
  evolve: factsAfter,
}
