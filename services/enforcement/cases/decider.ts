import { anyDecider, type Command, type Context, type Decider, declared } from '@mingjian/kernel'
import type { TSchema } from 'typebox'
import { type Outcome, take } from '../step.ts'
import type { Act, Named } from './act.ts'
import { closing } from './closing.ts'
import { contest } from './contest.ts'
import { decision } from './decision.ts'
import { type CaseFacts, caseFacts } from './facts.ts'
import { filing } from './filing.ts'
import { hearing } from './hearing.ts'
import { investigation } from './investigation.ts'
import { performance } from './performance.ts'
import { referral } from './referral.ts'
import { review } from './review.ts'
import { type Case, evolve, noCase } from './state.ts'
import { summary } from './summary.ts'

/** Every step of the penalty procedure, in the order in which a case takes them. */
const ACTS = {
  ...filing,
  ...investigation,
  ...hearing,
  ...review,
  ...decision,
  ...summary,
  ...performance,
  ...contest,
  ...referral,
  ...closing,
}
export type ActName = keyof typeof ACTS
export type CaseCommand = Command<ActName, Named>

const decide = ({ type, data }: CaseCommand, state: Case, context: Context<CaseFacts>): Outcome =>
  take(ACTS[type], data, state, context)

export const cases: Decider<CaseCommand, Case, CaseFacts> = {
  aggregate: 'case',
  acts: declared(
    Object.fromEntries(Object.entries<Act>(ACTS).map(([name, { data }]) => [name, data])) as {
      readonly [T in ActName]: TSchema
    },
  ),
  subject: ({ data }) => data.caseId,
  initial: noCase,
  evolve,
  facts: caseFacts,
  decide,
}

export const decider = anyDecider(cases)
