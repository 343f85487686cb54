import { type CivilDate, isCivilDate } from '@mingjian/codes'
import { canonicalJson } from '@mingjian/proofs'
import type { Clock, EventType } from '@mingjian/schemas'
import Type, { type Static, type TObject, type TProperties } from 'typebox'
import { clocksAfter } from './clock.ts'
import { type Act, type By, type Context, type Decided, isStaff } from './decider.ts'
import type { PastEvent } from './event.ts'
import { type Refusal, refusal, type Sentence } from './refusal.ts'

/** What every matter knows of itself: its stage, the terms that run, and the last events. */
export interface Progress<G extends string> {
  readonly stage: G
  /** The day on which it reached its stage. */
  readonly stageOn: CivilDate
  readonly clocks: readonly Clock[]
  /** The last event of each kind. */
  readonly last: { readonly [T in EventType]?: Extract<PastEvent, { readonly type: T }> }
}

/** A matter before its first event. */
export const notBegun = { stage: 'none', stageOn: '', clocks: [], last: {} } as const satisfies Progress<'none'>

/** A matter after an event that has moved it; keeps the day of its stage, the terms that run, and the last events. */
export const progressed = <M extends Progress<string>>(before: M, moved: M, event: PastEvent): M => ({
  ...moved,
  stageOn: moved.stage === before.stage ? before.stageOn : event.effectiveOn,
  clocks: clocksAfter(before.clocks, event),
  last: { ...before.last, [event.type]: event },
})

/** Numbered matters, the first of them 1, after an event that has moved one. */
export const movedAt = <M extends Progress<string>>(
  matters: readonly M[],
  number: number,
  moved: Partial<M>,
  event: PastEvent,
): readonly M[] =>
  matters.map((matter, at) => (at === number - 1 ? progressed(matter, { ...matter, ...moved }, event) : matter))

/** One step of a procedure: when it is lawful, and what follows from it. `U`: how the procedure names a provision. */
export interface Step<D, M extends Progress<string>, F, U> {
  readonly by?: By
  readonly stages: readonly M['stage'][]
  /** What gives the step its place. */
  readonly under: U
  /** The clock by whose last day the step must come. */
  readonly within?: string
  /**
   * The event of a step that has its place once. The same request later changes nothing; staff who ask with other content are refused
   * `decided-otherwise`.
   */
  readonly once?: EventType
  /** Whether the step is done, given its event on record; by default, when the stage is no longer one of its own. */
  readonly done?: (matter: M, asked: D) => boolean
  /** The event that did the step, where several types may or each thing is entered once; undefined before. */
  readonly recorded?: (matter: M, asked: D) => PastEvent | undefined
  /** Whether the request is as recorded; by default, the day and each member that the event has too. */
  readonly same?: (asked: D, recorded: PastEvent, matter: M) => boolean
  readonly decide: (asked: D, matter: M, context: Context<F>) => Decided
}

/** What all steps of a procedure have in common. `S`: the state that holds the matter, or matters. */
export interface Procedure<N extends TProperties, S, M extends Progress<string>, F, U> {
  /** Members that name the matter and the day, of every step. */
  readonly named: N
  /** The matter that a step is about; undefined, or at the stage `none`, where there is none yet. */
  readonly matter: (asked: Static<TObject<N>>, state: S, facts: F) => M | undefined
  /** The day of the step. */
  readonly day: (asked: Static<TObject<N>>, context: Context<F>) => CivilDate
  readonly stages: { readonly [G in M['stage']]: Sentence }
  /** A provision as a refusal names it, in the wording of that day, for that matter. */
  readonly cite: (on: CivilDate, under: U, matter: M | undefined, facts: F) => string | undefined
  readonly unknown: (asked: Static<TObject<N>>, provision: string | undefined) => Refusal
  /** Refusals in the procedure's own words; the common ones by default. */
  readonly future?: (facts: { readonly on: CivilDate }) => Refusal
  readonly early?: (facts: { readonly on: CivilDate; readonly stageOn: CivilDate }, provision?: string) => Refusal
  /** For a step that has no place at the stage; undefined for the common words. */
  readonly misplaced?: (
    asked: Static<TObject<N>>,
    matter: M,
    step: Step<never, M, F, U>,
    provision: string | undefined,
  ) => Refusal | undefined
  /** Why the matter is closed to everybody, or to the one who asks. */
  readonly closedTo?: (
    asked: Static<TObject<N>>,
    matter: M,
    context: Context<F>,
    step: Step<never, M, F, U>,
  ) => Refusal | undefined
}

