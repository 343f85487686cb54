import type { CivilDate } from '@mingjian/codes'
import { type EventOf, notBegun, type Progress, progressed } from '@mingjian/kernel'

export type Stage =
  | 'none'
  | 'received'
  /** 受理: being mediated. */
  | 'accepted'
  /** 终止调解: the complainant is to be told. */
  | 'terminated'
  /** 举报: with the investigators; a complaint is mediated meanwhile. */
  | 'handed-over'
  | 'closed'

/** All that later steps need to know of a complaint or report. */
export interface Complaint extends Progress<Stage> {
  readonly authority: string
  readonly kind: string
  readonly uscc: string
  readonly reporterRef: string
  readonly named: boolean
  readonly violation: string
  readonly knewOn: CivilDate | null
  readonly purpose: string | null
  readonly receivedOn: CivilDate
  /** Whether it is with the investigators as a lead, and whether they have decided on it. */
  readonly lead: 'none' | 'handed-over' | 'verified'
  readonly informed: boolean
  readonly reward: 'none' | 'granted' | 'declined'
}

export const noComplaint: Complaint = {
  ...notBegun,
  authority: '',
  kind: '',
  uscc: '',
  reporterRef: '',
  named: false,
  violation: '',
  knewOn: null,
  purpose: null,
  receivedOn: '',
  lead: 'none',
  informed: false,
  reward: 'none',
}

export type ComplaintEvent = EventOf<
  | 'ComplaintReceived'
  | 'ComplaintAccepted'
  | 'MediationTerminated'
  | 'LeadHandedOver'
  | 'DirectedCheckProposed'
  | 'FilingOutcomeNoted'
  | 'ReporterInformed'
  | 'RewardGranted'
  | 'RewardDeclined'
  | 'ComplaintTransferred'
  | 'ComplaintDeclined'
  | 'ComplaintMerged'
  | 'ComplaintWithdrawn'
  | 'MediationAgreed'
  | 'TerminationInformed'
>

const moved = (state: Complaint, event: ComplaintEvent): Complaint => {
  switch (event.type) {
    case 'ComplaintReceived': {
      const { kind, uscc, authority, reporterRef, named, violation, knewOn, purpose, receivedOn } = event.data
      return {
        ...state,
        stage: 'received',
        kind,
        uscc,
        authority,
        reporterRef,
        named,
        violation,
        knewOn,
        purpose,
        receivedOn,
      }
    }
    case 'ComplaintAccepted':
      return { ...state, stage: 'accepted' }
    case 'MediationTerminated':
      return { ...state, stage: 'terminated' }
    case 'LeadHandedOver':
      return { ...state, lead: 'handed-over', stage: state.kind === '举报' ? 'handed-over' : state.stage }
    case 'FilingOutcomeNoted':
      return { ...state, lead: 'verified' }
    case 'ReporterInformed':
      return { ...state, informed: true }
    case 'RewardGranted':
      return { ...state, reward: 'granted' }
    case 'RewardDeclined':
      return { ...state, reward: 'declined' }
    case 'ComplaintTransferred':
    case 'ComplaintDeclined':
    case 'ComplaintMerged':
    case 'ComplaintWithdrawn':
    case 'MediationAgreed':
    case 'TerminationInformed':
      return { ...state, stage: 'closed' }
    case 'DirectedCheckProposed':
      return state
    default:
      event satisfies never
      return state
  }
}

export const evolve = (before: Complaint, event: ComplaintEvent): Complaint =>
  progressed(before, moved(before, event), event)
