import { anyDecider, type Command, type Context, type Decider } from '@mingjian/kernel'
import type { TSchema } from 'typebox'
import { type Outcome, take } from '../step.ts'
import type { ComplaintStep, Named } from './complaint-step.ts'
import { type ComplaintFacts, complaintFacts } from './facts.ts'
import { intake } from './intake.ts'
import { mediation } from './mediation.ts'
import { reporting } from './reporting.ts'
import { type Complaint, evolve, noComplaint } from './state.ts'

const STEPS = { ...intake, ...mediation, ...reporting }
export type ComplaintCommand = Command<keyof typeof STEPS, Named>

const decide = ({ type, data }: ComplaintCommand, state: Complaint, context: Context<ComplaintFacts>): Outcome =>
  take(STEPS[type], data, state, context)

export const complaints: Decider<ComplaintCommand, Complaint, ComplaintFacts> = {
  aggregate: 'complaint',
  commands: Object.fromEntries(Object.entries<ComplaintStep>(STEPS).map(([name, { data }]) => [name, data])) as {
    readonly [T in keyof typeof STEPS]: TSchema
  },
  subject: ({ data }) => data.complaintId,
  initial: noComplaint,
  evolve,
  facts: complaintFacts,
  decide,
}

export const decider = anyDecider(complaints)
