import { failed, notChecked, type Outcome, passed, unless } from '@mingjian/kernel/verification'
import type { ExclusionReason } from './eligibility.ts'
import { type Demand, pair } from './pairing.ts'
import { stratumOf, usccOf } from './population.ts'
import type { Proof } from './proof.ts'
import { type Rate, readRate } from './rate.ts'
import { type Quotas, quotasOf, select } from './selection.ts'
import { inTicketOrder, ticketsOf } from './tickets.ts'
import { countsOf, floorOf, inspectorOf } from './verify-inputs.ts'

// What came of the seed (draw protocol 1 §4–5).

export const tickets = ({ seed, population: { lines }, selected }: Proof): Outcome => {
  const found = ticketsOf(
    seed,
    selected.map(({ uscc }) => uscc),
  )
  for (const [i, { uscc, ticket }] of selected.entries()) {
    if (!isAmong(lines, uscc)) return failed(`${uscc} is drawn, but not in the population`)
    if (found[i] !== ticket) return failed(`${uscc} has the ticket ${found[i]}, the file says ${ticket}`)
    if (i > 0 && (selected[i - 1]?.ticket ?? '') >= ticket)
      return failed(`${uscc} is out of ticket order or drawn twice`)
  }
  return passed(`${selected.length} tickets, in ascending order`)
}

/** By halving: the lines are in the order of their codes, or the step that looks at that has failed. */
const isAmong = (lines: readonly string[], uscc: string): boolean => {
  let from = 0
  let to = lines.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (usccOf(lines[middle] as string) < uscc) from = middle + 1
    else to = middle
  }
  return usccOf(lines[from] ?? '') === uscc
}

/** By the sizes of the strata, in the order of `names`; undefined where a rate is missing or no share. */
const quotas = (proof: Proof, names: readonly string[], sizes: ReadonlyMap<string, number>): Quotas | undefined => {
  const rates = names.map((name) =>
    Object.hasOwn(proof.plan.rates, name) ? readRate(proof.plan.rates[name] ?? '') : undefined,
  )
  const floor = readRate(floorOf(proof))
  if (floor === undefined || rates.includes(undefined)) return undefined
  return quotasOf(
    names.map((name) => sizes.get(name) ?? 0),
    rates as readonly Rate[],
    floor,
  )
}

export const selection = (proof: Proof): Outcome => {
  const {
    sealed,
    seed,
    population: { lines, strata, perStratum = {} },
  } = proof
  const strataOfLines = sealed ? strata : lines.map(stratumOf)
  const sizes = strataOfLines === undefined ? new Map(Object.entries(perStratum)) : countsOf(strataOfLines)
  const names = [...sizes.keys()]
  const wanted = quotas(proof, names, sizes)
  if (wanted === undefined) return failed('a stratum has no rate that is a share')
  const order = inTicketOrder(seed, lines)
  return strataOfLines === undefined
    ? visibleSelection(proof, order, wanted)
    : fullSelection(proof, order, wanted, names, strataOfLines)
}

const fullSelection = (
  { population: { lines }, selected }: Proof,
  order: Uint32Array,
  wanted: Quotas,
  names: readonly string[],
  strataOfLines: readonly string[],
): Outcome => {
  const places = new Map(names.map((name, place) => [name, place]))
  const picks = select(
    order,
    Uint32Array.from(strataOfLines, (name) => places.get(name) ?? 0),
    wanted,
  )
  const fault = picks
    .map(({ index, reason }, i) => {
      const uscc = usccOf(lines[index] as string)
      const stratum = strataOfLines[index]
      const own = selected[i]
      if (own === undefined) return `${uscc} is missing`
      if (own.uscc !== uscc) return `number ${i + 1} is ${own.uscc}, the rules give ${uscc}`
      if (own.reason !== reason) return `${uscc} came in by "${reason}", the file says "${own.reason}"`
      return own.stratum === undefined || own.stratum === stratum
        ? undefined
        : `${uscc} is of stratum "${stratum}", the file says "${own.stratum}"`
    })
    .find((text) => text !== undefined)
  const extra = selected[picks.length]
  return unless(fault ?? (extra === undefined ? undefined : `${extra.uscc} is drawn, the rules stop before it`), () =>
    drawnText(wanted, selected.length),
  )
}

const drawnText = ({ strata, floor }: Quotas, count: number): string =>
  `${count} drawn: ${strata.reduce((sum, quota) => sum + quota, 0)} by the rates of ${strata.length} strata, ${floor} for the floor`

/** What the public can see of a sealed selection: how many, for which reason, and what no division into strata could change. */
const visibleSelection = ({ population: { lines }, selected }: Proof, order: Uint32Array, wanted: Quotas): Outcome => {
  const byRate = wanted.strata.reduce((sum, quota) => sum + quota, 0)
  const shown = selected.filter(({ stratum }) => stratum !== undefined).length
  if (shown > 0) return failed('a sealed proof does not show the stratum of an object')
  const byFloor = selected.filter(({ reason }) => reason === 'floor').length
  if (selected.length !== byRate + wanted.floor || byFloor !== wanted.floor)
    return failed(
      `${selected.length} drawn, ${byFloor} of them for the floor; the rules give ${byRate + wanted.floor} and ${wanted.floor}`,
    )
  const reasons = new Map(selected.map(({ uscc, reason }) => [uscc, reason]))
  const inOrder = Array.from(order, (index) => usccOf(lines[index] as string))
  // Whoever is among the q lowest of all is among the q lowest of any stratum.
  const certain = Math.min(...wanted.strata.filter((quota) => quota > 0), selected.length)
  const passedOver = inOrder.slice(0, certain).find((uscc) => reasons.get(uscc) !== 'stratum')
  if (passedOver !== undefined)
    return failed(`${passedOver} has one of the ${certain} lowest tickets and is not drawn by its stratum`)
  // Nobody left out may stand before the last one that the floor brought in.
  const lastByFloor = inOrder.findLastIndex((uscc) => reasons.get(uscc) === 'floor')
  const skipped = inOrder.slice(0, lastByFloor + 1).find((uscc) => !reasons.has(uscc))
  if (skipped !== undefined) return failed(`${skipped} has a lower ticket than one that was added for the floor`)
  return passed(
    `${drawnText(wanted, selected.length)}; sealed: numbers, reasons and every visible order checked, not the division into strata`,
  )
}

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

export const pairing = ({ seed, plan, roster, selected }: Proof): Outcome => {
  const { inspectorsPerObject, departments = [] } = plan
  const paired = selected.filter(({ inspectors, unassigned }) => inspectors !== undefined || unassigned !== undefined)
  if (inspectorsPerObject === undefined)
    return paired.length === 0
      ? notChecked('this file pairs no inspectors')
      : failed('the plan does not say how many inspectors visit an object')
  if (departments.length > 1 && roster.departments === undefined)
    return notChecked('the roster does not say who is of which department')
  const ids = roster.lines.map((line) => inspectorOf(line)?.id ?? '')
  const visits = selected.map(({ uscc, excluded = [] }) => {
    const away = new Set(excluded.map(({ inspector }) => inspector))
    return { uscc, eligible: ids.flatMap((id, place) => (away.has(id) ? [] : [place])) }
  })
  const joint = { departments, departmentOf: roster.departments ?? [] }
  const demand: Demand = departments.length > 1 ? { inspectorsPerObject, joint } : { inspectorsPerObject }
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
  return passed(`${found.length - without} objects with ${inspectorsPerObject} inspectors each, ${without} unassigned`)
}
