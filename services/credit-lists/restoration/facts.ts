import type { CivilDate } from '@mingjian/codes'
import { type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'
import type { PenaltyDecided, PenaltyPublicised } from '@mingjian/schemas'
import { type GroundFacts, groundFacts } from '../abnormal-operations/ground-facts.ts'
import { type AbnormalEvent, type Entries, evolve, noEntries } from '../abnormal-operations/state.ts'
import { type SeriousEntry, seriousEndedBy, seriousEntryOf } from '../serious-violations/entries.ts'

/** A penalty as far as its restoration depends on it. */
export interface PenaltyFile {
  readonly decided: PenaltyDecided
  /** Null before its publicity, and once that is over. */
  readonly shown: PenaltyPublicised | null
  readonly performedOn: CivilDate | null
}

/** What credit may be restored for, and what stands in the way. */
export interface RestorationFacts {
  readonly subject: Registered
  readonly penalties: ReadonlyMap<string, PenaltyFile>
  readonly abnormal: Entries
  readonly grounds: GroundFacts
  /** For what it is on the list of serious violations. */
  readonly serious: readonly SeriousEntry[]
}

const STREAMS = [
  'penalties',
  'abnormal-operations',
  'serious-violations',
  'annual-reports',
  'disclosure-orders',
  'verifications',
]

const penaltiesAfter = (penalties: RestorationFacts['penalties'], event: PastEvent): RestorationFacts['penalties'] => {
  const changed = (documentNo: string, change: Partial<PenaltyFile>): RestorationFacts['penalties'] => {
    const file = penalties.get(documentNo)
    return file === undefined ? penalties : new Map(penalties).set(documentNo, { ...file, ...change })
  }
  switch (event.type) {
    case 'PenaltyDecided': {
      const { documentNo, performed, decidedOn } = event.data
      const { shown = null, performedOn = performed ? decidedOn : null } = penalties.get(documentNo) ?? {}
      return new Map(penalties).set(documentNo, { decided: event.data, shown, performedOn })
    }
    case 'PenaltyPublicised':
      return changed(event.data.documentNo, { shown: event.data })
    case 'PenaltyPerformed':
      return changed(event.data.documentNo, { performedOn: event.data.performedOn })
    case 'PenaltyPublicityEnded':
    case 'PenaltyPublicityWithdrawn':
      return changed(event.data.documentNo, { shown: null })
    default:
      return penalties
  }
}

const seriousAfter = (serious: RestorationFacts['serious'], event: PastEvent): RestorationFacts['serious'] => {
  switch (event.type) {
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated':
      return [...serious, seriousEntryOf(event)]
    case 'SeriousViolationRemoved':
    case 'SeriousViolationRescinded': {
      const ended = seriousEndedBy(serious, event)
      return serious.filter((entry) => !ended.includes(entry))
    }
    default:
      return serious
  }
}

export const restorationFacts: Facts<{ readonly data: { readonly uscc: string } }, RestorationFacts> = {
  streams: (command) => [
    ...registered.streams(command),
    ...STREAMS.map((aggregate) => streamOf(command.data.uscc, aggregate)),
  ],
  initial: {
    subject: registered.initial,
    penalties: new Map(),
    abnormal: noEntries,
    grounds: groundFacts.initial,
    serious: [],
  },
  evolve: (facts, event) => ({
    subject: registered.evolve(facts.subject, event),
    penalties: penaltiesAfter(facts.penalties, event),
    // Events of other streams change nothing in it.
    abnormal: evolve(facts.abnormal, event as AbnormalEvent),
    grounds: groundFacts.evolve(facts.grounds, event),
    serious: seriousAfter(facts.serious, event),
  }),
}
