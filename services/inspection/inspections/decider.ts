import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  type NewEvent,
  noFacts,
  type PastEvent,
} from '@mingjian/kernel'
import type { InspectionTaskDrawn, InspectionTaskReleased } from '@mingjian/schemas'
import Type from 'typebox'

// What inspections do to an enterprise. Stream `USCC/inspections`.

export type RecordTaskDrawn = Command<'RecordTaskDrawn', InspectionTaskDrawn & { readonly uscc: string }>
export type RecordTaskReleased = Command<'RecordTaskReleased', InspectionTaskReleased & { readonly uscc: string }>
type InspectionCommand = RecordTaskDrawn | RecordTaskReleased

interface Inspections {
  /** Tasks under way or done. */
  readonly tasks: readonly string[]
}

const decide = (
  { type, data }: InspectionCommand,
  { tasks }: Inspections,
  { today }: Context<undefined>,
): readonly NewEvent[] => {
  const { uscc: _, ...of } = data
  const known = tasks.includes(of.task)
  const act = { effectiveOn: today, basis: [] }
  switch (type) {
    case 'RecordTaskDrawn':
      return known ? [] : [{ type: 'InspectionTaskDrawn', data: of as InspectionTaskDrawn, ...act }]
    case 'RecordTaskReleased':
      return known ? [{ type: 'InspectionTaskReleased', data: of as InspectionTaskReleased, ...act }] : []
    default:
      return type satisfies never
  }
}

const evolve = ({ tasks }: Inspections, event: PastEvent): Inspections => {
  if (event.type === 'InspectionTaskDrawn') return { tasks: [...tasks, event.data.task] }
  if (event.type === 'InspectionTaskReleased') return { tasks: tasks.filter((task) => task !== event.data.task) }
  return { tasks }
}

const text = Type.String()
const texts = Type.Array(text)

export const inspections: Decider<InspectionCommand, Inspections> = {
  aggregate: 'inspections',
  commands: {
    RecordTaskDrawn: Type.Object({
      ...{ uscc: text, task: text, planId: text, planName: text, year: Type.Integer() },
      ...{ items: texts, departments: texts, from: text, to: text },
    }),
    RecordTaskReleased: Type.Object({ uscc: text, task: text, planId: text, why: text }),
  },
  subject: ({ data }) => data.uscc,
  initial: { tasks: [] },
  evolve,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(inspections)
