import { type CivilDate, formOf } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import type { PublicRecordRecalled } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'
import { IN_FILE, lastShown, wordsOf } from '../public-events.ts'
import { type PublicReport, publicItems } from '../public-report.ts'
import { type PublicRemedy, remedyIn } from '../remedy.ts'
import { endedBy, entriesAfter, LIST_EVENTS, type ListEntry } from './list-entries.ts'
import { stateAfter } from './registration-state.ts'

export interface PublicPenalty {
  readonly documentNo: string
  readonly violation: string
  readonly summary: string
  readonly penaltyBasis: string | null
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  readonly authority: string
  readonly decidedOn: CivilDate
  readonly from: CivilDate
  readonly until: CivilDate
  /** 失信等级; null for what was published before it was kept. */
  readonly dishonesty: string | null
}

/** One act or fact of the file, and why. */
export interface TimelineItem {
  readonly on: CivilDate
  readonly event: string
  readonly title: string
  readonly text: string
  readonly english: { readonly title: string; readonly text: string }
  readonly authority: string
  readonly decision: string | null
  /** SHA-256 of its document 文书, which can be had by the number; null where this platform issued none. */
  readonly documentSha256: string | null
  readonly basis: readonly Basis[]
  readonly remedy: PublicRemedy | null
  /** Last day on which it may be shown; null without limit. */
  readonly until: CivilDate | null
  readonly recordedAt: string
  readonly position: number
}

/** The public file of an enterprise behind its first page: reports, penalties, listings past and present, what happened when. */
export interface EnterpriseRecord {
  readonly uscc: string
  readonly state: string
  readonly typeCode: string
  readonly annualReports: readonly PublicReport[]
  readonly missedReports: readonly { readonly year: number; readonly since: CivilDate }[]
  readonly penalties: readonly PublicPenalty[]
  readonly lists: readonly ListEntry[]
  /** Entries that were recalled, for as long as the act that ends them is not recorded. They are not shown. */
  readonly withdrawn?: readonly ListEntry[] | undefined
  readonly timeline: readonly TimelineItem[]
  readonly position: number
}

const itemOf = (event: RecordedEvent): TimelineItem => {
  const decision =
    'decision' in event.data ? event.data.decision : event.type === 'PenaltyPublicised' ? event.data.documentNo : ''
  const { title, line } = wordsOf(event)
  return {
    on: event.effectiveOn,
    event: event.type,
    title: title.zh,
    text: line.zh,
    english: { title: title.en, text: line.en },
    authority: event.authority,
    decision: decision === '' ? null : decision,
    documentSha256: ('documentSha256' in event.data ? event.data.documentSha256 : null) ?? null,
    basis: basisOf(event.basis),
    remedy: remedyIn(event.data),
    until: lastShown(event),
    recordedAt: event.recordedAt,
    position: event.position,
  }
}

const someOrNone = <T>(all: readonly T[]): readonly T[] | undefined => (all.length === 0 ? undefined : all)

/** What ends an entry that was recalled ends no other, though it bears the same name. */
const listsAfter = ({ lists, withdrawn = [] }: EnterpriseRecord, event: RecordedEvent) => {
  const ended = endedBy(withdrawn, event)
  return ended.length === 0
    ? { lists: entriesAfter(lists, event) }
    : { withdrawn: someOrNone(withdrawn.filter((entry) => !ended.includes(entry))) }
}

const contentAfter = (record: EnterpriseRecord, event: RecordedEvent): EnterpriseRecord => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
    case 'RegistrationChanged':
      return { ...record, typeCode: event.data.items.typeCode, state: stateAfter(record.state, event) }
    case 'AnnualReportSubmitted': {
      const { year, filedOn, late, report } = event.data
      const filed: PublicReport = {
        year,
        filedOn,
        late,
        items: publicItems(report, formOf(record.typeCode)),
        corrections: [],
      }
      return {
        ...record,
        annualReports: [...record.annualReports.filter((known) => known.year !== year), filed].sort(
          (a, b) => b.year - a.year,
        ),
      }
    }
    case 'AnnualReportCorrected': {
      const { year, correctedOn, report } = event.data
      const items = publicItems(report, formOf(record.typeCode))
      return {
        ...record,
        annualReports: record.annualReports.map((known) =>
          known.year === year
            ? { ...known, items, corrections: [...known.corrections, { correctedOn, before: known.items }] }
            : known,
        ),
      }
    }
    case 'AnnualReportMissed':
      return {
        ...record,
        missedReports: [...record.missedReports, { year: event.data.year, since: event.effectiveOn }],
      }
    case 'PenaltyPublicised':
      return {
        ...record,
        penalties: [
          ...record.penalties.filter(({ documentNo }) => documentNo !== event.data.documentNo),
          { ...event.data },
        ],
      }
    default:
      return {
        ...record,
        state: stateAfter(record.state, event),
        ...listsAfter(record, event),
      }
  }
}

/** What was recalled is shown nowhere any more, nor that it was: a penalty that ran its time leaves no trace on the page. */
const withoutRecalled = (record: EnterpriseRecord, { type, record: key, positions }: PublicRecordRecalled) => {
  const isRecalled = ({ position }: Pick<ListEntry, 'position'>): boolean =>
    position !== undefined && positions.includes(position)
  const recalled = record.lists.filter(isRecalled)
  return {
    ...record,
    penalties: record.penalties.filter(({ documentNo }) => type !== 'PenaltyPublicised' || documentNo !== key),
    lists: recalled.length === 0 ? record.lists : record.lists.filter((entry) => !isRecalled(entry)),
    withdrawn: someOrNone([...(record.withdrawn ?? []), ...recalled.filter(({ removal }) => removal === null)]),
    timeline: record.timeline.filter((item) => !isRecalled(item)),
  }
}

const evolve = (before: EnterpriseRecord | undefined, event: RecordedEvent): EnterpriseRecord => {
  const record = before ?? {
    uscc: event.subject,
    state: '',
    typeCode: '',
    annualReports: [],
    missedReports: [],
    penalties: [],
    lists: [],
    timeline: [],
    position: 0,
  }
  if (event.type === 'PublicRecordRecalled') return { ...withoutRecalled(record, event.data), position: event.position }
  const content = contentAfter(record, event)
  // The end of an entry that was recalled tells nobody that there was one.
  const silent = LIST_EVENTS.includes(event.type) && content.lists.every((entry, at) => entry === record.lists[at])
  const timeline = silent ? record.timeline : [...record.timeline, itemOf(event)]
  return { ...content, timeline, position: event.position }
}

export const enterpriseRecord: Projection<EnterpriseRecord> = {
  name: 'enterprise_record',
  version: 7,
  events: [...new Set([...IN_FILE, ...LIST_EVENTS, 'PublicRecordRecalled' as const])],
  evolve,
  columns: {},
  row: () => ({}),
  indexes: [],
}
