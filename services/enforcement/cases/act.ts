import { type CivilDate, dayMember, usccMember } from '@mingjian/codes'
import { type Context, type Refusal, refused } from '@mingjian/kernel'
import Type, { type Static, type TObject, type TProperties } from 'typebox'
import { provisionOn, provisions } from '../law/case.ts'
import type { Outcome, Step } from '../step.ts'
import { type CaseFacts, unfitness } from './facts.ts'
import type { Case } from './state.ts'

/** Every act names the case, the party as the document does, and its day. */
export interface Named {
  readonly caseId: string
  readonly uscc: string
  readonly on: CivilDate
  readonly officers?: readonly string[]
}

/** One step of the penalty procedure. */
export type Act = Step<Case, CaseFacts>

const named = {
  caseId: Type.String({
    pattern: '^CASE-[0-9A-Za-z-]{1,60}$',
    description: 'CASE- and up to 60 letters, digits and dashes',
  }),
  uscc: usccMember(),
  on: dayMember('the day of the act'),
}

const MESSAGES = {
  'no-certificate': 'is not in the library of inspectors',
  'certificate-expired': 'has no certificate that is valid on that day',
  'not-competent': 'is of another authority',
  'conflict-of-interest': 'has declared an interest in the party and steps back',
} as const

/** Why these people may not act together: each needs a certificate, none an interest, and there are two of them. */
const wrongTeam = (asked: Named, { recused }: Case, { facts, authority }: Context<CaseFacts>): Refusal | undefined => {
  if (asked.officers === undefined) return undefined
  const { uscc: party, on } = asked
  const team = [...new Set(asked.officers)]
  for (const officer of team) {
    const reason = unfitness(officer, facts, { uscc: party, authority, on })
    const provision = reason === 'conflict-of-interest' ? provisions.recusal : provisions.officers
    if (reason !== undefined) return refused(reason, `${officer} ${MESSAGES[reason]}.`, provisionOn(on, provision))
    if (recused.includes(officer))
      return refused('recused', `${officer} has been recused from this case.`, provisionOn(on, provisions.recusal))
  }
  return team.length >= 2
    ? undefined
    : refused('too-few-officers', 'At least two certified officers act together.', provisionOn(on, provisions.officers))
}

/** Why nobody may act in this case against this party, or not these people. */
const unfit = (asked: Named, state: Case, context: Context<CaseFacts>, needsParty: boolean): Refusal | undefined => {
  const { caseId, uscc: party, on } = asked
  if (state.stage !== 'none' && state.uscc !== party)
    return refused('another-party', `Case ${caseId} is not against ${party}.`, provisionOn(on, provisions.decision))
  if (needsParty && context.facts.extinct)
    return refused(
      'party-extinct',
      `${party} exists no longer: the case is terminated.`,
      provisionOn(on, provisions.termination),
    )
  return wrongTeam(asked, state, context)
}

/** `needsParty`: there must be somebody to punish. */
export const act = <P extends TProperties>(
  fields: P,
  {
    needsParty = false,
    decide,
    ...step
  }: Omit<Act, 'data' | 'decide'> & {
    readonly needsParty?: boolean
    readonly decide: (asked: Static<TObject<P>> & Named, state: Case, context: Context<CaseFacts>) => Outcome
  },
): Act => ({
  ...step,
  data: Type.Object({ ...named, ...fields }),
  decide: (asked: Static<TObject<P>> & Named, state, context) =>
    unfit(asked, state, context, needsParty) ?? decide(asked, state, context),
})