export const noSuchDay = refusal('no-such-day', { zh: '日历上没有{on}这一天。', en: '{on} is no day of the calendar.' })
const inTheFuture = refusal('in-the-future', {
  zh: '{on}尚未到来，不能记载当日的行为。',
  en: "An act can't be dated {on} before that day.",
})
const outOfOrder = refusal('out-of-order', {
  zh: '现处于“{stage}”阶段，本步骤应当在“{places}”阶段进行。',
  en: 'It is {stage}: this step has its place at {places}.',
})
const beforeItsTime = refusal('before-its-time', {
  zh: '{stageOn}才进入现阶段，本步骤不能早于该日。',
  en: 'It came to its stage on {stageOn} only.',
})
const tooLate = refusal('too-late', { zh: '“{what}”的期限已于{by}届满。', en: '{what} was due by {by}.' })

/** A decision is not made again: what is wrong in it is put right by an act of its own. */
export const decidedOtherwise = refusal('decided-otherwise', {
  zh: '此事已于{on}办理，内容与本次不同；有误的，应当依法补正、变更或者撤销原决定，不能重新作出。',
  en: 'This was done on {on} with other content: what is wrong in it is corrected, changed or revoked by an act of its own, not done again.',
})

/** The answer to a request for what was done on that day: nothing new, or for staff with other content `decided-otherwise`. */
export const askedAgain = (
  isSame: boolean,
  on: CivilDate,
  context: Pick<Context<unknown>, 'actor'>,
  provision?: string,
): Decided => (isSame || !isStaff(context) ? [] : decidedOtherwise({ on }, provision))

/** Whether the members that request and event share are equal. */
export const saysTheSame = (asked: Readonly<Record<string, unknown>>, { data }: PastEvent): boolean => {
  const recorded = data as unknown as Readonly<Record<string, unknown>>
  return Object.entries(asked).every(
    ([member, value]) =>
      !(member in recorded) || canonicalJson(value ?? null) === canonicalJson(recorded[member] ?? null),
  )
}

/** Makes the acts of a procedure: each is a step with its members; order, days, terms and repetition are judged here. */
export const procedure =
  <S, M extends Progress<string>, F, U>() =>
  <N extends TProperties>(common: Procedure<N, S, M, F, U>) => {
    const { named, matter: matterOf, day, stages: words, cite, unknown, closedTo } = common
    const { future = inTheFuture, early = beforeItsTime, misplaced } = common
    const ofAnotherStage = ({ stage }: M, step: Step<never, M, F, U>, provision: string | undefined): Refusal => {
      const places = step.stages.map((place) => words[place as M['stage']])
      return outOfOrder(
        {
          stage: words[stage as M['stage']],
          places: { zh: places.map(({ zh }) => zh).join('、'), en: places.map(({ en }) => en).join(', ') },
        },
        provision,
      )
    }

    const taken = <D>(step: Step<D, M, F, U>, matter: M, asked: D): PastEvent | undefined => {
      if (step.recorded !== undefined) return step.recorded(matter, asked)
      const recorded = step.once === undefined ? undefined : matter.last[step.once]
      const done = step.done?.(matter, asked) ?? !step.stages.includes(matter.stage)
      return done ? recorded : undefined
    }

    return <P extends TProperties>(
      fields: P,
      step: Step<Static<TObject<N & P>>, M, F, U>,
    ): Act<Static<TObject<N & P>>, S, F> => ({
      data: Type.Object({ ...named, ...fields }),
      by: step.by ?? 'staff',
      decide: (asked, state, context) => {
        const name = asked as Static<TObject<N>>
        const on = day(name, context)
        if (!isCivilDate(on)) return noSuchDay({ on })
        if (on > context.today) return future({ on })
        const matter = matterOf(name, state, context.facts)
        const provision = cite(on, step.under, matter, context.facts)
        if (matter === undefined || (matter.stage === 'none' && !step.stages.includes('none')))
          return unknown(name, provision)
        const closed = closedTo?.(name, matter, context, step)
        if (closed !== undefined) return closed
        const recorded = taken(step, matter, asked)
        if (recorded !== undefined) {
          const same =
            step.same?.(asked, recorded, matter) ??
            (recorded.effectiveOn === on && saysTheSame(asked as object as Readonly<Record<string, unknown>>, recorded))
          return askedAgain(same, recorded.effectiveOn, context, provision)
        }
        if (!step.stages.includes(matter.stage))
          return misplaced?.(name, matter, step, provision) ?? ofAnotherStage(matter, step, provision)
        if (on < matter.stageOn) return early({ on, stageOn: matter.stageOn }, provision)
        const clock = matter.clocks.find(({ what }) => what === step.within)
        if (clock !== undefined && on > clock.by) return tooLate({ what: clock.what, by: clock.by }, clock.basis)
        return step.decide(asked, matter, context)
      },
    })
  }
