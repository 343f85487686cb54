import type { CivilDate } from '@mingjian/codes'
import { type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import {
  nothingSet,
  type Registered,
  registered,
  type SetValues,
  settingStreams,
  settingsFor,
  superiorAuthorities,
  valuesAfter,
} from '@mingjian/law'
import { consentingAuthority } from '../law.ts'
import type { SeriousCommand } from './commands.ts'

/** 告知 to decision. */
export interface Proceeding {
  readonly article: string
  readonly notifiedOn: CivilDate
  readonly statementBy: CivilDate
  /** Statements that were received, each with its day. */
  readonly statements: ReadonlySet<string>
  readonly consentedOn: CivilDate | null
  readonly dropped: boolean
}

export interface Entry {
  readonly documentNo: string | null
  readonly article: string
  readonly authority: string
  readonly listedOn: CivilDate
  readonly restrictedUntil: CivilDate | null
  readonly termEnds: CivilDate
  readonly ended: { readonly on: CivilDate; readonly manner: 'term' | 'early' | 'cure' | 'rescinded' } | null
  readonly application: 'none' | 'filed' | 'accepted'
  /** The day of the last step of the application. */
  readonly since: CivilDate
  /** Its place in the log; unknown within the batch that decides it. */
  readonly position: number | undefined
  readonly reinstated: boolean
}

export interface SeriousViolations {
  readonly proceedings: ReadonlyMap<string, Proceeding>
  readonly entries: ReadonlyMap<string, Entry>
}

export interface PenaltyOnRecord {
  readonly decidedOn: CivilDate
  readonly kinds: readonly string[]
  readonly heavier: boolean
  readonly publishedFrom: CivilDate | null
  readonly performedOn: CivilDate | null
  /** Revoked, or declared unlawful or invalid. */
  readonly overturned: boolean
}
export interface PenaltyFacts extends Registered {
  readonly penalties: ReadonlyMap<string, PenaltyOnRecord>
  /** What authorities have set. */
  readonly set: SetValues
}

const withPenalty = (facts: PenaltyFacts, documentNo: string, change: Partial<PenaltyOnRecord>): PenaltyFacts => {
  const known = facts.penalties.get(documentNo)
  if (known === undefined) return facts
  return { ...facts, penalties: new Map(facts.penalties).set(documentNo, { ...known, ...change }) }
}

const learn = (facts: PenaltyFacts, event: PastEvent): PenaltyFacts => {
  switch (event.type) {
    case 'PenaltyDecided': {
      const { documentNo, decidedOn, kinds, heavier, performed } = event.data
      const before = facts.penalties.get(documentNo)
      const penalty: PenaltyOnRecord = {
        decidedOn,
        kinds,
        heavier,
        publishedFrom: before?.publishedFrom ?? null,
        performedOn: performed ? decidedOn : (before?.performedOn ?? null),
        overturned: before?.overturned ?? false,
      }
      return { ...facts, penalties: new Map(facts.penalties).set(documentNo, penalty) }
    }
    case 'PenaltyPublicised':
      return withPenalty(facts, event.data.documentNo, { publishedFrom: event.data.from })
    case 'PenaltyPerformed':
      return withPenalty(facts, event.data.documentNo, { performedOn: event.data.performedOn })
    case 'PenaltyOverturned':
      return withPenalty(facts, event.data.documentNo, { overturned: event.data.outcome !== 'changed' })
    case 'LegalSettingSet':
      return { ...facts, set: valuesAfter(facts.set, event) }
    default:
      return { ...facts, ...registered.evolve(facts, event) }
  }
}

/** Whose consent a listing needs, as the authority and those above it have set who stands above whom. */
export const superiorFor = ({ authority, set }: PenaltyFacts, on: CivilDate): string | undefined =>
  consentingAuthority(authority, on, settingsFor(set, authority)(superiorAuthorities))

export const penaltyFacts: Facts<SeriousCommand, PenaltyFacts> = {
  streams: (command, authority) => [
    ...registered.streams(command),
    streamOf(command.data.uscc, 'penalties'),
    ...settingStreams(authority),
  ],
  initial: { ...registered.initial, penalties: new Map(), set: nothingSet },
  evolve: learn,
}

const proceeding = (state: SeriousViolations, matter: string, change: Partial<Proceeding>): SeriousViolations => {
  const known = state.proceedings.get(matter)
  if (known === undefined) return state
  return { ...state, proceedings: new Map(state.proceedings).set(matter, { ...known, ...change }) }
}
const entry = (state: SeriousViolations, matter: string, change: Partial<Entry>): SeriousViolations => {
  const known = state.entries.get(matter)
  if (known === undefined) return state
  return { ...state, entries: new Map(state.entries).set(matter, { ...known, ...change }) }
}

export const evolve = (state: SeriousViolations, event: PastEvent): SeriousViolations => {
  const { effectiveOn } = event
  switch (event.type) {
    case 'SeriousListingNotified': {
      const { matter, article, notifiedOn, statementBy } = event.data
      const begun = {
        article,
        notifiedOn,
        statementBy,
        statements: new Set<string>(),
        consentedOn: null,
        dropped: false,
      }
      return { ...state, proceedings: new Map(state.proceedings).set(matter, begun) }
    }
    case 'SeriousListingStatementReceived': {
      const { matter, receivedOn, statement } = event.data
      const before = state.proceedings.get(matter)?.statements ?? []
      return proceeding(state, matter, { statements: new Set([...before, `${receivedOn}/${statement}`]) })
    }
    case 'SeriousListingConsented':
      return proceeding(state, event.data.matter, { consentedOn: event.data.consentedOn })
    case 'SeriousListingDropped':
      return proceeding(state, event.data.matter, { dropped: true })
    case 'SeriousViolationListed': {
      const { matter, documentNo, article, authority, restrictedUntil, termEnds } = event.data
      const listed: Entry = {
        ...{ documentNo, article, authority, restrictedUntil, termEnds },
        listedOn: effectiveOn,
        ended: null,
        application: 'none',
        since: effectiveOn,
        position: event.position,
        reinstated: false,
      }
      return { ...state, entries: new Map(state.entries).set(matter, listed) }
    }
    case 'SeriousEarlyRemovalApplied':
      return entry(state, event.data.matter, { application: 'filed', since: effectiveOn })
    case 'SeriousEarlyRemovalAccepted':
      return entry(state, event.data.matter, { application: 'accepted', since: effectiveOn })
    case 'SeriousEarlyRemovalDeclined':
    case 'SeriousEarlyRemovalRefused':
      return entry(state, event.data.matter, { application: 'none', since: effectiveOn })
    case 'SeriousViolationRemoved': {
      const manner = event.data.manner as 'term' | 'early' | 'cure'
      return entry(state, event.data.matter, { ended: { on: effectiveOn, manner }, application: 'none' })
    }
    case 'SeriousViolationRescinded':
      return entry(state, event.data.matter, { ended: { on: effectiveOn, manner: 'rescinded' }, application: 'none' })
    case 'SeriousViolationReinstated': {
      const { matter, termEnds } = event.data
      const { position } = event
      return entry(state, matter, {
        ...{ ended: null, listedOn: effectiveOn, termEnds, since: effectiveOn, position },
        reinstated: true,
      })
    }
    default:
      return state
  }
}
