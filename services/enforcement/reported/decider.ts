import { dayMember, oneOf, usccMember, wordsMember } from '@mingjian/codes'
import { actsOn, aggregate, anyDecider, type EventOf, noFacts } from '@mingjian/kernel'

/** A complaint that was accepted, or a report that came, about an enterprise. */
const recordEnterpriseReported = actsOn<readonly string[]>()(
  {
    uscc: usccMember(),
    complaintId: wordsMember('the complaint or report'),
    kind: oneOf(['投诉', '举报'], 'what it is'),
    on: dayMember('when'),
  },
  {
    by: 'system',
    decide: ({ complaintId, kind, on }, known) =>
      known.includes(complaintId)
        ? []
        : [{ type: 'EnterpriseReported', data: { complaintId, kind }, effectiveOn: on, basis: [] }],
  },
)

/** How often an enterprise is complained of: stream `USCC/complaints`, without who complained. */
export const reported = aggregate({
  aggregate: 'complaints',
  acts: { RecordEnterpriseReported: recordEnterpriseReported },
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve: (known: readonly string[], { data }: EventOf<'EnterpriseReported'>) => [...known, data.complaintId],
  facts: noFacts,
})

export const decider = anyDecider(reported)
