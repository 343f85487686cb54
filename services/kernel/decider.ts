import type { CivilDate } from '@mingjian/codes'
import type { TSchema } from 'typebox'
import type { NewEvent, PastEvent } from './event.ts'

/** An act asked for: its imperative name, its content, who asks. */
export interface Command<T extends string = string, D = unknown> {
  readonly type: T
  readonly data: D
}

/** A lawful "no": an expected outcome, with the provision it rests on (`instrument@version:article`) where there is one. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly provision?: string
}

export const refused = (code: string, message: string, provision?: string): Refusal =>
  provision === undefined ? { code, message } : { code, message, provision }

export const isRefusal = (outcome: readonly NewEvent[] | Refusal): outcome is Refusal => !Array.isArray(outcome)

/** Everything a decision may know beside the state of its own stream. */
export interface Context<F> {
  readonly today: CivilDate
  /** RFC 3339 UTC, for what depends on the hour. */
  readonly now: string
  readonly actor: string
  readonly authority: string
  /** Folded from the streams that the decider's `facts` name. */
  readonly facts: F
}

/** What a rule needs to know from other streams, read as of the decision and guarded against change until it is recorded. */
export interface Facts<C, F> {
  /** `authority` is for whom the command is carried out: its settings are the law that applies. */
  readonly streams: (command: C, authority: string) => readonly string[]
  readonly initial: F
  readonly evolve: (facts: F, event: PastEvent) => F
}

/** One aggregate: pure functions over its stream `subject/aggregate`. */
export interface Decider<C extends Command, S, F = undefined> {
  /** Last part of the stream's name; kept for ever. */
  readonly aggregate: string
  /** The commands it decides, with the schema of their data. */
  readonly commands: { readonly [T in C['type']]: TSchema }
  readonly subject: (command: C) => string
  readonly initial: S
  readonly evolve: (state: S, event: PastEvent) => S
  readonly facts: Facts<C, F>
  readonly decide: (command: C, state: S, context: Context<F>) => readonly NewEvent[] | Refusal
}

/** For a decider whose own stream tells it everything. */
export const noFacts: Facts<unknown, undefined> = { streams: () => [], initial: undefined, evolve: () => undefined }

/** A decider whose types have been checked where it was defined, as the command handler and the composition root carry it. */
export type AnyDecider = Decider<Command<string, never>, unknown, unknown>
export const anyDecider = <C extends Command, S, F>(decider: Decider<C, S, F>): AnyDecider =>
  decider as unknown as AnyDecider
