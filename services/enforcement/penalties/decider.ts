import { dayMember, nullable, oneOf, usccMember, wordsMember } from '@mingjian/codes'
import {
  actsOn,
  aggregate,
  anyDecider,
  type CommandOf,
  type Context,
  decidedOtherwise,
  isStaff,
  type NewEvent,
} from '@mingjian/kernel'
import { encodeCitation, type RegisteredUnderSettings, registeredUnderSettings, settingsFor } from '@mingjian/law'
import type { PenaltyDecided } from '@mingjian/schemas'
import Type from 'typebox'
import { isPublished, publicityBasis, withdrawalBasis } from '../law.ts'
import { notRegistered } from '../refusals.ts'
import { ended, kept, publicised, publicityDay, withdrawn } from './publicity.ts'
import { beforeDecision, notOverturned, notPublic, notYet, overturned, unknownPenalty } from './refusals.ts'
import { awaitsPublicity, evolve, isRecordedSo, noPenalties, type Penalties } from './state.ts'

const act = actsOn<Penalties, RegisteredUnderSettings>()

const uscc = usccMember()
const text = Type.String({ minLength: 1 })
const day = dayMember()
const yuan = Type.Number({ minimum: 0 })
const kinds = Type.Array(text, { minItems: 1 })

const settingsOf = ({ facts, authority }: Context<RegisteredUnderSettings>) => settingsFor(facts.set, authority)

/** A decision of this or another system, as it stands in its document. */
const recordPenalty = act(
  {
    uscc,
    penalty: Type.Object({
      documentNo: text,
      violation: text,
      facts: nullable(Type.String()),
      basis: nullable(Type.String()),
      kinds,
      fineYuan: yuan,
      confiscatedYuan: yuan,
      procedure: text,
      authority: text,
      decidedOn: day,
      caseId: nullable(text),
      actEndedOn: nullable(day),
      heavier: Type.Boolean(),
      restrictionYears: Type.Integer({ minimum: 0 }),
      performed: Type.Boolean(),
      seriousArticle: Type.Optional(nullable(text)),
    }),
  },
  {
    by: 'system',
    decide: ({ uscc, penalty: { seriousArticle = null, ...asked } }, { decided }, { facts }) => {
      if (!facts.known) return notRegistered({ uscc })
      const penalty: PenaltyDecided = { ...asked, seriousArticle }
      const known = decided.get(penalty.documentNo)
      // What a case of this platform decided is not rewritten by another system's copy of it.
      const copied = known !== undefined && known.caseId !== null && penalty.caseId === null
      if (copied || (known !== undefined && isRecordedSo(known, penalty))) return []
      return [{ type: 'PenaltyDecided', data: penalty, effectiveOn: penalty.decidedOn, basis: [] }]
    },
  },
)

/** 处罚信息公示 of a decision that the law wants public; without a day, on the last that both terms of publicity allow. */
const publicisePenalty = act(
  { uscc, documentNo: text, on: Type.Optional(day) },
  {
    decide: ({ uscc, documentNo, on }, state, context) => {
      const penalty = state.decided.get(documentNo)
      if (penalty === undefined) return unknownPenalty({ documentNo, uscc })
      const { decidedOn } = penalty
      const [withdrawal] = withdrawalBasis(decidedOn).map(encodeCitation)
      if (state.overturned.has(documentNo)) return overturned({ documentNo }, withdrawal)
      const [provision] = publicityBasis(decidedOn).map(encodeCitation)
      if (!isPublished(penalty, decidedOn)) return notPublic({}, provision)
      const shown = state.publicity.get(documentNo)
      if (shown !== undefined && !awaitsPublicity(state, penalty))
        return on === undefined || on === shown.from || !isStaff(context)
          ? []
          : decidedOtherwise({ on: shown.from }, provision)
      const from = on ?? publicityDay(decidedOn)
      if (from > context.today) return notYet({ on: from })
      if (from < decidedOn) return beforeDecision({ decidedOn })
      return publicised(penalty, shown, from, context.facts.typeCode, settingsOf(context))
    },
  },
)

/** What is due with an enterprise's publicity by that day: penalties to show, to withdraw, to show no longer. */
const keepPenaltyPublicity = act(
  { uscc, on: day },
  {
    decide: ({ on }, state, context) =>
      on > context.today ? notYet({ on }) : kept(state, on, context.facts.typeCode, settingsOf(context)),
  },
)

