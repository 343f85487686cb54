import type { CivilDate } from '@mingjian/codes'
import { type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import { type RegisteredUnderSettings, registeredUnderSettings } from '@mingjian/law'
import type { InspectorEnrolled, PenaltyDecided } from '@mingjian/schemas'

/** What acts of a case rest on beside the case: its party's registration, settings in force, earlier penalties, the officers who act. */
export interface CaseFacts {
  readonly party: RegisteredUnderSettings
  /** 当事人终止: nobody is left to be punished. */
  readonly extinct: boolean
  /** Penalties of the party that stand, by document. */
  readonly penalties: Readonly<Record<string, PenaltyDecided>>
  readonly inspectors: Readonly<Record<string, InspectorEnrolled>>
  /** Whose entry in the library is being read: the later events of its stream don't name them again. */
  readonly reading: string
}

interface Asked {
  readonly data: { readonly uscc: string; readonly officers?: readonly string[] }
}

const evolve = (facts: CaseFacts, event: PastEvent): CaseFacts => {
  switch (event.type) {
    case 'InspectorEnrolled':
    case 'InspectorChanged':
      return {
        ...facts,
        reading: event.data.inspectorId,
        inspectors: { ...facts.inspectors, [event.data.inspectorId]: event.data },
      }
    case 'InspectorConflictDeclared': {
      const inspector = facts.inspectors[facts.reading]
      if (inspector === undefined) return facts
      const others = inspector.conflicts.filter((uscc) => uscc !== event.data.uscc)
      const conflicts = event.data.withdrawn ? others : [...others, event.data.uscc]
      return { ...facts, inspectors: { ...facts.inspectors, [facts.reading]: { ...inspector, conflicts } } }
    }
    case 'InspectorRemoved': {
      const { [facts.reading]: _, ...left } = facts.inspectors
      return { ...facts, inspectors: left }
    }
    case 'PenaltyDecided':
      return { ...facts, penalties: { ...facts.penalties, [event.data.documentNo]: event.data } }
    case 'PenaltyOverturned': {
      const { [event.data.documentNo]: _, ...standing } = facts.penalties
      return { ...facts, penalties: standing }
    }
    case 'EnterpriseDeregistered':
    case 'RegistrationRescinded':
      return { ...facts, extinct: true, party: registeredUnderSettings.evolve(facts.party, event) }
    default:
      return { ...facts, party: registeredUnderSettings.evolve(facts.party, event) }
  }
}

export const caseFacts: Facts<Asked, CaseFacts> = {
  streams: ({ data: { uscc, officers = [] } }, authority) => [
    ...registeredUnderSettings.streams({ data: { uscc } }, authority),
    streamOf(uscc, 'penalties'),
    ...[...new Set(officers)].map((officer) => streamOf(officer, 'inspector')),
  ],
  initial: { party: registeredUnderSettings.initial, extinct: false, penalties: {}, inspectors: {}, reading: '' },
  evolve,
}

/** 执法资格: why this person may not act in a case against this party on that day; nothing where they may. */
export const unfitness = (
  officer: string,
  { inspectors }: CaseFacts,
  { uscc, authority, on }: { readonly uscc: string; readonly authority: string; readonly on: CivilDate },
): 'no-certificate' | 'certificate-expired' | 'not-competent' | 'conflict-of-interest' | undefined => {
  const inspector = inspectors[officer]
  if (inspector === undefined) return 'no-certificate'
  if (on < inspector.validFrom || on > inspector.validUntil) return 'certificate-expired'
  if (inspector.department !== authority) return 'not-competent'
  return inspector.conflicts.includes(uscc) ? 'conflict-of-interest' : undefined
}
