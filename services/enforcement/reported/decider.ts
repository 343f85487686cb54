import { type CivilDate, dayMember, oneOf, usccMember } from '@mingjian/codes'
import { anyDecider, type Command, type Decider, declared, noFacts } from '@mingjian/kernel'
import Type from 'typebox'

/** A complaint that was accepted, or a report that came, about an enterprise. */
export type RecordEnterpriseReported = Command<
  'RecordEnterpriseReported',
  { readonly uscc: string; readonly complaintId: string; readonly kind: string; readonly on: CivilDate }
>

const KINDS = ['投诉', '举报'] as const

/** How often an enterprise is complained of: stream `USCC/complaints`, without who complained. */
export const reported: Decider<RecordEnterpriseReported, readonly string[]> = {
  aggregate: 'complaints',
  acts: declared({
    RecordEnterpriseReported: Type.Object({
      uscc: usccMember(),
      complaintId: Type.String({ minLength: 1 }),
      kind: oneOf(KINDS, 'what it is'),
      on: dayMember('when'),
    }),
  }),
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve: (known, event) => (event.type === 'EnterpriseReported' ? [...known, event.data.complaintId] : known),
  facts: noFacts,
  decide: ({ data: { complaintId, kind, on } }, known) =>
    known.includes(complaintId)
      ? []
      : [{ type: 'EnterpriseReported', data: { complaintId, kind }, effectiveOn: on, basis: [] }],
}

export const decider = anyDecider(reported)
