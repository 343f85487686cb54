import { failed, type Outcome, passed, unless } from '@mingjian/proofs/verification'
import { stratumOf, usccOf } from './population.ts'
import type { Proof } from './proof.ts'
import { type Rate, readRate } from './rate.ts'
import { type Quotas, quotasOf, select } from './selection.ts'
import { inTicketOrder, ticketsOf } from './tickets.ts'
import { countsOf, floorOf } from './verify-inputs.ts'

// Whom the seed picks (draw protocol 1 §4).

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
  const names = Array.from(sizes).flatMap(([name, size]) => (size > 0 ? [name] : []))
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
  // An object among the q lowest of all is among the q lowest of its own stratum.
  const certain = Math.min(...wanted.strata)
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
