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

export const penaltyFacts: Facts<{ readonly data: { readonly uscc: string } }, PenaltyFacts> = {
  streams: (command, authority) => [
    ...registered.streams(command),
    streamOf(command.data.uscc, 'penalties'),
    ...settingStreams(authority),
  ],
  initial: { ...registered.initial, penalties: new Map(), set: nothingSet },
  evolve: learn,
}
