import { type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'

/** The case that a report leads to; one id makes the other. */
export const caseOf = (complaintId: string): string => `CASE-${complaintId}`
/** Undefined for a case that no report has led to. */
export const complaintOf = (caseId: string): string | undefined => /^CASE-(COMPLAINT-.+)$/.exec(caseId)?.[1]

/** What steps of a complaint rest on beside it: whom it is about, the penalty that it led to, the one it repeats. */
export interface ComplaintFacts {
  readonly about: Registered
  /** What the penalty of its case comes to, while it stands. */
  readonly penaltyYuan: number | null
  readonly earlier: { readonly uscc: string; readonly violation: string; readonly reporterRef: string } | null
}

interface Asked {
  readonly data: { readonly complaintId: string; readonly uscc?: string; readonly into?: string }
}

const evolve = (facts: ComplaintFacts, event: PastEvent): ComplaintFacts => {
  switch (event.type) {
    case 'CaseDecided':
      return { ...facts, penaltyYuan: event.data.fineYuan + event.data.confiscatedYuan }
    case 'DecisionOverturned': {
      const { outcome, fineYuan, confiscatedYuan } = event.data
      return { ...facts, penaltyYuan: outcome === 'changed' ? fineYuan + confiscatedYuan : null }
    }
    case 'ComplaintReceived': {
      const { uscc, violation, reporterRef } = event.data
      return { ...facts, earlier: { uscc, violation, reporterRef } }
    }
    default:
      return { ...facts, about: registered.evolve(facts.about, event) }
  }
}

export const complaintFacts: Facts<Asked, ComplaintFacts> = {
  streams: ({ data: { complaintId, uscc, into } }) => [
    ...(uscc === undefined ? [] : [streamOf(uscc, 'registration')]),
    ...(into === undefined || into === complaintId ? [] : [streamOf(into, 'complaint')]),
    streamOf(caseOf(complaintId), 'case'),
  ],
  initial: { about: registered.initial, penaltyYuan: null, earlier: null },
  evolve,
}
