import { type CivilDate, dayMember, nullable, usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import { encodeCitation, type RegisteredUnderSettings, registeredUnderSettings, settingsFor } from '@mingjian/law'
import type { PenaltyDecided, PenaltyOverturned, PenaltyPerformed } from '@mingjian/schemas'
import Type from 'typebox'
import { isPublished, publicityBasis, withdrawalBasis } from '../law.ts'
import {
  awaitsPublicity,
  type EndOfPublicity,
  ended,
  kept,
  type PublicityFile,
  publicised,
  publicityAfter,
  publicityDay,
  withdrawn,
} from './publicity.ts'

/** A decision of this or another system, as it stands in its document. */
export type RecordPenalty = Command<'RecordPenalty', { readonly uscc: string; readonly penalty: PenaltyDecided }>
/** 处罚信息公示 of a decision that the law wants public; without a day, on the last that both terms of publicity allow. */
export type PublicisePenalty = Command<
  'PublicisePenalty',
  { readonly uscc: string; readonly documentNo: string; readonly on?: CivilDate }
>
/** What is due with an enterprise's publicity by that day: penalties to show, to withdraw, to show no longer. */
export type KeepPenaltyPublicity = Command<'KeepPenaltyPublicity', { readonly uscc: string; readonly on: CivilDate }>
/** 撤回公示 of a decision that did not stand. */
export type WithdrawPenaltyPublicity = Command<
  'WithdrawPenaltyPublicity',
  { readonly uscc: string; readonly documentNo: string; readonly on: CivilDate }
>
/** Credit was restored, or an objection was right: it is shown no longer. */
export type RecordPenaltyPublicityEnd = Command<
  'RecordPenaltyPublicityEnd',
  {
    readonly uscc: string
    readonly documentNo: string
    readonly because: Exclude<EndOfPublicity, 'term-over'>
    readonly on: CivilDate
  }
>
/** The party has done all that the decision asks for. */
export type RecordPenaltyPerformance = Command<
  'RecordPenaltyPerformance',
  { readonly uscc: string; readonly performance: PenaltyPerformed }
>
/** The decision was revoked, declared unlawful or invalid, or changed to what it imposes now. */
export type RecordPenaltyOverturning = Command<
  'RecordPenaltyOverturning',
  {
    readonly uscc: string
    readonly overturning: PenaltyOverturned
    readonly changedTo: Pick<PenaltyDecided, 'kinds' | 'fineYuan' | 'confiscatedYuan'> | null
  }
>
type PenaltyCommand =
  | RecordPenalty
  | PublicisePenalty
  | KeepPenaltyPublicity
  | WithdrawPenaltyPublicity
  | RecordPenaltyPublicityEnd
  | RecordPenaltyPerformance
  | RecordPenaltyOverturning

interface Penalties extends PublicityFile {
  readonly performed: ReadonlySet<string>
}

const same = (one: PenaltyDecided, other: PenaltyDecided): boolean =>
  (Object.keys(other) as (keyof PenaltyDecided)[]).every(
    (member) => JSON.stringify(one[member]) === JSON.stringify(other[member]),
  )

const unknownPenalty = (documentNo: string, uscc: string): Refusal =>
  refused('unknown-penalty', `There is no decision ${documentNo} against ${uscc}.`)

const notYet = (on: CivilDate): Refusal => refused('not-yet', `An act can't be dated ${on} before that day.`)

const publicise = (
  { uscc, documentNo, on }: PublicisePenalty['data'],
  state: Penalties,
  { facts, today, authority }: Context<RegisteredUnderSettings>,
): readonly NewEvent[] | Refusal => {
  const penalty = state.decided.get(documentNo)
  if (penalty === undefined) return unknownPenalty(documentNo, uscc)
  const [withdrawal] = withdrawalBasis(penalty.decidedOn).map(encodeCitation)
  if (state.overturned.has(documentNo))
    return refused('overturned', `${documentNo} has been overturned: it is not published.`, withdrawal)
  const [provision] = publicityBasis(penalty.decidedOn).map(encodeCitation)
  if (!isPublished(penalty, penalty.decidedOn))
    return refused('not-public', 'Decisions of the summary procedure, and mere warnings, are not published.', provision)
  if (!awaitsPublicity(state, penalty)) return []
  const from = on ?? publicityDay(penalty.decidedOn)
  if (from > today) return notYet(from)
  if (from < penalty.decidedOn)
    return refused('before-decision', `It was decided on ${penalty.decidedOn}: nothing could be shown before.`)
  return publicised(penalty, state.publicity.get(documentNo), from, facts.typeCode, settingsFor(facts.set, authority))
}

const decide = (
  command: PenaltyCommand,
  state: Penalties,
  context: Context<RegisteredUnderSettings>,
): readonly NewEvent[] | Refusal => {
  const { facts, today, authority } = context
  switch (command.type) {
    case 'RecordPenalty': {
      const { uscc, penalty } = command.data
      if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`)
      const known = state.decided.get(penalty.documentNo)
      // What a case of this platform decided is not rewritten by another system's copy of it.
      const copied = known !== undefined && known.caseId !== null && penalty.caseId === null
      if (copied || (known !== undefined && same(known, penalty))) return []
      return [{ type: 'PenaltyDecided', data: penalty, effectiveOn: penalty.decidedOn, basis: [] }]
    }
    case 'PublicisePenalty':
      return publicise(command.data, state, context)
    case 'KeepPenaltyPublicity':
      return command.data.on > today
        ? notYet(command.data.on)
        : kept(state, command.data.on, facts.typeCode, settingsFor(facts.set, authority))
    case 'WithdrawPenaltyPublicity': {
      const { uscc, documentNo, on } = command.data
      if (!state.decided.has(documentNo)) return unknownPenalty(documentNo, uscc)
      const overturning = state.overturned.get(documentNo)
      if (overturning === undefined) {
        const [provision] = withdrawalBasis(on).map(encodeCitation)
        return refused('not-overturned', `${documentNo} has neither been changed nor overturned.`, provision)
      }
      const shown = state.publicity.get(documentNo)
      if (shown === undefined || shown.over) return []
      return on > today || on < overturning.decidedOn ? notYet(on) : withdrawn(overturning, shown, on)
    }
    case 'RecordPenaltyPublicityEnd': {
      const { documentNo, because, on } = command.data
      const shown = state.publicity.get(documentNo)
      return shown === undefined || shown.over ? [] : ended(documentNo, shown, because, on)
    }
    case 'RecordPenaltyPerformance': {
      const { uscc, performance } = command.data
      if (!state.decided.has(performance.documentNo)) return unknownPenalty(performance.documentNo, uscc)
      if (state.performed.has(performance.documentNo)) return []
      return [{ type: 'PenaltyPerformed', data: performance, effectiveOn: performance.performedOn, basis: [] }]
    }
    case 'RecordPenaltyOverturning': {
      const { uscc, overturning, changedTo } = command.data
      const { documentNo, overturningNo, decidedOn } = overturning
      const known = state.decided.get(documentNo)
      if (known === undefined) return unknownPenalty(documentNo, uscc)
      if (state.overturned.has(documentNo)) return []
      const basis = withdrawalBasis(decidedOn).map(encodeCitation)
      const overturned: NewEvent = { type: 'PenaltyOverturned', data: overturning, effectiveOn: decidedOn, basis }
      if (changedTo === null) return [overturned]
      const heavier = known.heavier && known.fineYuan === changedTo.fineYuan
      const penalty = { ...known, ...changedTo, heavier, documentNo: overturningNo, decidedOn }
      return [overturned, { type: 'PenaltyDecided', data: penalty, effectiveOn: decidedOn, basis: [] }]
    }
    default:
      return command satisfies never
  }
}

const evolve = (before: Penalties, event: PastEvent): Penalties => {
  const publicity = publicityAfter(before, event)
  const state = publicity === before.publicity ? before : { ...before, publicity }
  switch (event.type) {
    case 'PenaltyDecided': {
      // A decision recorded anew stands as it was changed.
      const overturned = new Map(state.overturned)
      overturned.delete(event.data.documentNo)
      return { ...state, decided: new Map(state.decided).set(event.data.documentNo, event.data), overturned }
    }
    case 'PenaltyPerformed':
      return { ...state, performed: new Set(state.performed).add(event.data.documentNo) }
    case 'PenaltyOverturned':
      return { ...state, overturned: new Map(state.overturned).set(event.data.documentNo, event.data) }
    default:
      return state
  }
}

const code = usccMember()
const text = Type.String({ minLength: 1 })
const day = dayMember()
const penalty = Type.Object({
  documentNo: text,
  violation: text,
  facts: nullable(Type.String()),
  basis: nullable(Type.String()),
  kinds: Type.Array(text, { minItems: 1 }),
  fineYuan: Type.Number({ minimum: 0 }),
  confiscatedYuan: Type.Number({ minimum: 0 }),
  procedure: text,
  authority: text,
  decidedOn: day,
  caseId: nullable(text),
  actEndedOn: nullable(day),
  heavier: Type.Boolean(),
  restrictionYears: Type.Integer({ minimum: 0 }),
  performed: Type.Boolean(),
})
const changedTo = nullable(
  Type.Object({
    kinds: Type.Array(text, { minItems: 1 }),
    fineYuan: Type.Number({ minimum: 0 }),
    confiscatedYuan: Type.Number({ minimum: 0 }),
  }),
)
const performance = Type.Object({ documentNo: text, performedOn: day })
const overturning = Type.Object({
  documentNo: text,
  outcome: Type.Enum(['changed', 'revoked', 'unlawful', 'invalid']),
  by: Type.Enum(['reconsideration', 'court', 'authority']),
  body: text,
  overturningNo: text,
  decidedOn: day,
})

export const penalties: Decider<PenaltyCommand, Penalties, RegisteredUnderSettings> = {
  aggregate: 'penalties',
  acts: declared({
    RecordPenalty: Type.Object({ uscc: code, penalty }),
    PublicisePenalty: Type.Object({ uscc: code, documentNo: text, on: Type.Optional(day) }),
    KeepPenaltyPublicity: Type.Object({ uscc: code, on: day }),
    WithdrawPenaltyPublicity: Type.Object({ uscc: code, documentNo: text, on: day }),
    RecordPenaltyPublicityEnd: Type.Object({
      uscc: code,
      documentNo: text,
      because: Type.Enum(['restoration', 'objection']),
      on: day,
    }),
    RecordPenaltyPerformance: Type.Object({ uscc: code, performance }),
    RecordPenaltyOverturning: Type.Object({ uscc: code, overturning, changedTo }),
  }),
  subject: ({ data }) => data.uscc,
  initial: { decided: new Map(), publicity: new Map(), performed: new Set(), overturned: new Map() },
  evolve,
  facts: registeredUnderSettings,
  decide,
}

export const decider = anyDecider(penalties)
