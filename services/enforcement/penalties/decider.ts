import {
  addWorkingDays,
  anyDecider,
  type Command,
  type Context,
  type Decider,
  encodeCitation,
  formOf,
  type NewEvent,
  type PastEvent,
  type Refusal,
  type Registered,
  refused,
  registered,
} from '@mingjian/kernel'
import type { PenaltyDecided, PenaltyOverturned, PenaltyPerformed } from '@mingjian/schemas'
import Type from 'typebox'
import { isPublished, publicityBasis, publicUntil, withdrawalBasis } from '../law.ts'
import { redacted } from '../redaction.ts'

/** A decision of this or another system, as it stands in its document. */
export type RecordPenalty = Command<'RecordPenalty', { readonly uscc: string; readonly penalty: PenaltyDecided }>
/** 处罚信息公示 of a decision that the law wants public. */
export type PublicisePenalty = Command<'PublicisePenalty', { readonly uscc: string; readonly documentNo: string }>
/** The party has done all that the decision asks for. */
export type RecordPenaltyPerformance = Command<
  'RecordPenaltyPerformance',
  { readonly uscc: string; readonly performance: PenaltyPerformed }
>
/** The decision was changed, revoked, or declared unlawful or invalid. */
export type RecordPenaltyOverturning = Command<
  'RecordPenaltyOverturning',
  { readonly uscc: string; readonly overturning: PenaltyOverturned }
>
type PenaltyCommand = RecordPenalty | PublicisePenalty | RecordPenaltyPerformance | RecordPenaltyOverturning

interface Penalties {
  readonly decided: ReadonlyMap<string, PenaltyDecided>
  readonly publicised: ReadonlySet<string>
  readonly performed: ReadonlySet<string>
  readonly overturned: ReadonlySet<string>
}
// 双公示 asks for seven working days, the publicity rule for twenty (第九条): the shorter term keeps both.
const PUBLICISE_WORKING_DAYS = 7

/** 摘要 (公示规定第四条): what was wrong and what followed; the facts of the document may name persons and stay inside. */
const summaryOf = ({ violation, kinds, fineYuan, confiscatedYuan }: PenaltyDecided): string => {
  const amounts = [
    fineYuan > 0 ? `罚款${fineYuan}元` : '',
    confiscatedYuan > 0 ? `没收${confiscatedYuan}元` : '',
  ].filter((text) => text !== '')
  return redacted([violation, kinds.join('、'), ...amounts].join('；'))
}

const publicised = (penalty: PenaltyDecided, typeCode: string): NewEvent => {
  const from = addWorkingDays(penalty.decidedOn, PUBLICISE_WORKING_DAYS)
  const subject = formOf(typeCode) === 'sole-trader' ? 'person' : 'organisation'
  const until = publicUntil(
    {
      kinds: penalty.kinds,
      procedure: penalty.procedure,
      fineYuan: penalty.fineYuan,
      subject,
      restrictionYears: penalty.restrictionYears,
    },
    from,
  )
  return {
    type: 'PenaltyPublicised',
    data: {
      documentNo: penalty.documentNo,
      violation: redacted(penalty.violation),
      summary: summaryOf(penalty),
      penaltyBasis: penalty.basis === null ? null : redacted(penalty.basis),
      kinds: penalty.kinds,
      fineYuan: penalty.fineYuan,
      confiscatedYuan: penalty.confiscatedYuan,
      authority: penalty.authority,
      decidedOn: penalty.decidedOn,
      from,
      until,
    },
    effectiveOn: from,
    basis: publicityBasis(from).map(encodeCitation),
  }
}

const same = (one: PenaltyDecided, other: PenaltyDecided): boolean =>
  (Object.keys(other) as (keyof PenaltyDecided)[]).every(
    (member) => JSON.stringify(one[member]) === JSON.stringify(other[member]),
  )

const unknownPenalty = (documentNo: string, uscc: string): Refusal =>
  refused('unknown-penalty', `There is no decision ${documentNo} against ${uscc}.`)

