import { fileMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Decider,
  declared,
  type NewEvent,
  noFacts,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import Type from 'typebox'
import type { BoxedRating } from './box.ts'

// What enterprises think of checks, apart from all checks. Stream `AUTHORITY/ratings`.

/** Codes have been printed: their hashes alone are kept. */
export type RecordRatingCodes = Command<
  'RecordRatingCodes',
  { readonly authority: string; readonly hashes: readonly string[] }
>
/** Ratings that waited for each other are released together. */
export type RecordRatings = Command<
  'RecordRatings',
  { readonly authority: string; readonly ratings: readonly BoxedRating[] }
>

/** So many are released together at the least: each may be of any of that many visits. */
export const RELEASE_FROM = 10
/** 规范、公正、效率、廉洁 */
export const ASPECTS = ['规范', '公正', '效率', '廉洁'] as const

export interface Ratings {
  /** By the hash of a code, whether it has been used. */
  readonly codes: ReadonlyMap<string, boolean>
}

const decide = (
  { type, data }: RecordRatingCodes | RecordRatings,
  { codes }: Ratings,
  { today }: { readonly today: string },
): readonly NewEvent[] | Refusal => {
  const act = { effectiveOn: today, basis: [] }
  if (type === 'RecordRatingCodes') {
    const hashes = [...new Set(data.hashes)].filter((hash) => !codes.has(hash)).toSorted()
    return hashes.length === 0 ? [] : [{ type: 'RatingCodesPrepared', data: { hashes }, ...act }]
  }
  const fresh = new Map(data.ratings.map((rating) => [rating.codeSha256, rating]))
  const ratings = [...fresh.values()]
    .filter(({ codeSha256 }) => codes.get(codeSha256) === false)
    .toSorted((a, b) => (a.codeSha256 < b.codeSha256 ? -1 : 1))
  if (ratings.length === 0) return []
  if (ratings.length < RELEASE_FROM)
    return refused('too-few-ratings', `Fewer than ${RELEASE_FROM} ratings would tell whose they are.`)
  return [{ type: 'InspectionRatingsReleased', data: { month: today.slice(0, 7), ratings }, ...act }]
}

const evolve = ({ codes }: Ratings, event: PastEvent): Ratings => {
  switch (event.type) {
    case 'RatingCodesPrepared':
      return { codes: new Map([...codes, ...event.data.hashes.map((hash) => [hash, false] as const)]) }
    case 'InspectionRatingsReleased':
      return { codes: new Map([...codes, ...event.data.ratings.map(({ codeSha256 }) => [codeSha256, true] as const)]) }
    default:
      return { codes }
  }
}

const authority = Type.String({ minLength: 1 })
const hash = fileMember()
const score = Type.Integer({ minimum: 1, maximum: 5 })

export const ratings: Decider<RecordRatingCodes | RecordRatings, Ratings> = {
  aggregate: 'ratings',
  acts: declared({
    RecordRatingCodes: Type.Object({ authority, hashes: Type.Array(hash) }),
    RecordRatings: Type.Object({
      authority,
      ratings: Type.Array(
        Type.Object({
          codeSha256: hash,
          scores: Type.Array(score, { minItems: ASPECTS.length, maxItems: ASPECTS.length }),
        }),
      ),
    }),
  }),
  subject: ({ data }) => data.authority,
  initial: { codes: new Map() },
  evolve,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(ratings)
