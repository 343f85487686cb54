import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'

/** A look back: what was true on a day, what was known at a time, or both. */
export interface Moment {
  readonly asOf?: CivilDate | undefined
  /** RFC 3339, any offset. */
  readonly knownAt?: string | undefined
}

/**
 * A subject's document as of a moment. What was true on a day is folded in the order in which it became true, so that an act recorded late
 * takes its place among the others.
 */
export const documentAt = <D>(
  projection: Projection<D>,
  events: readonly RecordedEvent[],
  { asOf, knownAt }: Moment,
): D | undefined => {
  const until = knownAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(knownAt)
  const known = events.filter(
    ({ type, effectiveOn, recordedAt }) =>
      projection.events.includes(type) &&
      (asOf === undefined || effectiveOn <= asOf) &&
      Date.parse(recordedAt) <= until,
  )
  const inOrder =
    asOf === undefined
      ? known
      : known.toSorted((a, b) =>
          a.effectiveOn === b.effectiveOn ? a.position - b.position : a.effectiveOn < b.effectiveOn ? -1 : 1,
        )
  return inOrder.reduce<D | undefined>((document, event) => projection.evolve(document, event), undefined)
}
