import { failed, notChecked, type Outcome, passed } from '@mingjian/proofs/verification'
import type { ExclusionReason } from './eligibility.ts'
import { pair } from './pairing.ts'
import type { Proof } from './proof.ts'
import { assigned, crew, nextFor } from './replacement.ts'
import { inspectorOf } from './verify-inputs.ts'

// Who inspects whom (draw protocol 1 §5).

const REASONS: readonly ExclusionReason[] = ['certificate', 'office', 'speciality', 'conflict']

export const exclusions = ({ plan: { window, departments = [] }, roster, selected }: Proof): Outcome => {
  const inspectors = roster.lines.map(inspectorOf)
  const places = new Map(inspectors.map((inspector, place) => [inspector?.id ?? '', place]))
  const expired =
    window === undefined ? [] : inspectors.filter((inspector) => (inspector?.validUntil ?? '') < window.to)
  const outside =
    departments.length > 1
      ? (roster.departments ?? []).flatMap((own, place) => (departments.includes(own) ? [] : [inspectors[place]?.id]))
      : []
  const counts = new Map<ExclusionReason, number>()
  for (const { uscc, excluded = [] } of selected) {
    const reasons = new Map(excluded.map(({ inspector, reason }) => [inspector, reason]))
    if (reasons.size < excluded.length) return failed(`${uscc}: an inspector is excluded twice`)
    for (const [inspector, reason] of reasons) {
      if (!places.has(inspector)) return failed(`${uscc}: ${inspector} is excluded, but not in the roster`)
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
    const unfit = expired.find((inspector) => reasons.get(inspector?.id ?? '') !== 'certificate')
    if (unfit !== undefined)
      return failed(
        `${uscc}: the certificate of ${unfit.id} ends on ${unfit.validUntil}, and it is not excluded for that`,
      )
    const stranger = outside.find((id) => !['certificate', 'office'].includes(reasons.get(id ?? '') ?? ''))
    if (stranger !== undefined)
      return failed(`${uscc}: ${stranger} is of a department that takes no part, and not excluded for that`)
  }
  const list = REASONS.map((reason) => `${counts.get(reason) ?? 0} ${reason}`).join(', ')
  return passed(`${list}; ends of certificates checked with the roster, the rest as the authority declares it`)
}

export const pairing = (proof: Proof): Outcome => {
  const { seed, selected, plan } = proof
  const paired = selected.filter(({ inspectors, unassigned }) => inspectors !== undefined || unassigned !== undefined)
  if (plan.inspectorsPerObject === undefined)
    return paired.length === 0
      ? notChecked('this file pairs no inspectors')
      : failed('the plan does not say how many inspectors visit an object')
  const all = crew(proof)
  if (all === undefined) return notChecked('the roster does not say who is of which department')
  const { ids, demand, visits } = all
  const found = pair(seed, ids, demand, visits)
  for (const [i, { uscc, inspectors, unassigned }] of selected.entries()) {
    const own = found[i]
    const names = own !== undefined && 'inspectors' in own ? own.inspectors.map((place) => ids[place]) : undefined
    if (names === undefined && (unassigned === undefined || inspectors !== undefined))
      return failed(`${uscc} cannot be assigned, and is not listed so`)
    if (names !== undefined && (unassigned !== undefined || inspectors?.join() !== names.join()))
      return failed(`${uscc} is visited by ${names.join(', ')}, the file says ${inspectors?.join(', ') ?? 'nobody'}`)
  }
  const without = found.filter((own) => 'unassigned' in own).length
  return passed(
    `${found.length - without} objects with ${plan.inspectorsPerObject} inspectors each, ${without} unassigned`,
  )
}

/** An officer who was replaced gave way to the next in the order of the same seed. */
export const replacements = (proof: Proof): Outcome => {
  const made = proof.replacements ?? []
  for (const [i, { uscc, inspector, replacement }] of made.entries()) {
    const before = { ...proof, replacements: made.slice(0, i) }
    if (!(assigned(before, uscc) ?? []).includes(inspector)) return failed(`${uscc}: ${inspector} was not to go there`)
    const next = nextFor(before, uscc, inspector)
    if (next !== replacement)
      return failed(`${uscc}: after ${inspector} comes ${next ?? 'nobody'}, the file says ${replacement}`)
  }
  return passed(made.length === 0 ? 'nobody was replaced' : `${made.length}, each by the next in order`)
}
