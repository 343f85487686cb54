import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EventType, eventTypes } from '@mingjian/schemas'
import { describe, expect, test } from 'vitest'
import { event, publicised } from './example-history.ts'
import { publicChange } from './public-change.ts'
import { PUBLIC_EVENTS } from './public-events.ts'

const TODAY = '2026-11-23'
const COMPLAINTS: readonly EventType[] = [
  'ComplaintAccepted',
  'ComplaintDeclined',
  'ComplaintMerged',
  'ComplaintReceived',
  'ComplaintTransferred',
  'ComplaintWithdrawn',
  'DirectedCheckProposed',
  'EnterpriseReported',
  'RiskClassified',
  'FilingOutcomeNoted',
  'LeadHandedOver',
  'MediationAgreed',
  'MediationTerminated',
  'ReporterInformed',
  'RewardDeclined',
  'RewardGranted',
  'TerminationInformed',
]
const CASES: readonly EventType[] = [
  'CaseClosed',
  'CaseDecided',
  'CaseDismissed',
  'CaseFiled',
  'CaseOpened',
  'CasePerformed',
  'CaseReferred',
  'CaseTerminated',
  'CollectiveDiscussionHeld',
  'CorrectionConfirmed',
  'CorrectionFoundLacking',
  'CorrectionOrdered',
  'CrimeSuspected',
  'DecisionContested',
  'DecisionOverturned',
  'DecisionServed',
  'DecisionTermExtended',
  'DecisionUpheld',
  'EnforcementApplied',
  'EnforcementConcluded',
  'EvidenceCollected',
  'EvidencePreregistered',
  'FilingDeclined',
  'FilingTermExtended',
  'HearingArranged',
  'HearingForgone',
  'HearingHeld',
  'HearingRequested',
  'InvestigationConcluded',
  'LegalReviewPassed',
  'LegalReviewRequested',
  'LegalReviewReturned',
  'MeasurePerformed',
  'OfficerRecused',
  'PaymentDeferred',
  'PaymentReceived',
  'PenaltyWaived',
  'PerformanceUrged',
  'PoliceDeclinedCase',
  'PoliceFiledCase',
  'PoliceRefusalChallenged',
  'PreregisteredEvidenceDisposed',
  'PriorNoticeServed',
  'ProcessRecorded',
  'ReferralApproved',
  'ReferralDeclined',
  'SeizedPropertyHandedOver',
  'StatementHeard',
  'TimeExcluded',
]
const PRIVATE: readonly EventType[] = [
  ...CASES,
  ...COMPLAINTS,
  'PenaltyDecided',
  'ObjectionFiled',
  'ObjectionAccepted',
  'ObjectionDeclined',
  'ObjectionUpheld',
  'ObjectionDismissed',
  'ObjectedRecordCorrected',
  'RestorationApplied',
  'RestorationAccepted',
  'RestorationDeclined',
  'RestorationGranted',
  'RestorationRefused',
  'PenaltyPublicityEnded',
  'PenaltyPublicityWithdrawn',
  'PenaltyOverturned',
  'PenaltyPerformed',
  'DisclosureOrdered',
  'DisclosureOrderPerformed',
  'DisclosureOrderExpired',
  'VerificationLetterSent',
  'VerificationLetterSigned',
  'VerificationLetterReturned',
  'EnterpriseFoundUncontactable',
  'FalseInformationFound',
  'AbnormalObjectionFiled',
  'AbnormalObjectionAccepted',
  'AbnormalObjectionRefused',
  'AbnormalObjectionUpheld',
  'AbnormalObjectionDismissed',
  'AbnormalListingReachedThreeYears',
  'RevocationConditionsMet',
  'SeriousViolationRemoved',
  'SeriousViolationRescinded',
  'SeriousListingNotified',
  'SeriousListingStatementReceived',
  'SeriousListingConsented',
  'SeriousListingDropped',
  'SeriousEarlyRemovalApplied',
  'SeriousEarlyRemovalAccepted',
  'SeriousEarlyRemovalDeclined',
  'SeriousEarlyRemovalRefused',
  'InspectorEnrolled',
  'InspectorChanged',
  'InspectorConflictDeclared',
  'InspectorLeaveGranted',
  'InspectorRemoved',
  'InspectionPlanDrafted',
  'InspectionPlanReviewed',
  'InspectionObjectEntered',
  'InspectionObjectRemoved',
  'InspectionObjectsDrawn',
  'VisitAssigned',
  'VisitReassigned',
  'VisitCancelled',
  'VisitInspectorsAppointed',
  'TaskSlipIssued',
  'InspectionNoticeGiven',
  'VisitEntered',
  'VisitEvidenceTaken',
  'VisitItemChecked',
  'VisitSignedByOfficer',
  'VisitSignedByEnterprise',
  'VisitSignatureRefused',
  'VisitCompleted',
  'VisitResultReviewed',
  'InspectionFollowUpDecided',
  'VisitResultPublicised',
  'VisitResultReopened',
  'InspectionResultWithdrawn',
  'RatingCodesPrepared',
  'InspectionRatingsReleased',
  'AnnualReportRecordsBegan',
  'DocumentNumbersIssued',
]
/** Members that lead to a person, or that a reporter may keep to itself. */
const NEVER = ['legalRepresentative', 'facts', 'report', 'phone', 'email', 'actor', 'inspectorId', 'certificateNo']

/** The data of every event ever written, from the contracts. */
const golden = (type: EventType): unknown => {
  const folder = join(import.meta.dirname, '../../schemas/golden')
  const file = readdirSync(folder).find((name) => name.startsWith(`${type}.`))
  if (file === undefined) throw new Error(`no golden record of ${type}`)
  const { records } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { records: readonly { value: object }[] }
  const data = records[0]?.value ?? {}
  if (type === 'LegalSettingSet') return { ...data, value: '{"person":5000}' }
  return type === 'DrawCommitted'
    ? { ...data, plan: '{"id":"p"}' }
    : { ...data, ...('until' in data ? { until: '2030-01-01' } : {}) }
}
const membersOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...membersOf(inner)])
    : []

test('every event there is has been judged: public or not', () => {
  expect([...PUBLIC_EVENTS, ...PRIVATE].sort()).toEqual([...eventTypes].sort())
})

describe('of a public event', () => {
  test.each(PUBLIC_EVENTS)('%s no member leads to a person', (type) => {
    const change = publicChange(event(1, type, golden(type) as never, '2026-01-01'), TODAY)
    expect(change).toBeDefined()
    for (const member of membersOf(change)) expect(NEVER).not.toContain(member)
  })
})

test.each(PRIVATE)('%s is not published', (type) => {
  expect(publicChange(event(1, type, golden(type) as never, '2026-01-01'), TODAY)).toBeUndefined()
})

test('a penalty is told of through the last day of its publicity', () => {
  expect(publicChange(publicised(1, '1号', '2025-11-23', TODAY), TODAY)).toBeDefined()
  expect(publicChange(publicised(1, '1号', '2025-11-22', '2026-11-22'), TODAY)).toBeUndefined()
})
