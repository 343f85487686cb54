import { aggregate, anyDecider, type CommandOf, noFacts } from '@mingjian/kernel'
import { ceremony } from './ceremony.ts'
import { opening } from './opening.ts'
import { AGGREGATE } from './past.ts'
import { recordRehearsal } from './rehearsal.ts'
import { evolve, initial } from './state.ts'

const acts = { ...opening, ...ceremony, RecordRehearsal: recordRehearsal }
export type DrawCommand = CommandOf<typeof acts>

export const draws = aggregate({
  aggregate: AGGREGATE,
  acts,
  subject: ({ data }) => data.planId,
  initial,
  evolve,
  facts: noFacts,
})

export const decider = anyDecider(draws)
