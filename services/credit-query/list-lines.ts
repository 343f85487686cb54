import type { CivilDate, Uscc } from '@mingjian/codes'
import type { Basis } from './citation.ts'
import { type ListEntry, type ListKind, listingsInForce } from './projections/list-entries.ts'

/** One ground for which a subject is on a list, or, with `removedOn`, was. */
export interface ListLine {
  readonly uscc: Uscc
  readonly list: ListKind
  readonly ground: string
  /** Report years, where the ground is missed reports. */
  readonly years?: readonly number[]
  readonly listedOn: CivilDate
  readonly authority: string
  readonly decision: string | null
  readonly basis: readonly Basis[]
  readonly removedOn?: CivilDate
}

const linesOf = (uscc: Uscc, entries: readonly ListEntry[], removedOn?: CivilDate): readonly ListLine[] =>
  listingsInForce(entries.map((entry) => ({ ...entry, removal: null }))).map(
    ({ list, ground, years, listedOn, authority, decision, basis }) => ({
      uscc,
      list,
      ground,
      ...(years.length === 0 ? {} : { years }),
      listedOn,
      authority,
      decision,
      basis,
      ...(removedOn === undefined ? {} : { removedOn }),
    }),
  )

/**
 * A subject's entries as they stood at the end of a day: those in force, the years of a ground together, and with `history` those removed
 * by then, each decision by itself, since each has its own days.
 */
export const listLines = (
  uscc: Uscc,
  entries: readonly ListEntry[],
  { asOf, history }: { readonly asOf: CivilDate; readonly history: boolean },
): readonly ListLine[] => {
  const made = entries.filter(({ listedOn }) => listedOn <= asOf)
  const isRemoved = ({ removal }: ListEntry): boolean => removal !== null && removal.on <= asOf
  const inForce = linesOf(
    uscc,
    made.filter((entry) => !isRemoved(entry)),
  )
  if (!history) return inForce
  const removed = made.filter(isRemoved).flatMap((entry) => linesOf(uscc, [entry], entry.removal?.on))
  return [...removed, ...inForce].toSorted((a, b) => (a.listedOn < b.listedOn ? -1 : 1))
}
