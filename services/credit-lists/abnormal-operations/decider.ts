import { aggregate, anyDecider, type CommandOf } from '@mingjian/kernel'
import { groundFacts } from './ground-facts.ts'
import { history } from './history.ts'
import { listing } from './listing.ts'
import { removal } from './removal.ts'
import { evolve, noEntries } from './state.ts'
import { threeYearActs } from './three-years.ts'

const acts = { ...listing, ...removal, ...threeYearActs, ...history }
export type AbnormalCommand = CommandOf<typeof acts>

export const abnormalOperations = aggregate({
  aggregate: 'abnormal-operations',
  acts,
  subject: ({ data }) => data.uscc,
  initial: noEntries,
  evolve,
  facts: groundFacts,
})

export const decider = anyDecider(abnormalOperations)
