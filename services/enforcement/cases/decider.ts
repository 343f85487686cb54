import { aggregate, anyDecider, type CommandOf } from '@mingjian/kernel'
import { closing } from './closing.ts'
import { contest } from './contest.ts'
import { decision } from './decision.ts'
import { caseFacts } from './facts.ts'
import { filing } from './filing.ts'
import { hearing } from './hearing.ts'
import { investigation } from './investigation.ts'
import { performance } from './performance.ts'
import { referral } from './referral.ts'
import { review } from './review.ts'
import { evolve, noCase } from './state.ts'
import { summary } from './summary.ts'

/** Every step of the penalty procedure, in the order in which a case takes them. */
const acts = {
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
export type CaseCommand = CommandOf<typeof acts>

export const cases = aggregate({
  aggregate: 'case',
  acts,
  subject: ({ data }) => data.caseId,
  initial: noCase,
  evolve,
  facts: caseFacts,
})

export const decider = anyDecider(cases)
