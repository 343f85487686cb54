import { type Demand, inOrderAt, type Visit } from './pairing.ts'
import type { Proof } from './proof.ts'
import { inspectorOf } from './verify-inputs.ts'

// An inspector who can't go gives way to the next in the order that the seed gave for that object (draw protocol 1 §5), which anybody
// reads from the proof.

interface Crew {
  readonly ids: readonly string[]
  readonly demand: Demand
  readonly visits: readonly Visit[]
}

/** Roster, demand and eligible inspectors of each object; undefined where a joint check doesn't say who is of which department. */
export const crew = ({ plan, roster, selected }: Proof): Crew | undefined => {
  const { inspectorsPerObject = 0, departments = [] } = plan
  if (departments.length > 1 && roster.departments === undefined) return undefined
  const ids = roster.lines.map((line) => inspectorOf(line)?.id ?? '')
  const visits = selected.map(({ uscc, excluded = [] }) => {
    const away = new Set(excluded.map(({ inspector }) => inspector))
    return { uscc, eligible: ids.flatMap((id, place) => (away.has(id) ? [] : [place])) }
  })
  const joint = { departments, departmentOf: roster.departments ?? [] }
  return { ids, visits, demand: departments.length > 1 ? { inspectorsPerObject, joint } : { inspectorsPerObject } }
}

/** Who is to visit an object, after the replacements so far. */
export const assigned = ({ selected, replacements = [] }: Proof, uscc: string): readonly string[] | undefined => {
  const drawn = selected.find((object) => object.uscc === uscc)?.inspectors
  return replacements
    .filter((one) => one.uscc === uscc)
    .reduce((going, { inspector, replacement }) => going?.map((id) => (id === inspector ? replacement : id)), drawn)
}

/** The next in the order of an object after those who go, or have gone and been replaced; in a joint check a department keeps its own. */
export const nextFor = (proof: Proof, uscc: string, inspector: string): string | undefined => {
  const all = crew(proof)
  const going = assigned(proof, uscc)
  const at = proof.selected.findIndex((object) => object.uscc === uscc)
  if (all === undefined || going === undefined || at < 0) return undefined
  const { ids, demand, visits } = all
  const departmentOf = (id: string): string | undefined => demand.joint?.departmentOf[ids.indexOf(id)]
  const own = departmentOf(inspector)
  const represented = going.some((id) => id !== inspector && departmentOf(id) === own)
  const gone = new Set((proof.replacements ?? []).filter((one) => one.uscc === uscc).map((one) => one.inspector))
  return inOrderAt(proof.seed, ids, demand, visits, at)
    .map((place) => ids[place] as string)
    .find(
      (id) =>
        !going.includes(id) && !gone.has(id) && (demand.joint === undefined || represented || departmentOf(id) === own),
    )
}
