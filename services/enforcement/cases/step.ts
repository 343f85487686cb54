import { type CivilDate, dayMember, nullable, usccMember } from '@mingjian/codes'
import {
  type Context,
  type NewEvent,
  type PastEvent,
  procedure,
  type Refusal,
  type Step,
  saysTheSame,
} from '@mingjian/kernel'
import type { Provision } from '@mingjian/law'
import Type, { type Static, type TObject, type TProperties } from 'typebox'
import { ofAnother } from '../competence.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { type CaseFacts, unfitness } from './facts.ts'
import { anotherParty, extinct, recusedOfficer, tooFewOfficers, UNFIT, unknown } from './refusals.ts'
import type { Case, CaseEvent } from './state.ts'

/** Every act names the case, the party as the document does, and its day. */
const named = {
  caseId: Type.String({
    pattern: '^CASE-[0-9A-Za-z-]{1,60}$',
    description: 'CASE- and up to 60 letters, digits and dashes',
  }),
  uscc: usccMember(),
  on: dayMember('the day of the act'),
}

/** 执法人员: at least two, whose certificates are looked up in the library of inspectors. */
export const officers = {
  officers: Type.Array(Type.String({ minLength: 1 }), {
    minItems: 1,
    description: '执法人员, ids of the library of inspectors',
  }),
}

/** 列入严重违法失信名单 is told and decided together with the penalty (失信名单办法第十三条); the case says which ground, the list decides. */
export const seriousArticle = Type.Optional(
  nullable(Type.String({ minLength: 1, maxLength: 4, description: 'article of the rule with the ground' })),
)

type Named = Static<TObject<typeof named>>
type CaseStep<D> = Step<D, Case, CaseFacts, Provision>

/** A step of the penalty procedure (行政处罚程序规定). */
const penaltyStep = procedure<Case, Case, CaseFacts, Provision>()({
  named,
  matter: (_, state) => state,
  day: ({ on }) => on,
  stages: {
    none: { zh: '尚无案源', en: 'not opened' },
    lead: { zh: '案源核查', en: 'a lead' },
    filed: { zh: '立案调查', en: 'filed' },
    concluded: { zh: '调查终结', en: 'concluded' },
    noticed: { zh: '已告知', en: 'noticed' },
    decided: { zh: '已决定', en: 'decided' },
    served: { zh: '已送达', en: 'served' },
    ended: { zh: '待结案', en: 'ended' },
    closed: { zh: '已结案', en: 'closed' },
  },
  cite: provisionOn,
  unknown: ({ caseId }, provision) => unknown({ caseId }, provision),
  closedTo: (asked, state, context) => {
    const { caseId, uscc, on } = asked
    return (
      ofAnother(asked, state, context) ??
      (state.stage === 'none' || state.uscc === uscc
        ? undefined
        : anotherParty({ caseId, uscc }, provisionOn(on, provisions.decision)))
    )
  },
})

/** Why these people may not act together: each needs a certificate, none an interest, and there are two of them. */
const wrongTeam = (
  { uscc, on }: Named,
  team: readonly string[],
  { recused }: Case,
  { facts, authority }: Context<CaseFacts>,
): Refusal | undefined => {
  for (const officer of team) {
    const reason = unfitness(officer, facts, { uscc, authority, on })
    const provision = reason === 'conflict-of-interest' ? provisions.recusal : provisions.officers
    if (reason !== undefined) return UNFIT[reason]({ officer }, provisionOn(on, provision))
    if (recused.includes(officer)) return recusedOfficer({ officer }, provisionOn(on, provisions.recusal))
  }
  return team.length >= 2 ? undefined : tooFewOfficers({}, provisionOn(on, provisions.officers))
}

/** `needsParty`: there must be somebody to punish. Officers, where a step names them, must be fit to act together. */
export const step = <P extends TProperties>(
  fields: P,
  {
    needsParty = false,
    decide,
    ...rules
  }: CaseStep<Static<TObject<typeof named & P>>> & { readonly needsParty?: boolean },
) =>
  penaltyStep(fields, {
    ...rules,
    decide: (asked, state, context) => {
      const acting = asked as Named & { readonly officers?: readonly string[] }
      const { uscc, on, officers: team } = acting
      if (needsParty && context.facts.extinct) return extinct({ uscc }, provisionOn(on, provisions.termination))
      const unfit = team === undefined ? undefined : wrongTeam(acting, [...new Set(team)], state, context)
      return unfit ?? decide(asked, state, context)
    },
  })

/** The last entry of its kind with that member: for what a case may have many of. */
export const entered =
  <N extends string>(type: CaseEvent['type'], member: N) =>
  ({ entries }: Case, asked: { readonly [M in N]: string }): PastEvent | undefined =>
    entries.findLast(
      (event) =>
        event.type === type && (event.data as object as Readonly<Record<string, unknown>>)[member] === asked[member],
    )

/** Whether that was recorded on that day. */
export const isSaid = (
  { type, data }: Pick<NewEvent, 'type'> & { readonly data: object },
  on: CivilDate,
  recorded: PastEvent,
): boolean =>
  recorded.type === type &&
  recorded.effectiveOn === on &&
  saysTheSame(data as Readonly<Record<string, unknown>>, recorded)

/** The same where the listing of the party may be left unsaid. */
export const samePenalty = (
  asked: { readonly on: CivilDate; readonly seriousArticle?: string | null },
  recorded: PastEvent,
): boolean => isSaid({ type: recorded.type, data: { seriousArticle: null, ...asked } }, asked.on, recorded)
