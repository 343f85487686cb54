import { beginningWith, digestEach, digestHex, viewOf } from '@mingjian/proofs'

export interface Demand {
  /** k ≥ 2 */
  readonly inspectorsPerObject: number
  /** Department of each inspector of the roster and those that take part, for a joint check: each gives at least one. */
  readonly joint?: { readonly departmentOf: readonly string[]; readonly departments: readonly string[] }
}

/** An object to be visited and who may visit it, by place in the roster. */
export interface Visit {
  readonly uscc: string
  readonly eligible: readonly number[]
}

/** Chosen inspectors in the order of choice, by place in the roster; or why there are too few. */
export type Pairing = { readonly inspectors: readonly number[] } | { readonly unassigned: string }

/**
 * The inspectors of each visit, in the order given, which is ascending ticket order (draw protocol 1 §5): among the eligible those
 * with the lowest pair (load so far, SHA-256 of `S,USCC,inspectorId`). `ids`: the roster's, in its order.
 */
export const pair = (
  seed: string,
  ids: readonly string[],
  demand: Demand,
  visits: readonly Visit[],
): readonly Pairing[] => {
  const { inspectorsPerObject: wanted, joint } = demand
  const load = new Uint32Array(ids.length)
  const lowest = lowestOf(seed, ids, load)

  return visits.map(({ uscc, eligible }) => {
    if (eligible.length < wanted) return { unassigned: `${eligible.length} of ${wanted} inspectors eligible` }
    const inspectors: number[] = []
    for (const department of joint?.departments ?? []) {
      const own = eligible.filter((place) => joint?.departmentOf[place] === department)
      if (own.length === 0) return { unassigned: `no inspector of ${department} eligible` }
      inspectors.push(...lowest(uscc, own, 1))
    }
    const rest = inspectors.length === 0 ? eligible : eligible.filter((place) => !inspectors.includes(place))
    inspectors.push(...lowest(uscc, rest, wanted - inspectors.length))
    for (const place of inspectors) load[place] = (load[place] as number) + 1
    return { inspectors }
  })
}

/** Everybody eligible for the visit at a place, in the order in which the seed asks them when it is that visit's turn. */
export const inOrderAt = (
  seed: string,
  ids: readonly string[],
  demand: Demand,
  visits: readonly Visit[],
  at: number,
): readonly number[] => {
  const visit = visits[at]
  if (visit === undefined) return []
  const load = new Uint32Array(ids.length)
  for (const pairing of pair(seed, ids, demand, visits.slice(0, at)))
    if ('inspectors' in pairing) for (const place of pairing.inspectors) load[place] = (load[place] as number) + 1
  return lowestOf(seed, ids, load)(visit.uscc, visit.eligible, visit.eligible.length)
}

/** The `count` lowest of the candidates by (load, hash), in that order. */
const lowestOf = (seed: string, ids: readonly string[], load: Uint32Array) => {
  const utf8 = new TextEncoder()
  const common = beginningWith(seed)
  const ends = ids.map((id) => viewOf(utf8.encode(id)))
  // The first 48 bits of each candidate's hash; where two are equal, the whole hash is asked.
  const fronts = new Float64Array(ids.length)

  const isBelow = (uscc: string, a: number, b: number): boolean => {
    if (load[a] !== load[b]) return (load[a] as number) < (load[b] as number)
    if (fronts[a] !== fronts[b]) return (fronts[a] as number) < (fronts[b] as number)
    const whole = (place: number) => digestHex('sha-256', `${seed},${uscc},${ids[place]}`)
    return whole(a) < whole(b)
  }

  return (uscc: string, candidates: readonly number[], count: number): readonly number[] => {
    const contenders = leastLoaded(candidates, load, count)
    digestEach(
      contenders.length,
      (i, message) => message.bytes(ends[contenders[i] as number] as DataView),
      (i, { view }) => {
        fronts[contenders[i] as number] = view.getUint32(0) * 2 ** 16 + view.getUint16(4)
      },
      beginningWith(`,${uscc},`, common),
    )
    const chosen: number[] = []
    while (chosen.length < count) {
      let best: number | undefined
      for (const place of contenders) {
        if ((best === undefined || isBelow(uscc, place, best)) && !chosen.includes(place)) best = place
      }
      if (best === undefined) break
      chosen.push(best)
    }
    return chosen
  }
}

/** Load decides before the hash, so only those on the lowest levels of load that together give `count` need be hashed. */
const leastLoaded = (candidates: readonly number[], load: Uint32Array, count: number): readonly number[] => {
  const contenders: number[] = []
  let level = -1
  while (contenders.length < count) {
    let next = Number.POSITIVE_INFINITY
    for (const place of candidates) {
      const own = load[place] as number
      if (own > level && own < next) next = own
    }
    if (next === Number.POSITIVE_INFINITY) break
    for (const place of candidates) if (load[place] === next) contenders.push(place)
    level = next
  }
  return contenders
}
