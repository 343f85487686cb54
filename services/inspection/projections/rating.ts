import type { Projection } from '@mingjian/kernel'

/** Ratings of an authority's checks by the month of their release. */
export interface RatingsOf {
  readonly authority: string
  /** `sums`: of the scores, aspect by aspect. */
  readonly months: readonly { readonly month: string; readonly count: number; readonly sums: readonly number[] }[]
}

export const rating: Projection<RatingsOf> = {
  name: 'rating',
  version: 1,
  events: ['InspectionRatingsReleased'],
  evolve: (before, event) => {
    if (event.type !== 'InspectionRatingsReleased') return before
    const { month, ratings } = event.data
    const known = before?.months.find((one) => one.month === month) ?? { month, count: 0, sums: [] }
    const sums = ratings.reduce<readonly number[]>(
      (sum, { scores }) => scores.map((score, at) => score + (sum[at] ?? 0)),
      known.sums,
    )
    const others = (before?.months ?? []).filter((one) => one.month !== month)
    return { authority: event.subject, months: [...others, { month, count: known.count + ratings.length, sums }] }
  },
  columns: {},
  row: () => ({}),
  indexes: [],
}
