import { nullable } from '@mingjian/codes'
import Type from 'typebox'

// Members that acts of a draw share.

export const text = Type.String()
export const count = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })
export const planId = Type.String({ minLength: 1, description: 'Id of the plan.' })

/** Both libraries as they were frozen. */
export const libraries = {
  logPosition: count,
  populationSize: count,
  populationRoot: text,
  perStratum: Type.Record(text, count),
  rosterSize: count,
  rosterRoot: text,
}
export const coverage = Type.Object({ year: count, reports: count, before: count, after: count })
/** What a draw came to. */
export const conducted = Type.Object({
  ...{ selected: count, byFloor: count, unassigned: count, proofSha256: text, repeats: count },
  coverage: nullable(coverage),
})
