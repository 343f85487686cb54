import { aggregate, anyDecider, type CommandOf } from '@mingjian/kernel'
import { complaintFacts } from './facts.ts'
import { intake } from './intake.ts'
import { mediation } from './mediation.ts'
import { reporting } from './reporting.ts'
import { evolve, noComplaint } from './state.ts'

const acts = { ...intake, ...mediation, ...reporting }
export type ComplaintCommand = CommandOf<typeof acts>

export const complaints = aggregate({
  aggregate: 'complaint',
  acts,
  subject: ({ data }) => data.complaintId,
  initial: noComplaint,
  evolve,
  facts: complaintFacts,
})

export const decider = anyDecider(complaints)
