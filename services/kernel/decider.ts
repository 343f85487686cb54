import type { CivilDate } from '@mingjian/codes'
import type { EventType } from '@mingjian/schemas'
import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox'
import type { NewEvent, PastEvent } from './event.ts'
import type { Refusal } from './refusal.ts'

/** An act asked for: its imperative name, and its content. */
export interface Command<T extends string = string, D = unknown> {
  readonly type: T
  readonly data: D
}

export type Decided = readonly NewEvent[] | Refusal
export const isRefusal = (outcome: Decided): outcome is Refusal => !Array.isArray(outcome)

/** All that a decision may use beside the state of its own stream. */
export interface Context<F> {
  readonly today: CivilDate
  /** RFC 3339 UTC, for what depends on the hour. */
  readonly now: string
  readonly actor: string
  readonly authority: string
  /** Folded from the streams that the decider's `facts` name. */
  readonly facts: F
}

/** Who asks for an act: staff (and the platform), or the platform alone, for imports and consequences. */
export type By = 'staff' | 'system'

/** Whether a person asks, over HTTP or at the terminal. Deadlines, reactions and imports may repeat themselves. */
export const isStaff = ({ actor }: Pick<Context<unknown>, 'actor'>): boolean => /^staff(:|$)/.test(actor)

/** One act, declared once: the schema of its data, who asks for it, and the rule that decides it. */
export interface Act<D, S, F> {
  readonly data: TSchema
  readonly by: By
  readonly decide: (asked: D, state: S, context: Context<F>) => Decided
}

/** Declares the acts of an aggregate with this state and these facts; `by` is staff unless given. */
export const actsOn =
  <S, F = undefined>() =>
  <P extends TProperties>(
    fields: P,
    act: { readonly by?: By; readonly decide: Act<Static<TObject<P>>, S, F>['decide'] },
  ): Act<Static<TObject<P>>, S, F> => ({ data: Type.Object(fields), by: act.by ?? 'staff', decide: act.decide })

/** Data of a command, which nobody changes. */
type Said<D> = D extends readonly (infer I)[]
  ? readonly Said<I>[]
  : D extends object
    ? { readonly [M in keyof D]: Said<D[M]> }
    : D

/** The commands of declared acts. */
export type CommandOf<A> = {
  readonly [T in keyof A & string]: A[T] extends Act<infer D, never, never> ? Command<T, Said<D>> : never
}[keyof A & string]

/** The events of an aggregate's own stream, by their types. */
export type EventOf<T extends EventType> = Extract<PastEvent, { readonly type: T }>

/** What a rule needs from other streams: read for the decision, and guarded against change until the append. */
export interface Facts<C, F> {
  /** `authority`: the one that acts, whose settings are the law that applies. */
  readonly streams: (command: C, authority: string) => readonly string[]
  readonly initial: F
  readonly evolve: (facts: F, event: PastEvent) => F
}

/** One aggregate: pure functions over its stream `subject/aggregate`. */
export interface Decider<C extends Command, S, F = undefined, E extends PastEvent = PastEvent> {
  /** Last part of the stream's name; kept for ever. */
  readonly aggregate: string
  readonly acts: { readonly [T in C['type']]: Pick<Act<never, S, F>, 'data' | 'by'> }
  readonly subject: (command: C) => string
  readonly initial: S
  readonly evolve: (state: S, event: E) => S
  readonly facts: Facts<C, F>
  readonly decide: (command: C, state: S, context: Context<F>) => Decided
}

/** The decider of declared acts. */
export const aggregate = <A extends Readonly<Record<string, Act<never, S, F>>>, S, F, E extends PastEvent>(
  definition: Omit<Decider<CommandOf<A>, S, F, E>, 'acts' | 'decide'> & { readonly acts: A },
): Decider<CommandOf<A>, S, F, E> => ({
  ...definition,
  acts: definition.acts as Decider<CommandOf<A>, S, F, E>['acts'],
  decide: ({ type, data }, state, context) => {
    const act = definition.acts[type]
    if (act === undefined) throw new Error(`${definition.aggregate} has no act ${type}`)
    return act.decide(data as never, state, context)
  },
})

/** For a decider that needs its own stream alone. */
export const noFacts: Facts<unknown, undefined> = { streams: () => [], initial: undefined, evolve: () => undefined }

/** A decider as the command handler and the composition root carry it; its types were checked where it was defined. */
export type AnyDecider = Decider<Command<string, never>, unknown, unknown>
export const anyDecider = <C extends Command, S, F, E extends PastEvent>(decider: Decider<C, S, F, E>): AnyDecider =>
  decider as unknown as AnyDecider
