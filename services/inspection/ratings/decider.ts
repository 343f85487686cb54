import { fileMember } from '@mingjian/codes'
import { actsOn, aggregate, anyDecider, type CommandOf, type EventOf, noFacts } from '@mingjian/kernel'
import Type from 'typebox'
import { tooFewRatings } from './refusals.ts'

// What enterprises think of checks, apart from all checks. Stream `AUTHORITY/ratings`.

/** So many are released together at the least: each may be of any of that many visits. */
export const RELEASE_FROM = 10
/** 规范、公正、效率、廉洁 */
export const ASPECTS = ['规范', '公正', '效率', '廉洁'] as const

interface Ratings {
  /** By the hash of a code, whether it has been used. */
  readonly codes: ReadonlyMap<string, boolean>
}
export type RatingsEvent = EventOf<'RatingCodesPrepared' | 'InspectionRatingsReleased'>

const act = actsOn<Ratings>()
const authority = Type.String({ minLength: 1 })
const hash = fileMember()
const score = Type.Integer({ minimum: 1, maximum: 5 })

/** Codes have been printed: their hashes alone are kept. */
const recordCodes = act(
  { authority, hashes: Type.Array(hash) },
  {
    by: 'system',
    decide: ({ hashes: given }, { codes }, { today }) => {
      const hashes = [...new Set(given)].filter((one) => !codes.has(one)).toSorted()
      return hashes.length === 0
        ? []
        : [{ type: 'RatingCodesPrepared', data: { hashes }, effectiveOn: today, basis: [] }]
    },
  },
)

/** Ratings that waited for each other are released together. */
const recordRatings = act(
  {
    authority,
    ratings: Type.Array(
      Type.Object({
        codeSha256: hash,
        scores: Type.Array(score, { minItems: ASPECTS.length, maxItems: ASPECTS.length }),
      }),
    ),
  },
  {
    by: 'system',
    decide: ({ ratings: given }, { codes }, { today }) => {
      const ratings = [...new Map(given.map((rating) => [rating.codeSha256, rating])).values()]
        .filter(({ codeSha256 }) => codes.get(codeSha256) === false)
        .toSorted((a, b) => (a.codeSha256 < b.codeSha256 ? -1 : 1))
      if (ratings.length === 0) return []
      if (ratings.length < RELEASE_FROM) return tooFewRatings({ least: RELEASE_FROM })
      const data = { month: today.slice(0, 7), ratings }
      return [{ type: 'InspectionRatingsReleased', data, effectiveOn: today, basis: [] }]
    },
  },
)

const acts = { RecordRatingCodes: recordCodes, RecordRatings: recordRatings }
export type RatingsCommand = CommandOf<typeof acts>

const evolve = ({ codes }: Ratings, event: RatingsEvent): Ratings => {
  switch (event.type) {
    case 'RatingCodesPrepared':
      return { codes: new Map([...codes, ...event.data.hashes.map((hash) => [hash, false] as const)]) }
    case 'InspectionRatingsReleased':
      return { codes: new Map([...codes, ...event.data.ratings.map(({ codeSha256 }) => [codeSha256, true] as const)]) }
    default:
      event satisfies never
      return { codes }
  }
}

export const ratings = aggregate({
  aggregate: 'ratings',
  acts,
  subject: ({ data }) => data.authority,
  initial: { codes: new Map() } as Ratings,
  evolve,
  facts: noFacts,
})

export const decider = anyDecider(ratings)
