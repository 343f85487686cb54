import type { CivilDate } from '@mingjian/codes'
import type { Inspector } from './roster.ts'

/** Why an inspector may not visit an object, in the order in which it is asked (draw protocol 1 §5). */
export type ExclusionReason = 'certificate' | 'office' | 'speciality' | 'conflict'

export interface Exclusion {
  readonly inspector: string
  readonly reason: ExclusionReason
}

/** What a plan asks of its inspectors. */
export interface Requirements {
  readonly window: { readonly from: CivilDate; readonly to: CivilDate }
  /** Departments that take part; more than one is a joint check. Without any, the object's own office is in charge. */
  readonly departments?: readonly string[]
  /** All are asked for. */
  readonly specialities?: readonly string[]
}

export interface Eligibility {
  /** Places in the roster, ascending. */
  readonly eligible: readonly number[]
  readonly excluded: readonly Exclusion[]
}

/** Certificate valid on every day of the window, of an office in charge, with the specialities asked for. */
const unfitFor = (
  { validFrom, validUntil, department, specialities }: Inspector,
  { window, specialities: asked = [] }: Requirements,
  offices: readonly string[] | undefined,
): ExclusionReason | undefined => {
  if (validFrom > window.from || validUntil < window.to) return 'certificate'
  if (offices !== undefined && !offices.includes(department)) return 'office'
  return asked.every((speciality) => specialities.includes(speciality)) ? undefined : 'speciality'
}

/** Who of the roster may visit an object; `office`: the one in charge, undefined where there is none in particular. */
export const eligibilityFor = (
  inspectors: readonly Inspector[],
  requirements: Requirements,
): ((uscc: string, office?: string) => Eligibility) => {
  const conflicts = new Map<string, Set<number>>()
  for (const [place, inspector] of inspectors.entries()) {
    for (const uscc of inspector.conflicts) conflicts.set(uscc, (conflicts.get(uscc) ?? new Set()).add(place))
  }

  const judged = (offices: readonly string[] | undefined, conflicting: ReadonlySet<number>): Eligibility => {
    const eligible: number[] = []
    const excluded: Exclusion[] = []
    for (const [place, inspector] of inspectors.entries()) {
      const reason = unfitFor(inspector, requirements, offices) ?? (conflicting.has(place) ? 'conflict' : undefined)
      if (reason === undefined) eligible.push(place)
      else excluded.push({ inspector: inspector.inspectorId, reason })
    }
    return { eligible, excluded }
  }

  const nobody: ReadonlySet<number> = new Set()
  // Nearly every object has no conflict, and then only its office matters.
  const withoutConflict = new Map<string | undefined, Eligibility>()
  return (uscc, office) => {
    const { departments } = requirements
    const offices = departments ?? (office === undefined ? undefined : [office])
    const conflicting = conflicts.get(uscc)
    if (conflicting !== undefined) return judged(offices, conflicting)
    const key = departments === undefined ? office : undefined
    const known = withoutConflict.get(key) ?? judged(offices, nobody)
    withoutConflict.set(key, known)
    return known
  }
}
