import type { CivilDate } from '@mingjian/codes'
import type { DutyClock, RecordedEvent } from '@mingjian/kernel'

/** Matters of a subject that wait for the authority, by their number. */
export interface Waiting {
  readonly waiting: Readonly<Record<string, DutyClock>>
  readonly clocks: readonly DutyClock[]
}

const next = (waiting: Waiting['waiting']): Waiting => ({ waiting, clocks: Object.values(waiting) })

/** One more matter, or another step of one, is due by a day. */
export const waitingFor = (
  before: Waiting | undefined,
  matter: number,
  { authority, basis }: Pick<RecordedEvent, 'authority' | 'basis'>,
  what: string,
  by: CivilDate,
): Waiting => next({ ...before?.waiting, [matter]: { what, who: authority, by, basis: basis[0] ?? '' } })

export const done = (before: Waiting | undefined, matter: number): Waiting => {
  const { [matter]: _, ...others } = before?.waiting ?? {}
  return next(others)
}
