import type { CivilDate } from '@mingjian/codes'
import { type EventOf, notBegun, type Progress, progressed } from '@mingjian/kernel'
import type { Instalment } from '@mingjian/schemas'
import { type AfterDecision, evolveAfterDecision } from './state-after-decision.ts'

/** How far a case has come. */
export type Stage =
  | 'none'
  /** 案源: a lead is being verified. */
  | 'lead'
  /** 立案: under investigation. */
  | 'filed'
  /** 调查终结 */
  | 'concluded'
  /** 已告知 */
  | 'noticed'
  /** 已决定 */
  | 'decided'
  /** 已送达, to be performed */
  | 'served'
  /** Nothing more is owed: to be closed. */
  | 'ended'
  | 'closed'

export interface Sanction {
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
}

export interface Conclusion extends Sanction {
  readonly proposal: string
  readonly violation: string
  readonly majorPublicInterest: boolean
  readonly complex: boolean
}

export interface Notice extends Sanction {
  readonly hearingOffered: boolean
  readonly answerBy: CivilDate
  readonly seriousArticle: string | null
}

export interface Decision extends Sanction {
  readonly documentNo: string
  readonly procedure: string
  readonly decidedOn: CivilDate
}

export interface Remedies {
  readonly reconsiderationBy: CivilDate
  readonly litigationBy: CivilDate
}

export interface Payment {
  readonly receiptNo: string
  readonly on: CivilDate
  readonly fineYuan: number
  readonly confiscatedYuan: number
  readonly surchargeYuan: number
}

/** A time in which no surcharge runs 行政处罚法第七十三条第三款; to the end while it is open. */
export interface Suspension {
  readonly from: CivilDate
  readonly to: CivilDate | null
}

/** All that later acts of a case need to know of earlier ones. */
export interface Case extends Progress<Stage> {
  /** All that was entered so far, for what a case may have many of. */
  readonly entries: readonly CaseEvent[]
  readonly authority: string
  readonly uscc: string
  readonly receivedOn: CivilDate
  readonly actEndedOn: CivilDate
  readonly filedOn: CivilDate
  /** Days that don't count in the term that runs, and the last such time. */
  readonly excludedDays: number
  /** 延长的天数: by the head, once, and by collective discussion. */
  readonly extended: { readonly head: boolean; readonly collectiveDays: number }
  readonly excludedUntil: CivilDate
  /** Everybody who has taken part in the investigation. */
  readonly investigators: readonly string[]
  readonly recused: readonly string[]
  /** SHA-256 of evidence and records. */
  readonly files: readonly string[]
  readonly preregistered: readonly string[]
  readonly correction: 'none' | 'ordered' | 'followed' | 'lacking'
  readonly conclusion: Conclusion | null
  readonly review: 'none' | 'requested' | 'passed' | 'returned'
  readonly notice: Notice | null
  readonly statements: readonly string[]
  readonly hearing: 'none' | 'requested' | 'arranged' | 'held' | 'forgone'
  readonly hearingOn: CivilDate
  readonly chair: string
  readonly discussed: Readonly<Record<string, CivilDate>>
  readonly crime: 'none' | 'suspected' | 'declined' | 'approved' | 'referred' | 'filed' | 'refused'
  readonly approvedAt: string
  readonly decision: Decision | null
  readonly overturned: boolean
  readonly remedies: Remedies | null
  readonly dues: readonly Instalment[]
  readonly payments: readonly Payment[]
  readonly measures: readonly string[]
  readonly suspensions: readonly Suspension[]
  readonly contest: 'none' | 'reconsideration' | 'court'
  readonly enforcement: 'none' | 'applied' | 'concluded'
}

export const noCase: Case = {
  ...notBegun,
  entries: [],
  authority: '',
  uscc: '',
  receivedOn: '',
  actEndedOn: '',
  filedOn: '',
  excludedDays: 0,
  extended: { head: false, collectiveDays: 0 },
  excludedUntil: '',
  investigators: [],
  recused: [],
  files: [],
  preregistered: [],
  correction: 'none',
  conclusion: null,
  review: 'none',
  notice: null,
  statements: [],
  hearing: 'none',
  hearingOn: '',
  chair: '',
  discussed: {},
  crime: 'none',
  approvedAt: '',
  decision: null,
  overturned: false,
  remedies: null,
  dues: [],
  payments: [],
  measures: [],
  suspensions: [],
  contest: 'none',
  enforcement: 'none',
}

const also = (known: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...known, ...more])]

