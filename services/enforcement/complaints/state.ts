import type { CivilDate } from '@mingjian/codes'
import { clocksAfter, type PastEvent } from '@mingjian/kernel'
import type { Progress } from '../step.ts'

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
  stage: 'none',
  stageOn: '',
  authority: '',
  clocks: [],
  days: {},
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

const moved = (state: Complaint, event: PastEvent): Complaint => {
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
    default:
      return state
  }
}

export const evolve = (before: Complaint, event: PastEvent): Complaint => {
  const state = moved(before, event)
  return {
    ...state,
    stageOn: state.stage === before.stage ? before.stageOn : event.effectiveOn,
    clocks: clocksAfter(before.clocks, event),
    days: { ...before.days, [event.type]: event.effectiveOn },
  }
}
