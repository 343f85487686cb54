import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  type NewEvent,
  noFacts,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import type { VisitAssigned, VisitReassigned } from '@mingjian/schemas'
import Type from 'typebox'

// The task of a drawn object: who goes, for which items, in which days. Stream `TASK/visit`.

type OfTask<D> = D & { readonly task: string }
export type RecordVisit = Command<'RecordVisit', OfTask<VisitAssigned>>
export type RecordReassignment = Command<'RecordReassignment', OfTask<VisitReassigned>>
export type RecordCancellation = Command<'RecordCancellation', { readonly task: string; readonly why: string }>
type VisitCommand = RecordVisit | RecordReassignment | RecordCancellation

interface Visit {
  readonly stage: 'none' | 'assigned' | 'cancelled'
  readonly inspectors: readonly string[]
}

const decide = (
  { type, data }: VisitCommand,
  { stage, inspectors }: Visit,
  { today }: Context<undefined>,
): readonly NewEvent[] | Refusal => {
  const act = { effectiveOn: today, basis: [] }
  if (type === 'RecordVisit') {
    const { task: _, ...assigned } = data
    return stage === 'none' ? [{ type: 'VisitAssigned', data: assigned, ...act }] : []
  }
  if (stage === 'none') return refused('unknown-task', `There is no task ${data.task}.`)
  switch (type) {
    case 'RecordReassignment': {
      const { task: _, ...reassigned } = data
      if (!inspectors.includes(reassigned.inspector) || inspectors.includes(reassigned.replacement)) return []
      return [{ type: 'VisitReassigned', data: reassigned, ...act }]
    }
    case 'RecordCancellation':
      return stage === 'cancelled' ? [] : [{ type: 'VisitCancelled', data: { why: data.why }, ...act }]
    default:
      return type satisfies never
  }
}

const evolve = (visit: Visit, event: PastEvent): Visit => {
  switch (event.type) {
    case 'VisitAssigned':
      return { stage: 'assigned', inspectors: event.data.inspectors }
    case 'VisitReassigned': {
      const { inspector, replacement } = event.data
      return { ...visit, inspectors: visit.inspectors.map((one) => (one === inspector ? replacement : one)) }
    }
    case 'VisitCancelled':
      return { ...visit, stage: 'cancelled' }
    default:
      return visit
  }
}

const text = Type.String()
const texts = Type.Array(text)
const task = Type.String({ minLength: 1 })

export const visits: Decider<VisitCommand, Visit> = {
  aggregate: 'visit',
  commands: {
    RecordVisit: Type.Object({
      ...{ task, uscc: text, planId: text, planName: text, year: Type.Integer(), items: texts, departments: texts },
      ...{ from: text, to: text, inspectors: texts, unassigned: Type.Union([text, Type.Null()]) },
    }),
    RecordReassignment: Type.Object({ task, inspector: text, replacement: text, reason: text }),
    RecordCancellation: Type.Object({ task, why: text }),
  },
  subject: ({ data }) => data.task,
  initial: { stage: 'none', inspectors: [] },
  evolve,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(visits)