type BeforeDecision = EventOf<
  | 'CaseOpened'
  | 'FilingTermExtended'
  | 'TimeExcluded'
  | 'CaseFiled'
  | 'FilingDeclined'
  | 'CaseTerminated'
  | 'CaseClosed'
  | 'OfficerRecused'
  | 'EvidenceCollected'
  | 'ProcessRecorded'
  | 'EvidencePreregistered'
  | 'PreregisteredEvidenceDisposed'
  | 'CorrectionOrdered'
  | 'CorrectionConfirmed'
  | 'CorrectionFoundLacking'
  | 'InvestigationConcluded'
  | 'LegalReviewRequested'
  | 'LegalReviewPassed'
  | 'LegalReviewReturned'
  | 'PriorNoticeServed'
  | 'StatementHeard'
  | 'HearingRequested'
  | 'HearingForgone'
  | 'HearingArranged'
  | 'HearingHeld'
  | 'CollectiveDiscussionHeld'
  | 'DecisionTermExtended'
  | 'CrimeSuspected'
  | 'ReferralApproved'
  | 'ReferralDeclined'
  | 'CaseReferred'
  | 'PoliceFiledCase'
  | 'PoliceDeclinedCase'
  | 'PoliceRefusalChallenged'
  | 'SeizedPropertyHandedOver'
>
export type CaseEvent = BeforeDecision | AfterDecision

const moved = (state: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case 'CaseOpened': {
      const { uscc, authority, receivedOn } = event.data
      return { ...state, uscc, authority, receivedOn, stage: 'lead' }
    }
    case 'TimeExcluded':
      return {
        ...state,
        excludedDays: state.excludedDays + event.data.days,
        excludedUntil: event.data.to,
      }
    case 'CaseFiled':
      return {
        ...state,
        stage: 'filed',
        filedOn: event.effectiveOn,
        excludedDays: 0,
        actEndedOn: event.data.actEndedOn,
      }
    case 'FilingDeclined':
    case 'CaseTerminated':
    case 'CaseClosed':
      return { ...state, stage: 'closed' }
    case 'OfficerRecused':
      return { ...state, recused: also(state.recused, [event.data.officer]) }
    case 'EvidenceCollected':
    case 'ProcessRecorded':
      return { ...state, files: also(state.files, [event.data.sha256]) }
    case 'EvidencePreregistered':
      return { ...state, preregistered: also(state.preregistered, [event.data.item]) }
    case 'PreregisteredEvidenceDisposed':
      return { ...state, preregistered: state.preregistered.filter((item) => item !== event.data.item) }
    case 'CorrectionOrdered':
      return { ...state, correction: 'ordered' }
    case 'CorrectionConfirmed':
      return { ...state, correction: 'followed' }
    case 'CorrectionFoundLacking':
      return { ...state, correction: 'lacking' }
    case 'InvestigationConcluded': {
      // A new conclusion needs a review, a notice and a discussion of its own.
      const { 处罚决定: _, ...discussed } = state.discussed
      return { ...state, stage: 'concluded', conclusion: event.data, review: 'none', notice: null, discussed }
    }
    case 'LegalReviewRequested':
      return { ...state, review: 'requested' }
    case 'LegalReviewPassed':
      return { ...state, review: 'passed' }
    case 'LegalReviewReturned':
      return { ...state, review: 'returned', stage: 'filed' }
    case 'PriorNoticeServed':
      return { ...state, stage: 'noticed', notice: event.data, hearing: 'none' }
    case 'StatementHeard':
      return { ...state, statements: also(state.statements, [event.data.statement]) }
    case 'HearingRequested':
      return { ...state, hearing: 'requested' }
    case 'HearingForgone':
      return { ...state, hearing: 'forgone' }
    case 'HearingArranged':
      return { ...state, hearing: 'arranged', hearingOn: event.data.hearingOn, chair: event.data.chair }
    case 'HearingHeld':
      return { ...state, hearing: 'held', excludedDays: state.excludedDays + event.data.excludedDays }
    case 'CollectiveDiscussionHeld':
      return { ...state, discussed: { ...state.discussed, [event.data.about]: event.effectiveOn } }
    case 'DecisionTermExtended': {
      const { head, collectiveDays } = state.extended
      const extended =
        event.data.by === '负责人'
          ? { head: true, collectiveDays }
          : { head, collectiveDays: collectiveDays + event.data.days }
      return { ...state, extended }
    }
    case 'CrimeSuspected':
      return { ...state, crime: 'suspected' }
    case 'ReferralApproved':
      return { ...state, crime: 'approved', approvedAt: event.data.approvedAt }
    case 'ReferralDeclined':
      return { ...state, crime: 'declined' }
    case 'CaseReferred':
      return { ...state, crime: 'referred' }
    case 'PoliceFiledCase':
      return { ...state, crime: 'filed' }
    case 'PoliceDeclinedCase':
      return { ...state, crime: 'refused' }
    case 'FilingTermExtended':
    case 'PoliceRefusalChallenged':
    case 'SeizedPropertyHandedOver':
      return state
    default:
      return evolveAfterDecision(state, event)
  }
}

export const evolve = (before: Case, event: CaseEvent): Case => {
  const investigators =
    'officers' in event.data ? also(before.investigators, event.data.officers) : before.investigators
  const after = { ...moved(before, event), entries: [...before.entries, event], investigators }
  return progressed(before, after, event)
}
