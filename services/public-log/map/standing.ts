import type { CivilDate } from '@mingjian/codes'
import type { RecordedEvent } from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import type { EventType } from '@mingjian/schemas'

/** One decision by which an enterprise is on a list, and the entry of the log that tells of it. */
export interface Listing {
  readonly list: 'abnormal' | 'mark' | 'serious'
  readonly ground: string
  /** Report year, where the ground is a missed report. */
  readonly year: number | null
  readonly listedOn: CivilDate
  readonly entry: number
  /** Of a serious violation: its position, by which a recall names it; how it ended isn't public. */
  readonly position?: number
}

export type Standing = readonly Listing[]

const DECISIONS: ReadonlySet<string> = new Set<EventType>([
  'AbnormalOperationsListed',
  'AbnormalOperationsDelisted',
  'AbnormalStateMarked',
  'AbnormalStateCleared',
  'AbnormalListingRescinded',
  'SeriousViolationListed',
  'SeriousViolationReinstated',
  'PublicRecordRecalled',
])
/** Whether an event can change what the map says. */
export const isListDecision = (type: EventType): boolean => DECISIONS.has(type)

/** Whether an event ends a listing: a removal names the years that were made up for, a rescission the listing itself, a recall its position. */
const isEnded = ({ list, ground, year, listedOn, position }: Listing, event: RecordedEvent): boolean => {
  switch (event.type) {
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared': {
      const { ground: cured, years } = event.data
      const ofList = list === (event.type === 'AbnormalStateCleared' ? 'mark' : 'abnormal')
      return ofList && ground === cured && listedOn <= event.effectiveOn && (year === null || years.includes(year))
    }
    case 'AbnormalListingRescinded':
      return ground === event.data.ground && year === event.data.year && listedOn === event.data.listedOn
    case 'PublicRecordRecalled':
      return position !== undefined && event.data.positions.includes(position)
    default:
      return false
  }
}

/** On which lists an enterprise is after an event that is entered under this index: a pure fold, so that anybody can redo the map from the entries. */
export const standingAfter = (before: Standing, event: RecordedEvent, entry: number): Standing => {
  if (event.type === 'AbnormalOperationsListed' || event.type === 'AbnormalStateMarked') {
    const { ground, year } = event.data
    const list = event.type === 'AbnormalStateMarked' ? 'mark' : 'abnormal'
    return [...before, { list, ground, year, listedOn: event.effectiveOn, entry }]
  }
  if (event.type === 'SeriousViolationListed' || event.type === 'SeriousViolationReinstated') {
    const { effectiveOn: listedOn, position } = event
    return [...before, { list: 'serious', ground: event.data.article, year: null, listedOn, entry, position }]
  }
  return before.filter((listing) => !isEnded(listing, event))
}

/** The value of an enterprise in the map; who is on no list is not in it. */
export const writeStanding = (standing: Standing): string | undefined =>
  standing.length === 0 ? undefined : canonicalJson(standing)
export const readStanding = (value: string | undefined): Standing =>
  value === undefined ? [] : (JSON.parse(value) as Standing)
