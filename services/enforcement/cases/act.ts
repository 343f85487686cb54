import {
  type CivilDate,
  type Context,
  isCivilDate,
  type NewEvent,
  type Provision,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox'
import { provisionOn, provisions } from '../law/case.ts'
import { type CaseFacts, unfitness } from './facts.ts'
import type { Case, Stage } from './state.ts'

export type Outcome = readonly NewEvent[] | Refusal

/** Every act names the case, the party as the document does, and its day. */
export interface Named {
  readonly caseId: string
  readonly uscc: string
  readonly on: CivilDate
  readonly officers?: readonly string[]
}

/** One step of the procedure: when it is lawful, and what follows from it. */
export interface Act {
  readonly data: TSchema
  readonly stages: readonly Stage[]
  /** What gives the step its place in the procedure. */
  readonly under: Provision
  /** The clock after whose last day it comes too late. */
  readonly within?: string
  /** The event of a step that moves the case on: asked for again with the same day, it is so already. */
  readonly once?: EventType
  /** There must be somebody to punish. */
  readonly needsParty?: true
  readonly decide: (asked: never, state: Case, context: Context<CaseFacts>) => Outcome
}

const text = Type.String({ minLength: 1 })
export const words = (description: string) => Type.String({ minLength: 1, description })
export const day = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: `${description}, YYYY-MM-DD` })
export const moment = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T[0-2]\\d:[0-5]\\d$', description: `${description}, YYYY-MM-DDTHH:MM` })
export const yuan = (description: string) => Type.Number({ minimum: 0, maximum: 1e11, description })
export const file = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the file, hex' })
export const oneOf = <T extends string>(words: readonly T[], description: string) =>
  Type.Unsafe<T>(Type.Enum([...words], { description }))

/** 执法人员: at least two, whose certificates are looked up in the library of inspectors. */
export const officers = {
  officers: Type.Array(text, { minItems: 1, description: '执法人员, ids of the library of inspectors' }),
}

const named = {
  caseId: Type.String({
    pattern: '^CASE-[0-9A-Za-z-]{1,60}$',
    description: 'CASE- and up to 60 letters, digits and dashes',
  }),
  uscc: Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', description: '当事人统一社会信用代码' }),
  on: day('the day of the act'),
}

export const act = <P extends TProperties>(
  fields: P,
  definition: Omit<Act, 'data' | 'decide'> & {
    readonly decide: (asked: Static<TObject<P>> & Named, state: Case, context: Context<CaseFacts>) => Outcome
  },
): Act => ({ ...definition, data: Type.Object({ ...named, ...fields }) }) as Act

const MESSAGES = {
  'no-certificate': 'is not in the library of inspectors',
  'certificate-expired': 'has no certificate that is valid on that day',
  'not-competent': 'is of another authority',
  'conflict-of-interest': 'has declared an interest in the party and steps back',
} as const

/** Why these people may not act together: each needs a certificate, none an interest, and there are two of them. */
const wrongTeam = (asked: Named, { recused }: Case, { facts, authority }: Context<CaseFacts>): Refusal | undefined => {
  if (asked.officers === undefined) return undefined
  const { uscc, on } = asked
  const team = [...new Set(asked.officers)]
  for (const officer of team) {
    const reason = unfitness(officer, facts, { uscc, authority, on })
    const provision = reason === 'conflict-of-interest' ? provisions.recusal : provisions.officers
    if (reason !== undefined) return refused(reason, `${officer} ${MESSAGES[reason]}.`, provisionOn(on, provision))
    if (recused.includes(officer))
      return refused('recused', `${officer} has been recused from this case.`, provisionOn(on, provisions.recusal))
  }
  return team.length >= 2
    ? undefined
    : refused('too-few-officers', 'At least two certified officers act together.', provisionOn(on, provisions.officers))
}

/** Why a step can't be taken now, whatever it is. */
const obstacle = (step: Act, asked: Named, state: Case, context: Context<CaseFacts>): Refusal | undefined => {
  const { caseId, uscc, on } = asked
  const under = provisionOn(on, step.under)
  if (!step.stages.includes(state.stage)) {
    return state.stage === 'none'
      ? refused('unknown-case', `There is no case ${caseId}.`, under)
      : refused(
          'out-of-order',
          `The case is ${state.stage}: this step has its place at ${step.stages.join(', ')}.`,
          under,
        )
  }
  if (state.stage !== 'none' && state.uscc !== uscc)
    return refused('another-party', `Case ${caseId} is not against ${uscc}.`, under)
  if (on < state.stageOn)
    return refused('before-its-time', `The case came to its stage on ${state.stageOn} only.`, under)
  if (step.needsParty && context.facts.extinct)
    return refused(
      'party-extinct',
      `${uscc} exists no longer: the case is terminated.`,
      provisionOn(on, provisions.termination),
    )
  const clock = state.clocks.find(({ what }) => what === step.within)
  if (clock !== undefined && on > clock.by)
    return refused('too-late', `${clock.what} was due by ${clock.by}.`, clock.basis)
  return wrongTeam(asked, state, context)
}

/** Takes a step: `[]` when it has been taken already, a refusal when it is not its time or not theirs to take. */
export const take = (step: Act, asked: Named, state: Case, context: Context<CaseFacts>): Outcome => {
  const { on } = asked
  if (!isCivilDate(on)) return refused('no-such-day', `${on} is no day of the calendar.`)
  if (on > context.today) return refused('in-the-future', `An act can't be dated ${on} before that day.`)
  const authority = state.authority || context.authority
  if (authority !== context.authority)
    return refused('not-competent', `The case belongs to ${authority}.`, provisionOn(on, provisions.competence))
  const taken = step.once !== undefined && state.days[step.once] === on && state.uscc === asked.uscc
  if (taken && !step.stages.includes(state.stage)) return []
  return obstacle(step, asked, state, context) ?? step.decide(asked as never, state, context)
}