/** 撤回公示 of a decision that did not stand. */
const withdrawPenaltyPublicity = act(
  { uscc, documentNo: text, on: day },
  {
    decide: ({ uscc, documentNo, on }, state, { today }) => {
      if (!state.decided.has(documentNo)) return unknownPenalty({ documentNo, uscc })
      const overturning = state.overturned.get(documentNo)
      const [provision] = withdrawalBasis(on).map(encodeCitation)
      if (overturning === undefined) return notOverturned({ documentNo }, provision)
      const shown = state.publicity.get(documentNo)
      if (shown === undefined || shown.over) return []
      return on > today || on < overturning.decidedOn ? notYet({ on }) : withdrawn(overturning, shown, on)
    },
  },
)

/** Credit was restored, or an objection was right: it is shown no longer. */
const recordPenaltyPublicityEnd = act(
  { uscc, documentNo: text, because: oneOf(['restoration', 'objection'], '停止公示的原因'), on: day },
  {
    by: 'system',
    decide: ({ documentNo, because, on }, { publicity }) => {
      const shown = publicity.get(documentNo)
      return shown === undefined || shown.over ? [] : ended(documentNo, shown, because, on)
    },
  },
)

/** The party has done all that the decision asks for. */
const recordPenaltyPerformance = act(
  { uscc, performance: Type.Object({ documentNo: text, performedOn: day }) },
  {
    by: 'system',
    decide: ({ uscc, performance }, { decided, performed }) => {
      const { documentNo, performedOn } = performance
      if (!decided.has(documentNo)) return unknownPenalty({ documentNo, uscc })
      if (performed.has(documentNo)) return []
      return [{ type: 'PenaltyPerformed', data: performance, effectiveOn: performedOn, basis: [] }]
    },
  },
)

/** The decision was revoked, declared unlawful or invalid, or changed to what it imposes now. */
const recordPenaltyOverturning = act(
  {
    uscc,
    overturning: Type.Object({
      documentNo: text,
      outcome: oneOf<string>(['changed', 'revoked', 'unlawful', 'invalid'], '变更、撤销、确认违法、确认无效'),
      by: oneOf<string>(['reconsideration', 'court', 'authority'], '复议机关、人民法院或者原机关'),
      body: wordsMember('who decided so'),
      overturningNo: text,
      decidedOn: day,
    }),
    changedTo: nullable(Type.Object({ kinds, fineYuan: yuan, confiscatedYuan: yuan })),
  },
  {
    by: 'system',
    decide: ({ uscc, overturning, changedTo }, state) => {
      const { documentNo, overturningNo, decidedOn } = overturning
      const known = state.decided.get(documentNo)
      if (known === undefined) return unknownPenalty({ documentNo, uscc })
      if (state.overturned.has(documentNo)) return []
      const basis = withdrawalBasis(decidedOn).map(encodeCitation)
      const fallen: NewEvent = { type: 'PenaltyOverturned', data: overturning, effectiveOn: decidedOn, basis }
      if (changedTo === null) return [fallen]
      const heavier = known.heavier && known.fineYuan === changedTo.fineYuan
      const penalty = { ...known, ...changedTo, heavier, documentNo: overturningNo, decidedOn }
      return [fallen, { type: 'PenaltyDecided', data: penalty, effectiveOn: decidedOn, basis: [] }]
    },
  },
)

const acts = {
  RecordPenalty: recordPenalty,
  PublicisePenalty: publicisePenalty,
  KeepPenaltyPublicity: keepPenaltyPublicity,
  WithdrawPenaltyPublicity: withdrawPenaltyPublicity,
  RecordPenaltyPublicityEnd: recordPenaltyPublicityEnd,
  RecordPenaltyPerformance: recordPenaltyPerformance,
  RecordPenaltyOverturning: recordPenaltyOverturning,
}
export type PenaltyCommand = CommandOf<typeof acts>

export const penalties = aggregate({
  aggregate: 'penalties',
  acts,
  subject: ({ data }) => data.uscc,
  initial: noPenalties,
  evolve,
  facts: registeredUnderSettings,
})

export const decider = anyDecider(penalties)
