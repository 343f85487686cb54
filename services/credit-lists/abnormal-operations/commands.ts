import { type CivilDate, dayMember, nullable, usccMember } from '@mingjian/codes'
import type { Command } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import { groundText } from '../law.ts'

interface Ground {
  readonly uscc: string
  readonly ground: AbnormalGround
  readonly on: CivilDate
}
/** Which entry: its ground, the report year where there is one, its day. */
interface Entered extends Ground {
  readonly year: number | null
  readonly listedOn: CivilDate
}

/** The ground must be a fact on record; the decision must follow within ten working days of it. */
export type ListAbnormalOperations = Command<'ListAbnormalOperations', Ground & { readonly year: number | null }>
/** With `years`, the entries of those report years alone; without, everything on the ground. Its cure must be on record. */
export type DelistAbnormalOperations = Command<
  'DelistAbnormalOperations',
  Ground & { readonly years?: readonly number[]; readonly reason: string }
>
/** 撤销列入: the entry was an error. */
export type RescindAbnormalListing = Command<'RescindAbnormalListing', Entered & { readonly reason: string }>
/** 查实: what was published is corrected, the address is changed in the register, or contact is restored. */
export type VerifyAbnormalCure = Command<'VerifyAbnormalCure', Ground & { readonly cure: AbnormalCure }>
export type AbnormalCure = 'information_corrected' | 'address_changed' | 'contact_restored'
/** The registered address has changed. */
export type RecordAddressChange = Command<'RecordAddressChange', { readonly uscc: string; readonly on: CivilDate }>
/** 届满三年前的提示. */
export type RecordListingReminder = Command<'RecordListingReminder', Entered>
/** The entry has stood for three years. */
export type RecordThreeYears = Command<'RecordThreeYears', Entered>
/** The subject is gone: every ground ends with it. */
export type RecordSubjectEnd = Command<
  'RecordSubjectEnd',
  { readonly uscc: string; readonly on: CivilDate; readonly reason: string }
>
/** An entry that another system made, and its removal or rescission. */
export type RecordAbnormalHistory = Command<
  'RecordAbnormalHistory',
  Ground & {
    readonly year: number | null
    readonly reason: string
    readonly removedOn: CivilDate | null
    readonly removalReason: string | null
    /** It was rescinded as an error, not removed. */
    readonly rescinded: boolean
  }
>
export type AbnormalCommand =
  | ListAbnormalOperations
  | DelistAbnormalOperations
  | RescindAbnormalListing
  | VerifyAbnormalCure
  | RecordAddressChange
  | RecordListingReminder
  | RecordThreeYears
  | RecordSubjectEnd
  | RecordAbnormalHistory

const uscc = usccMember()
const on = dayMember()
const ground = Type.Enum(Object.keys(groundText) as AbnormalGround[], { description: '列入事由 ① to ④' })
const year = nullable(Type.Integer({ description: 'report year, for a missed report' }))
const reason = Type.String({ minLength: 1 })
const text = nullable(Type.String())
const entered = { uscc, ground, year, listedOn: on, on }

export const commands = {
  ListAbnormalOperations: Type.Object({ uscc, ground, on, year }),
  DelistAbnormalOperations: Type.Object({ uscc, ground, years: Type.Optional(Type.Array(Type.Integer())), on, reason }),
  RescindAbnormalListing: Type.Object({ ...entered, reason }),
  VerifyAbnormalCure: Type.Object({
    uscc,
    ground: Type.Enum(['false_information', 'uncontactable'], { description: 'a ground whose cure is verified 查实' }),
    cure: Type.Enum(['information_corrected', 'address_changed', 'contact_restored']),
    on,
  }),
  RecordAddressChange: Type.Object({ uscc, on }),
  RecordListingReminder: Type.Object(entered),
  RecordThreeYears: Type.Object(entered),
  RecordSubjectEnd: Type.Object({ uscc, on, reason }),
  RecordAbnormalHistory: Type.Object({
    uscc,
    ground,
    on,
    year,
    reason: Type.String(),
    removedOn: text,
    removalReason: text,
    rescinded: Type.Boolean(),
  }),
}
