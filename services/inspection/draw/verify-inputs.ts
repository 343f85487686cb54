import { merkleRoot } from '@mingjian/proofs'
import { failed, notChecked, type Outcome, passed, unless } from '@mingjian/proofs/verification'
import { isRoundSignature } from './drand.ts'
import { isObjectLine, stratumOf, usccOf } from './population.ts'
import type { Proof } from './proof.ts'
import { drandRoundOf } from './public-source.ts'
import { isAboveOne, isBelow, LEGAL_FLOOR, readRate } from './rate.ts'
import { areInByteOrder } from './roster.ts'
import { sealStrata } from './sealed.ts'
import { checkReveals, seedOf } from './seed.ts'

// What was fixed before the draw, and the seed that follows from it (draw protocol 1 §2–3).

export const floorOf = ({ plan }: Proof): string => plan.floor ?? '3/100'

export const plan = (proof: Proof): Outcome => {
  const { rates, window, rehearsal, excluded = [] } = proof.plan
  const floor = readRate(floorOf(proof))
  if (floor === undefined || isAboveOne(floor)) return failed(`the floor ${floorOf(proof)} is not a share`)
  if (isBelow(floor, LEGAL_FLOOR)) return failed(`the floor ${floorOf(proof)} is below the 3/100 of the law`)
  for (const [name, text] of Object.entries(rates)) {
    const rate = readRate(text)
    if (rate === undefined || isAboveOne(rate)) return failed(`the rate ${text} of stratum "${name}" is not a share`)
  }
  if (window !== undefined && window.to < window.from) return failed('the window ends before it begins')
  const barred = new Set(excluded.map(({ uscc }) => uscc))
  const present = barred.size === 0 ? undefined : proof.population.lines.find((line) => barred.has(usccOf(line)))
  if (present !== undefined) return failed(`${usccOf(present)} is excluded by the plan and in the population`)
  const shares = Object.entries(rates).map(([name, rate]) => `${name} ${rate}`)
  return passed(
    `${rehearsal === true ? 'REHEARSAL 演练, ' : ''}"${proof.plan.id}": ${shares.join(', ')}; floor ${floorOf(proof)}`,
  )
}

const SEALED_LINE = /^[0-9A-Z]{18},[0-9a-f]{64}$/

export const population = ({
  plan: { rates },
  population: { lines, size, perStratum, strata },
  sealed,
}: Proof): Outcome => {
  if (lines.length !== size) return failed(`${lines.length} lines, but a size of ${size}`)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    if (!(sealed ? SEALED_LINE.test(line) : isObjectLine(line)))
      return failed(`line ${i + 1}, "${line}", is not of its form`)
    if (i > 0 && usccOf(lines[i - 1] as string) >= usccOf(line))
      return failed(`line ${i + 1}, ${usccOf(line)}, is out of order or a duplicate`)
  }
  const names = strata ?? (sealed ? undefined : lines.map(stratumOf))
  const foreign =
    names?.find((name) => !Object.hasOwn(rates, name)) ??
    Object.keys(perStratum ?? {}).find((name) => !Object.hasOwn(rates, name))
  if (foreign !== undefined) return failed(`the plan has no rate for stratum "${foreign}"`)
  if (sealed && perStratum === undefined) return failed('a sealed plan says how many objects each stratum has')
  const sum = Object.values(perStratum ?? {}).reduce((total, count) => total + count, 0)
  if (perStratum !== undefined && sum !== size)
    return failed(`the strata have ${sum} objects together, the population ${size}`)
  return passed(`${size} objects, in order, none twice`)
}

const root = (lines: readonly string[], declared: string): Outcome => {
  const found = merkleRoot(lines).toHex()
  return found === declared ? passed(found) : failed(`the lines have the root ${found}, the file says ${declared}`)
}

export const populationRoot = (proof: Proof): Outcome => root(proof.population.lines, proof.population.root)
export const rosterRoot = (proof: Proof): Outcome => root(proof.roster.lines, proof.roster.root)

