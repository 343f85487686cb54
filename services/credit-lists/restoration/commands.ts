import { type CivilDate, dayMember, usccMember } from '@mingjian/codes'
import type { Command } from '@mingjian/kernel'
import Type from 'typebox'
import { RESTORATION_DOCUMENTS, type RestorationObject } from '../law.ts'

interface Step {
  readonly uscc: string
  /** Its number among the subject's applications. */
  readonly application: number
  readonly on: CivilDate
}
/** 申请: `record` is the document number of the penalty, or the ground of the entry. */
export type ApplyForRestoration = Command<
  'ApplyForRestoration',
  {
    readonly uscc: string
    readonly kind: RestorationObject
    readonly record: string
    readonly documents: readonly string[]
    readonly on: CivilDate
  }
>
export type AcceptRestoration = Command<'AcceptRestoration', Step>
/** 不予受理. */
export type DeclineRestoration = Command<'DeclineRestoration', Step & { readonly reason: string }>
/** 准予, with what the officer found. */
export type GrantRestoration = Command<
  'GrantRestoration',
  Step & { readonly performed: boolean; readonly harmEliminated: boolean }
>
export type RefuseRestoration = Command<'RefuseRestoration', Step & { readonly reason: string }>
export type StepCommand = AcceptRestoration | DeclineRestoration | GrantRestoration | RefuseRestoration
export type RestorationCommand = ApplyForRestoration | StepCommand

const uscc = usccMember()
const on = dayMember()
const text = Type.String({ minLength: 1 })
const step = { uscc, application: Type.Integer({ minimum: 1 }), on }
const reasoned = Type.Object({ ...step, reason: text })

export const commands = {
  ApplyForRestoration: Type.Object({
    uscc,
    kind: Type.Enum(['penalty', 'abnormal'] satisfies RestorationObject[]),
    record: Type.String({ minLength: 1, description: 'document number of the penalty, or ground of the entry' }),
    documents: Type.Array(text, {
      description: `what was handed in, each text beginning with its kind: ${RESTORATION_DOCUMENTS.join('、')}`,
    }),
    on,
  }),
  AcceptRestoration: Type.Object(step),
  DeclineRestoration: reasoned,
  GrantRestoration: Type.Object({
    ...step,
    performed: Type.Boolean({ description: '已履行处罚决定的义务' }),
    harmEliminated: Type.Boolean({ description: '已消除危害后果和不良影响' }),
  }),
  RefuseRestoration: reasoned,
}
