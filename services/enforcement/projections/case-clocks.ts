import { clocksAfter, type DutyClock, type Projection, type RecordedEvent } from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import { PARTY } from '../clocks.ts'

/** Terms that run in one case, complaint or report. */
export interface CaseClocks {
  readonly uscc: string
  readonly clocks: readonly DutyClock[]
}

/** Every event that starts or stops a clock. */
const EVENTS: readonly EventType[] = [
  'CaseOpened',
  'FilingTermExtended',
  'TimeExcluded',
  'CaseFiled',
  'FilingDeclined',
  'EvidencePreregistered',
  'PreregisteredEvidenceDisposed',
  'CorrectionOrdered',
  'CorrectionConfirmed',
  'CorrectionFoundLacking',
  'LegalReviewRequested',
  'LegalReviewPassed',
  'LegalReviewReturned',
  'PriorNoticeServed',
  'StatementHeard',
  'HearingRequested',
  'HearingForgone',
  'HearingHeld',
  'DecisionTermExtended',
  'CaseDecided',
  'PenaltyWaived',
  'CaseDismissed',
  'DecisionServed',
  'PaymentDeferred',
  'CasePerformed',
  'PerformanceUrged',
  'EnforcementApplied',
  'DecisionContested',
  'DecisionUpheld',
  'DecisionOverturned',
  'CrimeSuspected',
  'ReferralApproved',
  'ReferralDeclined',
  'CaseReferred',
  'PoliceFiledCase',
  'PoliceDeclinedCase',
  'PoliceRefusalChallenged',
  'SeizedPropertyHandedOver',
  'CaseTerminated',
  'CaseClosed',
  'ComplaintReceived',
  'ComplaintTransferred',
  'ComplaintAccepted',
  'ComplaintDeclined',
  'ComplaintMerged',
  'ComplaintWithdrawn',
  'MediationAgreed',
  'MediationTerminated',
  'TerminationInformed',
  'LeadHandedOver',
  'FilingOutcomeNoted',
  'ReporterInformed',
]

const evolve = (before: CaseClocks | undefined, event: RecordedEvent): CaseClocks => {
  const named = event.type === 'CaseOpened' || event.type === 'ComplaintReceived' ? event.data.uscc : ''
  const uscc = before?.uscc ?? named
  const running = clocksAfter(before?.clocks ?? [], event)
  return { uscc, clocks: running.map((clock) => (clock.who === PARTY ? { ...clock, who: uscc } : clock)) }
}

export const caseClocks: Projection<CaseClocks> = {
  name: 'case_clocks',
  version: 2,
  events: EVENTS,
  evolve,
  columns: { due_on: 'date' },
  row: ({ clocks }) => ({ due_on: clocks.map(({ by }) => by).sort()[0] ?? null }),
  indexes: ['(due_on, key) where due_on is not null'],
}
