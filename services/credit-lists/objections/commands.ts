import { type CivilDate, dayMember, usccMember } from '@mingjian/codes'
import type { Command } from '@mingjian/kernel'
import Type from 'typebox'

interface Step {
  readonly uscc: string
  /** Its number among the subject's objections. */
  readonly objection: number
  readonly on: CivilDate
}
/** 异议 to a public record, named by its position in the log as the feed and the timeline show it. */
export type FileObjection = Command<
  'FileObjection',
  {
    readonly uscc: string
    readonly position: number
    readonly statement: string
    readonly evidence: readonly string[]
    readonly on: CivilDate
  }
>
export type AcceptObjection = Command<'AcceptObjection', Step>
export type DeclineObjection = Command<'DeclineObjection', Step & { readonly reason: string }>
export type UpholdObjection = Command<'UpholdObjection', Step & { readonly reason: string }>
export type DismissObjection = Command<'DismissObjection', Step & { readonly reason: string }>
/** 更正: what was wrong has been put right by the act that the matter calls for. */
export type CorrectObjectedRecord = Command<'CorrectObjectedRecord', Step & { readonly how: string }>
export type StepCommand =
  | AcceptObjection
  | DeclineObjection
  | UpholdObjection
  | DismissObjection
  | CorrectObjectedRecord
export type ObjectionCommand = FileObjection | StepCommand

const uscc = usccMember()
const on = dayMember()
const text = Type.String({ minLength: 1 })
const step = { uscc, objection: Type.Integer({ minimum: 1 }), on }
const reasoned = Type.Object({ ...step, reason: text })

export const commands = {
  FileObjection: Type.Object({
    uscc,
    position: Type.Integer({ minimum: 1, description: 'of the public record, as the feed and the timeline show it' }),
    statement: text,
    evidence: Type.Array(text),
    on,
  }),
  AcceptObjection: Type.Object(step),
  DeclineObjection: reasoned,
  UpholdObjection: reasoned,
  DismissObjection: reasoned,
  CorrectObjectedRecord: Type.Object({ ...step, how: text }),
}