/** Whether a sealed plan's leaves are what the key and the strata make of them. */
export const strata = ({
  sealed,
  plan: { key },
  population: { lines, strata: names, perStratum = {} },
}: Proof): Outcome => {
  if (!sealed) {
    return key === undefined && names === undefined
      ? passed('public: every stratum is in its line')
      : failed('the plan is not sealed, and yet has a key or a list of strata')
  }
  if (key === undefined && names === undefined)
    return notChecked(
      'sealed: this is the public proof. An enterprise checks its own line with its "salt,stratum"; an oversight body is given the key and checks all',
    )
  if (key === undefined || names === undefined) return failed('an oversight proof has both the key and the strata')
  if (names.length !== lines.length) return failed(`${names.length} strata for ${lines.length} lines`)
  const leaves = sealStrata(
    key,
    lines.map((line, i) => `${usccOf(line)},${names[i]}`),
  )
  const wrong = leaves.findIndex((leaf, i) => leaf !== lines[i])
  if (wrong >= 0)
    return failed(`line ${wrong + 1}, ${usccOf(lines[wrong] as string)}, is not sealed with stratum "${names[wrong]}"`)
  const counts = countsOf(names)
  const miscounted = [...new Set([...counts.keys(), ...Object.keys(perStratum)])].find(
    (name) => (counts.get(name) ?? 0) !== (perStratum[name] ?? 0),
  )
  return unless(
    miscounted === undefined
      ? undefined
      : `stratum "${miscounted}" has ${counts.get(miscounted) ?? 0} objects, the file says ${perStratum[miscounted] ?? 0}`,
    () => `oversight proof: all ${lines.length} leaves open to their stratum`,
  )
}

export const countsOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** `inspectorId,certificateNo,validUntil`; undefined for anything else. */
export const inspectorOf = (line: string): { readonly id: string; readonly validUntil: string } | undefined => {
  const [, id, validUntil] = /^([^,]+),[^,]+,(\d{4}-\d{2}-\d{2})$/.exec(line) ?? []
  return id === undefined || validUntil === undefined ? undefined : { id, validUntil }
}

export const roster = ({ roster: { lines, departments } }: Proof): Outcome => {
  const inspectors = lines.map(inspectorOf)
  const malformed = inspectors.indexOf(undefined)
  if (malformed >= 0)
    return failed(`line ${malformed + 1}, "${lines[malformed]}", is not inspectorId,certificateNo,validUntil`)
  if (!areInByteOrder(inspectors.map((inspector) => inspector?.id ?? '')))
    return failed('the inspectors are out of order, or one is there twice')
  if (departments !== undefined && departments.length !== lines.length)
    return failed(`${departments.length} departments for ${lines.length} inspectors`)
  return passed(`${lines.length} inspectors, in order, none twice`)
}

export const commitments = ({ commitments: promised, reveals }: Proof): Outcome => {
  if (promised.length < 2) return failed(`${promised.length} official(s); at least two have to commit`)
  return unless(
    checkReveals(promised, reveals)?.text.en,
    () =>
      `${promised.length} officials revealed what they had committed: ${promised.map(({ official }) => official).join(', ')}`,
  )
}

export const publicValue = (proof: Proof): Outcome => {
  const { source, value } = proof.public
  const named = proof.plan.publicSource?.name
  if (value !== value.trim()) return failed('the public value has blanks around it')
  if (named === undefined)
    return notChecked(
      `"${value}" of ${source}: the plan in this file names no source beforehand; compare it with the source`,
    )
  if (named !== source) return failed(`the value is of ${source}, the plan names ${named}`)
  const round = drandRoundOf(proof.plan.publicSource ?? { name: source })
  if (round === undefined)
    return passed(`"${value}" of ${source}, the source that the plan names; compare it with the source`)
  if (isRoundSignature(round, value)) return passed(`the signature of round ${round} of drand quicknet`)
  const other = `"${value}" is not the signature of round ${round} of drand quicknet`
  return proof.plan.rehearsal === true && !/^[0-9a-f]{96}$/.test(value)
    ? notChecked(`a rehearsal: ${other}`)
    : failed(other)
}

export const seed = (proof: Proof): Outcome => {
  const found = seedOf({
    planId: proof.plan.id,
    populationRoot: proof.population.root,
    rosterRoot: proof.roster.root,
    nonces: proof.reveals.map(({ nonce }) => nonce),
    publicValue: proof.public.value,
  })
  return found === proof.seed
    ? passed(found)
    : failed(`plan, roots, nonces and public value give ${found}, the file says ${proof.seed}`)
}
