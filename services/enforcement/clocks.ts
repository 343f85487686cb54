import type { CivilDate } from '@mingjian/codes'
import { encodeCitation, lastDay, type Provision, type Term } from '@mingjian/law'
import type { Clock } from '@mingjian/schemas'
import { ask } from './law/ask.ts'
import { provisionOn } from './law/case.ts'

/** Whose turn it is, if not the authority's. */
export const PARTY = '当事人'

/** A clock by the rule that counts it. */
export const byRule = (
  what: string,
  who: string,
  { rule, given, on, by }: { rule: string; given: Readonly<Record<string, unknown>>; on: CivilDate; by: string },
): Clock => {
  const { result, basis } = ask(rule, given, on)
  const [first] = basis
  return { what, who, by: String(result[by]), basis: first === undefined ? '' : encodeCitation(first) }
}

/** A term that a rule counts from one day: what the rule calls that day, and the last one. */
export interface CountedTerm {
  readonly what: string
  readonly rule: string
  readonly from: string
  readonly by: string
}

/** The clock of such a term, in the law of `on`. */
export const counted = ({ what, rule, from, by }: CountedTerm, who: string, day: CivilDate, on = day): Clock =>
  byRule(what, who, { rule, given: { [from]: day }, on, by })

/** A clock by a term that only one provision knows. */
export const byTerm = (what: string, who: string, from: CivilDate, term: Term, under: Provision): Clock => ({
  what,
  who,
  by: lastDay(from, term),
  basis: provisionOn(from, under),
})

/** What stops when a matter is over. */
export const allOf = (clocks: readonly Clock[]): readonly string[] => clocks.map(({ what }) => what)
