import { addDays, type CivilDate } from '@mingjian/codes'
import type { DutyClock, Projection, RecordedEvent } from '@mingjian/kernel'
import { nextWorkingDay } from '@mingjian/law'
import {
  type AbnormalEntryEnd,
  followsFrom,
  type SeriousEntry,
  seriousEndedBy,
  seriousEntryOf,
} from '../serious-violations/entries.ts'

/** The end of an entry of the other list from which entries of this one may follow. */
interface EndedSource extends AbnormalEntryEnd {
  readonly rescinded: boolean
  readonly on: CivilDate
}

/** What falls due for an enterprise under the rules of the list of serious violations. */
export interface SeriousClocks {
  readonly entries: readonly SeriousEntry[]
  /** Ends of the other list that are still to be followed. */
  readonly ended: readonly EndedSource[]
  readonly waiting: Readonly<Record<string, DutyClock>>
  readonly clocks: readonly DutyClock[]
}
type Known = Omit<SeriousClocks, 'clocks'>

const NOTHING: Known = { entries: [], ended: [], waiting: {} }

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

const isFollowed = ({ entries }: Known, source: EndedSource): boolean =>
  entries.some((entry) => followsFrom(entry, source))

/** The first day after an entry's term. */
export const termDay = ({ termEnds }: { readonly termEnds: CivilDate }): CivilDate => addDays(termEnds, 1)
/** What was made good on the other list is followed on the first working day. */
export const followDay = ({ on }: Pick<EndedSource, 'on'>): CivilDate => nextWorkingDay(on)

const after = (known: Known, event: RecordedEvent): Known => {
  const due = (matter: string, what: string, who: string, by: CivilDate): Known => {
    const [basis = ''] = event.basis
    return { ...known, waiting: { ...known.waiting, [matter]: { what, who, by, basis } } }
  }
  const done = (matter: string): Known => ({ ...known, waiting: without(known.waiting, matter) })
  switch (event.type) {
    case 'SeriousListingNotified':
      return due(event.data.matter, '对拟列入严重违法失信名单陈述、申辩或者要求听证', '当事人', event.data.statementBy)
    case 'SeriousListingStatementReceived':
    case 'SeriousListingDropped':
    case 'SeriousEarlyRemovalDeclined':
    case 'SeriousEarlyRemovalRefused':
      return done(event.data.matter)
    case 'SeriousEarlyRemovalApplied':
      return due(event.data.matter, '决定是否受理提前移出的申请', event.authority, event.data.acceptBy)
    case 'SeriousEarlyRemovalAccepted':
      return due(event.data.matter, '决定是否提前移出严重违法失信名单', event.authority, event.data.decideBy)
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated': {
      const entry = seriousEntryOf(event)
      return { ...done(entry.matter), entries: [...known.entries, entry] }
    }
    case 'SeriousViolationRemoved':
    case 'SeriousViolationRescinded': {
      const ended = seriousEndedBy(known.entries, event)
      const left = { ...done(event.data.matter), entries: known.entries.filter((entry) => !ended.includes(entry)) }
      return { ...left, ended: left.ended.filter((source) => isFollowed(left, source)) }
    }
    case 'AbnormalOperationsDelisted': {
      const { ground, years } = event.data
      const source = { ground, years: [...years, null], rescinded: false, on: event.effectiveOn }
      return isFollowed(known, source) ? { ...known, ended: [...known.ended, source] } : known
    }
    case 'AbnormalListingRescinded': {
      const { ground, year } = event.data
      const source = { ground, years: [year], rescinded: true, on: event.effectiveOn }
      return isFollowed(known, source) ? { ...known, ended: [...known.ended, source] } : known
    }
    default:
      return known
  }
}

const evolve = (before: SeriousClocks | undefined, event: RecordedEvent): SeriousClocks | undefined => {
  const known = after(before ?? NOTHING, event)
  return known === (before ?? NOTHING) ? before : { ...known, clocks: Object.values(known.waiting) }
}

const earliest = (days: readonly CivilDate[]): CivilDate | undefined => days.toSorted()[0]
export const firstTermDay = ({ entries }: SeriousClocks): CivilDate | undefined => earliest(entries.map(termDay))
export const firstFollowDay = ({ ended }: SeriousClocks): CivilDate | undefined => earliest(ended.map(followDay))

export const seriousClocks: Projection<SeriousClocks> = {
  name: 'serious_clocks',
  version: 2,
  events: [
    'SeriousListingNotified',
    'SeriousListingStatementReceived',
    'SeriousListingDropped',
    'SeriousViolationListed',
    'SeriousViolationRemoved',
    'SeriousViolationRescinded',
    'SeriousViolationReinstated',
    'SeriousEarlyRemovalApplied',
    'SeriousEarlyRemovalAccepted',
    'SeriousEarlyRemovalDeclined',
    'SeriousEarlyRemovalRefused',
    'AbnormalOperationsDelisted',
    'AbnormalListingRescinded',
  ],
  evolve,
  columns: { term_on: 'date', follow_on: 'date' },
  row: (clocks) => ({ term_on: firstTermDay(clocks) ?? null, follow_on: firstFollowDay(clocks) ?? null }),
  indexes: ['(term_on, key) where term_on is not null', '(follow_on, key) where follow_on is not null'],
}
