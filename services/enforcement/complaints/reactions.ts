import type { Command, Reaction } from '@mingjian/kernel'
import { complaintOf } from './facts.ts'

/** 案源: what was reported is verified, and a case may come of it. */
const openCase: Reaction = {
  name: 'open-case-of-lead',
  events: ['LeadHandedOver'],
  react: (event): readonly Command[] => {
    if (event.type !== 'LeadHandedOver') return []
    const { caseId, uscc, violation, receivedOn } = event.data
    const lead = { source: '投诉举报', sourceRef: event.subject, violation, receivedOn }
    return [{ type: 'OpenCase', data: { caseId, uscc, on: event.effectiveOn, ...lead } }]
  },
}

/** 是否立案: decided on the lead, the reporter is to be told. */
const noteFiling: Reaction = {
  name: 'note-filing-of-lead',
  events: ['CaseFiled', 'FilingDeclined'],
  react: (event): readonly Command[] => {
    const complaintId = complaintOf(event.subject)
    if (complaintId === undefined) return []
    const on = event.effectiveOn
    const outcome = { caseId: event.subject, filed: event.type === 'CaseFiled', decidedOn: on }
    return [{ type: 'RecordFilingOutcome', data: { complaintId, on, ...outcome } }]
  },
}

/** Counted for the enterprise: a report when it comes, a complaint when it is accepted. */
const countReport: Reaction = {
  name: 'count-complaint',
  events: ['ComplaintReceived', 'ComplaintAccepted'],
  react: (event): readonly Command[] => {
    if (event.type !== 'ComplaintReceived' && event.type !== 'ComplaintAccepted') return []
    if (event.type === 'ComplaintReceived' && event.data.kind !== '举报') return []
    const kind = event.type === 'ComplaintReceived' ? '举报' : '投诉'
    const data = { uscc: event.data.uscc, complaintId: event.subject, kind, on: event.effectiveOn }
    return [{ type: 'RecordEnterpriseReported', data }]
  },
}

export const complaintReactions: readonly Reaction[] = [openCase, noteFiling, countReport]
