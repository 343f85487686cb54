import { probabilityOf } from './chi-square.ts'

/** How many objects of each category a stratum has, and how many of them were drawn. */
export interface Counted {
  readonly size: ReadonlyMap<string, number>
  readonly drawn: ReadonlyMap<string, number>
}

/** Chi-square of the counts against what chance would bring. */
export interface Chance {
  readonly statistic: number
  readonly degrees: number
  /** Of a statistic as high or higher, if chance alone picked. */
  readonly probability: number
}

interface Cell {
  readonly found: number
  readonly expected: number
}

/** Below five expected, chi-square says little: small cells count together. */
const LEAST_EXPECTED = 5

const total = (counts: ReadonlyMap<string, number>): number => counts.values().reduce((sum, count) => sum + count, 0)
const together = (a: Cell, b: Cell): Cell => ({ found: a.found + b.found, expected: a.expected + b.expected })

const merged = (cells: readonly Cell[]): readonly Cell[] => {
  const rising = cells.toSorted((a, b) => a.expected - b.expected)
  const large: Cell[] = []
  let small: Cell | undefined
  for (const cell of rising) {
    if (small !== undefined && small.expected < LEAST_EXPECTED) small = together(small, cell)
    else if (cell.expected < LEAST_EXPECTED) small = cell
    else large.push(cell)
  }
  if (small === undefined) return large
  const [least, ...others] = large
  return small.expected >= LEAST_EXPECTED || least === undefined
    ? [small, ...large]
    : [together(small, least), ...others]
}

const statisticOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { found, expected }) => sum + (found - expected) ** 2 / expected, 0)

const chance = (statistic: number, degrees: number): Chance => ({
  statistic,
  degrees,
  probability: probabilityOf(statistic, degrees),
})

/**
 * Whether strata were drawn from evenly. Each stratum draws without putting back, so its counts vary less than independent throws would:
 * by (N-n)/(N-1), which the statistic is corrected for.
 */
export const chanceOfSelection = (strata: readonly Counted[]): Chance => {
  let statistic = 0
  let degrees = 0
  for (const { size, drawn } of strata) {
    const [objects, selected] = [total(size), total(drawn)]
    if (selected === 0 || selected === objects) continue
    const share = selected / objects
    const cells = merged(
      Array.from(size, ([category, count]) => ({ found: drawn.get(category) ?? 0, expected: count * share })),
    )
    if (cells.length < 2) continue
    statistic += (statisticOf(cells) * (objects - 1)) / (objects - selected)
    degrees += cells.length - 1
  }
  return chance(statistic, degrees)
}

/** Whether independent counts are as expected. */
export const chanceOfCounts = (expected: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): Chance => {
  const cells = merged(
    Array.from(expected, ([category, count]) => ({ expected: count, found: found.get(category) ?? 0 })),
  )
  return cells.length < 2 ? chance(0, 0) : chance(statisticOf(cells), cells.length - 1)
}
