import { type Rate, shareOf } from './rate.ts'

/** How an object came in: by its stratum's rate, or to reach the legal floor. */
export type Reason = 'stratum' | 'floor'

export interface Pick {
  /** Place of the object in the population. */
  readonly index: number
  readonly reason: Reason
}

/** How many each stratum gives by its rate, and how many more the floor asks for (draw protocol 1 §4). */
export interface Quotas {
  readonly strata: readonly number[]
  readonly floor: number
}

/** `sizes` and `rates` by stratum; the floor counts over all of them together. */
export const quotasOf = (sizes: readonly number[], rates: readonly Rate[], floor: Rate): Quotas => {
  const strata = sizes.map((size, stratum) => shareOf(rates[stratum] as Rate, size))
  const population = sizes.reduce((sum, size) => sum + size, 0)
  const byRate = strata.reduce((sum, quota) => sum + quota, 0)
  return { strata, floor: Math.max(0, shareOf(floor, population) - byRate) }
}

/**
 * The objects drawn, in ascending ticket order. `order`: indices of the population by ticket; `stratumOf`: stratum of each index.
 * Each stratum's lowest tickets fill its quota; what comes after that in any stratum is the lowest of what remains.
 */
export const select = (order: Uint32Array, stratumOf: ArrayLike<number>, quotas: Quotas): readonly Pick[] => {
  const open = quotas.strata.slice()
  let floor = quotas.floor
  let wanted = open.reduce((sum, quota) => sum + quota, floor)
  const picks: Pick[] = []
  for (let i = 0; i < order.length && wanted > 0; i++) {
    const index = order[i] as number
    const stratum = stratumOf[index] as number
    const left = open[stratum] as number
    if (left > 0) open[stratum] = left - 1
    else if (floor > 0) floor -= 1
    else continue
    wanted -= 1
    picks.push({ index, reason: left > 0 ? 'stratum' : 'floor' })
  }
  return picks
}
