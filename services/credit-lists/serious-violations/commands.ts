import { type CivilDate, dayMember, nullable, usccMember } from '@mingjian/codes'
import type { Command } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import { SERIOUS_ARTICLES } from '../law.ts'

/** `matter` is the case, or whatever else the listing is about; it stays the entry's name. */
interface Act {
  readonly uscc: string
  readonly matter: string
  readonly on: CivilDate
}
interface Reasoned extends Act {
  readonly reason: string
}
/** 告知 of the facts, the ground and the rights, together with the penalty's. */
export type NotifySeriousListing = Command<
  'NotifySeriousListing',
  Act & { readonly article: string; readonly facts: string }
>
export type ReceiveSeriousListingStatement = Command<
  'ReceiveSeriousListingStatement',
  Act & { readonly statement: string }
>
/** 上一级同意, for an authority of a county or a prefecture. */
export type ConsentToSeriousListing = Command<
  'ConsentToSeriousListing',
  Act & { readonly by: string; readonly consentNo: string }
>
/** It stays with the penalty: no intent, not serious enough. */
export type DropSeriousListing = Command<'DropSeriousListing', Reasoned>
/** 列入决定, together with the penalty. */
export type ListSeriousViolation = Command<
  'ListSeriousViolation',
  Act & {
    readonly documentNo: string
    readonly article: string
    /** 性质恶劣、情节严重、社会危害较大; for the refusal to perform: 严重影响公信力. */
    readonly serious: boolean
    /** 足以证明没有主观故意. */
    readonly noIntentProved: boolean
    readonly restrictedUntil: CivilDate | null
  }
>
export type ApplyForEarlyRemoval = Command<'ApplyForEarlyRemoval', Act & { readonly documents: readonly string[] }>
export type AcceptEarlyRemoval = Command<'AcceptEarlyRemoval', Act>
export type DeclineEarlyRemoval = Command<'DeclineEarlyRemoval', Reasoned>
export type RemoveSeriousViolation = Command<'RemoveSeriousViolation', Act & { readonly harmEliminated: boolean }>
export type RefuseEarlyRemoval = Command<'RefuseEarlyRemoval', Reasoned>
/** The early removal was got by fraud. */
export type ReinstateSeriousViolation = Command<'ReinstateSeriousViolation', Reasoned>
/** The term is full. */
export type RecordSeriousTermEnd = Command<'RecordSeriousTermEnd', Act>
/** The penalty was overturned, or stands changed. */
export type RecordPenaltyFall = Command<
  'RecordPenaltyFall',
  { readonly uscc: string; readonly documentNo: string; readonly overturned: boolean; readonly on: CivilDate }
>
/** Three years on the list of abnormal operations, while Order 83 was in force. */
export type RecordThreeYearListing = Command<'RecordThreeYearListing', Act & { readonly fullOn: CivilDate }>
/** That entry of the other list has been made good, or was an error. */
export type RecordAbnormalEntryEnd = Command<
  'RecordAbnormalEntryEnd',
  {
    readonly uscc: string
    readonly ground: AbnormalGround
    /** Null ends entries without a year. */
    readonly years: readonly (number | null)[]
    readonly rescinded: boolean
    readonly on: CivilDate
  }
>
export type SeriousCommand =
  | NotifySeriousListing
  | ReceiveSeriousListingStatement
  | ConsentToSeriousListing
  | DropSeriousListing
  | ListSeriousViolation
  | ApplyForEarlyRemoval
  | AcceptEarlyRemoval
  | DeclineEarlyRemoval
  | RemoveSeriousViolation
  | RefuseEarlyRemoval
  | ReinstateSeriousViolation
  | RecordSeriousTermEnd
  | RecordPenaltyFall
  | RecordThreeYearListing
  | RecordAbnormalEntryEnd

const uscc = usccMember()
const on = dayMember()
const text = Type.String({ minLength: 1 })
const matter = Type.String({ minLength: 1, description: 'the case that it is about, or another name of the matter' })
const article = Type.Enum([...SERIOUS_ARTICLES], { description: 'article of the rule with the ground, 5 to 11' })
const act = { uscc, matter, on }
const reasoned = Type.Object({ ...act, reason: text })

export const commands = {
  NotifySeriousListing: Type.Object({ ...act, article, facts: text }),
  ReceiveSeriousListingStatement: Type.Object({ ...act, statement: text }),
  ConsentToSeriousListing: Type.Object({ ...act, by: text, consentNo: text }),
  DropSeriousListing: reasoned,
  ListSeriousViolation: Type.Object({
    ...act,
    documentNo: Type.String({ minLength: 1, description: 'number of the penalty that it goes with' }),
    article,
    serious: Type.Boolean({ description: '性质恶劣、情节严重、社会危害较大' }),
    noIntentProved: Type.Boolean({ description: '足以证明没有主观故意' }),
    restrictedUntil: nullable(dayMember('end of a statutory restriction')),
  }),
  ApplyForEarlyRemoval: Type.Object({ ...act, documents: Type.Array(text, { minItems: 1 }) }),
  AcceptEarlyRemoval: Type.Object(act),
  DeclineEarlyRemoval: reasoned,
  RemoveSeriousViolation: Type.Object({
    ...act,
    harmEliminated: Type.Boolean({ description: '已消除危害后果和不良影响' }),
  }),
  RefuseEarlyRemoval: reasoned,
  ReinstateSeriousViolation: reasoned,
  RecordSeriousTermEnd: Type.Object(act),
  RecordPenaltyFall: Type.Object({ uscc, documentNo: text, overturned: Type.Boolean(), on }),
  RecordThreeYearListing: Type.Object({ ...act, fullOn: on }),
  RecordAbnormalEntryEnd: Type.Object({
    uscc,
    ground: text,
    years: Type.Array(nullable(Type.Integer())),
    rescinded: Type.Boolean(),
    on,
  }),
}
