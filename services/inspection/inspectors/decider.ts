import { anyDecider, type Command, type Decider, type NewEvent, noFacts, type PastEvent } from '@mingjian/kernel'
import type { InspectorEnrolled } from '@mingjian/schemas'
import Type from 'typebox'

/** Enters a person in the library of inspectors 执法检查人员名录库, or brings the entry into line. */
export type RecordInspector = Command<'RecordInspector', InspectorEnrolled>

interface Library {
  readonly inspector: InspectorEnrolled | undefined
}

const text = Type.String({ minLength: 1 })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const inspectors: Decider<RecordInspector, Library> = {
  aggregate: 'inspector',
  commands: {
    RecordInspector: Type.Object({
      inspectorId: text,
      department: text,
      certificateNo: text,
      validFrom: day,
      validUntil: day,
      specialities: Type.Array(text),
      conflicts: Type.Array(text),
    }),
  },
  subject: ({ data }) => data.inspectorId,
  initial: { inspector: undefined },
  evolve: (state, event: PastEvent) =>
    event.type === 'InspectorEnrolled' || event.type === 'InspectorChanged' ? { inspector: event.data } : state,
  facts: noFacts,
  decide: ({ data }, { inspector }, { today }): readonly NewEvent[] => {
    if (inspector === undefined) return [{ type: 'InspectorEnrolled', data, effectiveOn: today, basis: [] }]
    const same = (Object.keys(data) as (keyof InspectorEnrolled)[]).every(
      (member) => JSON.stringify(inspector[member]) === JSON.stringify(data[member]),
    )
    return same ? [] : [{ type: 'InspectorChanged', data, effectiveOn: today, basis: [] }]
  },
}

export const decider = anyDecider(inspectors)
