import type { ValueTime } from '../draw/public-source.ts'

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

/** Whether the value may be known already; promises and their keeping come before it, or the last official could choose the result. */
export const mayBeKnown = ({ latest }: ValueTime, now: string): boolean => !isBefore(Temporal.Instant.from(now), latest)

/** Whether the value can't exist yet. */
export const isToCome = ({ earliest }: ValueTime, now: string): boolean =>
  isBefore(Temporal.Instant.from(now), earliest)