const decide = (
  command: PenaltyCommand,
  state: Penalties,
  { facts }: Context<Registered>,
): readonly NewEvent[] | Refusal => {
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
    case 'PublicisePenalty': {
      const penalty = state.decided.get(command.data.documentNo)
      if (penalty === undefined) return unknownPenalty(command.data.documentNo, command.data.uscc)
      if (state.publicised.has(penalty.documentNo)) return []
      const [provision] = publicityBasis(penalty.decidedOn).map(encodeCitation)
      const [withdrawal] = withdrawalBasis(penalty.decidedOn).map(encodeCitation)
      if (state.overturned.has(penalty.documentNo))
        return refused('overturned', `${penalty.documentNo} has been overturned: it is not published.`, withdrawal)
      return isPublished(penalty, penalty.decidedOn)
        ? [publicised(penalty, facts.typeCode)]
        : refused('not-public', 'Decisions of the summary procedure, and mere warnings, are not published.', provision)
    }
    case 'RecordPenaltyPerformance': {
      const { uscc, performance } = command.data
      if (!state.decided.has(performance.documentNo)) return unknownPenalty(performance.documentNo, uscc)
      if (state.performed.has(performance.documentNo)) return []
      return [{ type: 'PenaltyPerformed', data: performance, effectiveOn: performance.performedOn, basis: [] }]
    }
    case 'RecordPenaltyOverturning': {
      const { uscc, overturning } = command.data
      if (!state.decided.has(overturning.documentNo)) return unknownPenalty(overturning.documentNo, uscc)
      if (state.overturned.has(overturning.documentNo)) return []
      const basis = withdrawalBasis(overturning.decidedOn).map(encodeCitation)
      return [{ type: 'PenaltyOverturned', data: overturning, effectiveOn: overturning.decidedOn, basis }]
    }
    default:
      return command satisfies never
  }
}

const evolve = (state: Penalties, event: PastEvent): Penalties => {
  switch (event.type) {
    case 'PenaltyDecided': {
      const publicised = new Set(state.publicised)
      publicised.delete(event.data.documentNo)
      return { ...state, decided: new Map(state.decided).set(event.data.documentNo, event.data), publicised }
    }
    case 'PenaltyPublicised':
      return { ...state, publicised: new Set(state.publicised).add(event.data.documentNo) }
    case 'PenaltyPerformed':
      return { ...state, performed: new Set(state.performed).add(event.data.documentNo) }
    case 'PenaltyOverturned':
      return { ...state, overturned: new Set(state.overturned).add(event.data.documentNo) }
    default:
      return state
  }
}

const code = Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })
const text = Type.String({ minLength: 1 })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const penalty = Type.Object({
  documentNo: text,
  violation: text,
  facts: Type.Union([Type.String(), Type.Null()]),
  basis: Type.Union([Type.String(), Type.Null()]),
  kinds: Type.Array(text, { minItems: 1 }),
  fineYuan: Type.Number({ minimum: 0 }),
  confiscatedYuan: Type.Number({ minimum: 0 }),
  procedure: text,
  authority: text,
  decidedOn: day,
  caseId: Type.Union([text, Type.Null()]),
  actEndedOn: Type.Union([day, Type.Null()]),
  heavier: Type.Boolean(),
  restrictionYears: Type.Integer({ minimum: 0 }),
  performed: Type.Boolean(),
})
const performance = Type.Object({ documentNo: text, performedOn: day })
const overturning = Type.Object({
  documentNo: text,
  outcome: Type.Enum(['changed', 'revoked', 'unlawful', 'invalid']),
  by: Type.Enum(['reconsideration', 'court', 'authority']),
  body: text,
  overturningNo: text,
  decidedOn: day,
})

export const penalties: Decider<PenaltyCommand, Penalties, Registered> = {
  aggregate: 'penalties',
  commands: {
    RecordPenalty: Type.Object({ uscc: code, penalty }),
    PublicisePenalty: Type.Object({ uscc: code, documentNo: text }),
    RecordPenaltyPerformance: Type.Object({ uscc: code, performance }),
    RecordPenaltyOverturning: Type.Object({ uscc: code, overturning }),
  },
  subject: ({ data }) => data.uscc,
  initial: { decided: new Map(), publicised: new Set(), performed: new Set(), overturned: new Set() },
  evolve,
  facts: registered,
  decide,
}

export const decider = anyDecider(penalties)
