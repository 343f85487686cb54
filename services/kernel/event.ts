import { type CivilDate, yearOf } from '@mingjian/codes'
import type { EventData, EventType } from '@mingjian/schemas'
import type { Refusal } from './refusal.ts'

/** A series of documents 文书 whose numbers run without a gap: `昆都仑区市监异列〔2025〕17号`. */
export interface Series {
  readonly name: string
  readonly year: number
}

interface Fact<T extends EventType> {
  readonly type: T
  readonly data: EventData[T]
  /** 生效日: the day from which it holds in law. */
  readonly effectiveOn: CivilDate
  /** 依据, each `instrument@version:article` in the wording of the day of the act. */
  readonly basis: readonly string[]
}

interface Recorded<T extends EventType> extends Fact<T> {
  /** Gap-free, in commit order, from 1. */
  readonly position: number
  readonly stream: string
  /** Gap-free within the stream, from 1. */
  readonly version: number
  /** The part of the stream's name before the first slash: an enterprise's code, a plan's id. */
  readonly subject: string
  /** 记录时间, RFC 3339 UTC. */
  readonly recordedAt: string
  readonly actor: string
  readonly authority: string
  readonly commandId: string | null
  readonly correlationId: string | null
  /** Position of the event that an automatic act follows from. */
  readonly causationId: string | null
}

/** What a decider says happened. With `numbered`, its `decision` is given the next number of that series when it is recorded. */
export type NewEvent = {
  [T in EventType]: Fact<T> & {
    readonly numbered?: Series
    /** The event records a failed attempt: the answer is this refusal. */
    readonly answeredAs?: Refusal
  }
}[EventType]
/** What `evolve` folds: an event of the log, with its position, or one just decided. */
export type PastEvent = { [T in EventType]: Fact<T> & { readonly position?: number } }[EventType]
/** An event of the log with its envelope. */
export type RecordedEvent = { [T in EventType]: Recorded<T> }[EventType]

/** W3C Trace Context: the correlation of events that a traced command recorded. */
export const isTraceparent = (text: string): boolean => /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(text)

export const streamOf = (subject: string, aggregate: string): string => `${subject}/${aggregate}`
export const subjectOf = (stream: string): string => stream.slice(0, stream.indexOf('/'))

/** Decisions of each kind are numbered on their own: 昆都仑区市监异列〔2025〕17号. */
export const seriesOf = (authority: string, kind: string, on: CivilDate): Series => ({
  name: `${authority.replace('市场监督管理局', '市监')}${kind}`,
  year: yearOf(on),
})
