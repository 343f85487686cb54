/** A rating under the hash of its one-time code. */
export interface BoxedRating {
  readonly codeSha256: string
  readonly scores: readonly number[]
}

/** Ratings that wait until they are released together: by code, without when they came. */
export interface RatingBox {
  /** Of several under one code the last counts. */
  put(authority: string, rating: BoxedRating): Promise<void>
  /** By code. */
  waiting(authority: string): Promise<readonly BoxedRating[]>
  remove(codes: readonly string[]): Promise<void>
}
