import type { CivilDate } from '@mingjian/codes'
import { type Refusal, refused } from '@mingjian/kernel'

/** Something that goes through stages, and since when it is at its stage. */
export interface Standing<S extends string> {
  readonly stage: S
  readonly since: CivilDate
}

/** Why the step from one stage to another can't be taken on a day; `taken` when it has been, undefined when it can. */
export const stepObstacle = <S extends string>(
  { stage, since }: Standing<S>,
  [from, to]: readonly [S, S],
  {
    on,
    today,
    provision,
  }: { readonly on: CivilDate; readonly today: CivilDate; readonly provision: string | undefined },
): Refusal | 'taken' | undefined => {
  if (stage === to) return 'taken'
  if (stage !== from) return refused('out-of-order', `It is ${stage}, not ${from}.`, provision)
  if (on > today) return refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
  return on < since ? refused('before-the-step-before', `It stands there since ${since}.`, provision) : undefined
}

/** The numbered matters of a subject, one of them changed. */
export const withStep = <T extends Standing<string>>(
  matters: readonly T[],
  number: number,
  stage: T['stage'],
  since: CivilDate,
): readonly T[] => matters.map((one, index) => (index === number - 1 ? { ...one, stage, since } : one))
