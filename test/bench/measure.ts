export interface Measured {
  readonly what: string
  readonly callers: number
  readonly perSecond: number
}

/** A measured ratio and the least, or the most, that is wanted. */
export type Goal = { readonly goal: string; readonly ratio: number } & (
  | { readonly atLeast: number }
  | { readonly atMost: number }
)

export interface Report {
  readonly name: string
  readonly unit: string
  readonly rows: readonly (Measured | Readonly<Record<string, string | number>>)[]
  readonly goals: readonly Goal[]
}

/**
 * Callers who each start the next piece of work when theirs is done. `work` returns how many units it did, 0 when there is none left, which ends
 * the measurement; the first part is not counted.
 */
export const closedLoop = async (
  what: string,
  callers: number,
  work: (caller: number) => Promise<number>,
  { warmUp = 0.7, seconds = 3 }: { readonly warmUp?: number; readonly seconds?: number } = {},
): Promise<Measured> => {
  const start = performance.now()
  const from = start + warmUp * 1000
  let until = from + seconds * 1000
  let counted = 0
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < until) {
        const done = await work(caller)
        const now = performance.now()
        if (done === 0) until = Math.min(until, now)
        else if (now > from && now <= until) counted += done
      }
    }),
  )
  if (until <= from) throw new Error(`${what}: the work was over before it was measured`)
  return { what, callers, perSecond: (counted * 1000) / (until - from) }
}
