import { type CivilDate, isCivilDate, nullable } from '@mingjian/codes'
import { type Context, type NewEvent, type Refusal, refused } from '@mingjian/kernel'
import type { Provision } from '@mingjian/law'
import type { Clock, EventType } from '@mingjian/schemas'
import Type, { type TSchema } from 'typebox'
import { provisionOn, provisions } from './law/case.ts'

export type Outcome = readonly NewEvent[] | Refusal

/** What every procedure knows of itself: how far it has come, whose it is, and which terms run. */
export interface Progress<G extends string> {
  readonly stage: G
  /** The day on which it came to its stage. */
  readonly stageOn: CivilDate
  readonly authority: string
  readonly clocks: readonly Clock[]
  /** The last day of each kind of event. */
  readonly days: Readonly<Record<string, CivilDate>>
}

/** One step of a procedure: when it is lawful, and what follows from it. */
export interface Step<S extends Progress<string>, F> {
  readonly data: TSchema
  readonly stages: readonly S['stage'][]
  /** What gives the step its place in the procedure. */
  readonly under: Provision
  /** The clock after whose last day it comes too late. */
  readonly within?: string
  /** The event of a step that moves the procedure on: asked for again with the same day, it is so already. */
  readonly once?: EventType
  readonly decide: (asked: never, state: S, context: Context<F>) => Outcome
}

const text = Type.String({ minLength: 1 })
/** 列入严重违法失信名单 is told and decided together with the penalty (失信名单办法第十三条); the case says which ground, the list decides. */
export const seriousArticle = Type.Optional(
  nullable(Type.String({ minLength: 1, maxLength: 4, description: 'article of the rule with the ground' })),
)

/** 执法人员: at least two, whose certificates are looked up in the library of inspectors. */
export const officers = {
  officers: Type.Array(text, { minItems: 1, description: '执法人员, ids of the library of inspectors' }),
}

/** Why a step can't be taken now. */
const obstacle = <S extends Progress<string>, F>(
  step: Step<S, F>,
  on: CivilDate,
  { stage, stageOn, clocks }: S,
): Refusal | undefined => {
  const under = provisionOn(on, step.under)
  if (!step.stages.includes(stage))
    return stage === 'none'
      ? refused('unknown', 'Nothing of this id has been received.', under)
      : refused('out-of-order', `It is ${stage}: this step has its place at ${step.stages.join(', ')}.`, under)
  if (on < stageOn) return refused('before-its-time', `It came to its stage on ${stageOn} only.`, under)
  const clock = clocks.find(({ what }) => what === step.within)
  return clock !== undefined && on > clock.by
    ? refused('too-late', `${clock.what} was due by ${clock.by}.`, clock.basis)
    : undefined
}

/** Takes a step: `[]` when it has been taken already, a refusal when it is not its time or not theirs to take. */
export const take = <S extends Progress<string>, F>(
  step: Step<S, F>,
  asked: { readonly on: CivilDate },
  state: S,
  context: Context<F>,
): Outcome => {
  const { on } = asked
  if (!isCivilDate(on)) return refused('no-such-day', `${on} is no day of the calendar.`)
  if (on > context.today) return refused('in-the-future', `An act can't be dated ${on} before that day.`)
  const authority = state.authority || context.authority
  if (authority !== context.authority)
    return refused('not-competent', `This belongs to ${authority}.`, provisionOn(on, provisions.competence))
  const taken = step.once !== undefined && state.days[step.once] === on
  if (taken && !step.stages.includes(state.stage)) return []
  return obstacle(step, on, state) ?? step.decide(asked as never, state, context)
}
