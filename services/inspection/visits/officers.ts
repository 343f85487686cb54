import type { CivilDate } from '@mingjian/codes'
import { type Facts, type Refusal, streamOf } from '@mingjian/kernel'
import { type InspectorEntry, type InspectorEvent, inspectorAfter } from '../inspectors/entry.ts'
import { isValidTeam } from '../law/conduct.ts'
import { provisionOn, visitProvisions } from '../law/visit.ts'
import {
  certificateExpired,
  conflictOfInterest,
  noCertificate,
  notAssigned,
  replacedOfficer,
  tooFewOfficers,
} from './refusals.ts'
import type { Visit } from './state.ts'

/** The library of inspectors, as far as an act names them. */
export interface Officers {
  readonly entries: ReadonlyMap<string, InspectorEntry>
  /** Whose entry is being read: the later events of a stream don't name them again. */
  readonly reading: string
}

/** The library's entries of those whom an act names. */
export const officersOf = <C>(named: (command: C) => readonly string[]): Facts<C, Officers> => ({
  streams: (command) => [...new Set(named(command))].map((one) => streamOf(one, 'inspector')),
  initial: { entries: new Map(), reading: '' },
  evolve: ({ entries, reading }, event) => {
    const id =
      event.type === 'InspectorEnrolled' || event.type === 'InspectorChanged' ? event.data.inspectorId : reading
    const entry = inspectorAfter(entries.get(id), event as InspectorEvent)
    return { entries: entry === undefined ? entries : new Map(entries).set(id, entry), reading: id }
  },
})

/** Whether the library gives somebody a certificate in force on that day. */
const hasCertificate = ({ entries }: Officers, id: string, on: CivilDate): boolean => {
  const entry = entries.get(id)
  if (entry === undefined || entry.removed) return false
  return entry.enrolled.validFrom <= on && on <= entry.enrolled.validUntil
}

/** 执法资格: why this person may not act on that day; nothing where they may. */
export const unfit = (
  officer: string,
  { inspectors, replaced, assigned }: Pick<Visit, 'inspectors' | 'replaced' | 'assigned'>,
  officers: Officers,
  on: CivilDate,
): Refusal | undefined => {
  const under = provisionOn(on, visitProvisions.officers)
  if (!inspectors.includes(officer)) {
    const replacement = replaced[officer]
    return replacement === undefined
      ? notAssigned({ officer, inspectors: inspectors.join('、') }, under)
      : replacedOfficer({ officer, replacement }, under)
  }
  const entry = officers.entries.get(officer)
  if (entry === undefined || entry.removed) return noCertificate({ officer }, under)
  const { validFrom, validUntil, conflicts } = entry.enrolled
  if (!hasCertificate(officers, officer, on))
    return certificateExpired({ officer, from: validFrom, until: validUntil }, under)
  const uscc = assigned?.uscc ?? ''
  return conflicts.includes(uscc) || entry.declared.includes(uscc)
    ? conflictOfInterest({ officer }, provisionOn(on, visitProvisions.recusal))
    : undefined
}

/** Why these people may not check together on that day: one of them may not, or they are too few. */
export const unfitTeam = (
  team: readonly string[],
  visit: Pick<Visit, 'inspectors' | 'replaced' | 'assigned'>,
  officers: Officers,
  on: CivilDate,
): Refusal | undefined => {
  const present = [...new Set(team)]
  const fault = present.map((one) => unfit(one, visit, officers, on)).find((one) => one !== undefined)
  if (fault !== undefined) return fault
  return isValidTeam(present.map(() => true))
    ? undefined
    : tooFewOfficers({}, provisionOn(on, visitProvisions.officers))
}
