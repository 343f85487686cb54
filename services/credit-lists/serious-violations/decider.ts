import { aggregate, anyDecider, type CommandOf } from '@mingjian/kernel'
import { earlyRemoval } from './early-removal.ts'
import { ends } from './ends.ts'
import { penaltyFacts } from './facts.ts'
import { listing } from './listing.ts'
import { evolve, type SeriousViolations } from './state.ts'

const acts = { ...listing, ...earlyRemoval, ...ends }
export type SeriousCommand = CommandOf<typeof acts>

const nothing: SeriousViolations = new Map()

export const seriousViolations = aggregate({
  aggregate: 'serious-violations',
  acts,
  subject: ({ data }) => data.uscc,
  initial: nothing,
  evolve,
  facts: penaltyFacts,
})

export const decider = anyDecider(seriousViolations)
