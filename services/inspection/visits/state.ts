import { type EventOf, notBegun, type Progress, progressed } from '@mingjian/kernel'
import { canonicalJson, digestHex } from '@mingjian/proofs'
import type {
  InspectionFollowUpDecided,
  SlipItem,
  SlipOfficer,
  VisitAssigned,
  VisitCompleted,
  VisitEvidenceTaken,
  VisitItemChecked,
} from '@mingjian/schemas'

/** `issued` from the task slip to the end of the check, and again where the result is returned or reopened. */
export type Stage = 'none' | 'assigned' | 'issued' | 'completed' | 'passed' | 'publicised' | 'cancelled'

/** The task of an object, from its assignment to the published result. */
export interface Visit {
  readonly stage: Stage
  readonly assigned: VisitAssigned | null
  readonly cancelledWhy: string
  readonly inspectors: readonly string[]
  /** Who took the place of whom. */
  readonly replaced: Readonly<Record<string, string>>
  /** All who were on the team at any time: none of them reviews the result. */
  readonly everyone: readonly string[]
  readonly code: string | null
  readonly items: readonly SlipItem[]
  /** Whom the slip names. */
  readonly team: readonly SlipOfficer[]
  readonly issuedOn: string
  /** 文号 of the slip and of the notice that were given last; empty while there is none. */
  readonly slipNo: string
  readonly noticeNo: string
  /** Items of which the enterprise was told beforehand. */
  readonly noticed: readonly string[]
  readonly entered: { readonly scanned?: string; readonly shown?: string }
  /** The last answer to each item. */
  readonly checked: Readonly<Record<string, VisitItemChecked>>
  readonly evidence: Readonly<Record<string, VisitEvidenceTaken>>
  /** By officer, the record that was signed. */
  readonly signatures: Readonly<Record<string, string>>
  readonly enterprise: { readonly how: 'signed' | 'refused' | 'absent'; readonly recordSha256: string } | null
  readonly completed: VisitCompleted | null
  readonly reviewer: string
  readonly followUps: readonly InspectionFollowUpDecided[]
}

export const noVisit: Visit = {
  stage: 'none',
  assigned: null,
  cancelledWhy: '',
  inspectors: [],
  replaced: {},
  everyone: [],
  code: null,
  items: [],
  team: [],
  issuedOn: '',
  slipNo: '',
  noticeNo: '',
  noticed: [],
  entered: {},
  checked: {},
  evidence: {},
  signatures: {},
  enterprise: null,
  completed: null,
  reviewer: '',
  followUps: [],
}

/** Ids of those whom the slip names, in its order. */
export const namedOn = ({ team }: Pick<Visit, 'team'>): readonly string[] => team.map(({ inspectorId }) => inspectorId)

/** When the officers were there; undefined before. */
export const enteredAt = ({ entered }: Pick<Visit, 'entered'>): string | undefined =>
  [entered.scanned, entered.shown].filter((at) => at !== undefined).sort()[0]

/** 扫码入企 is for checks at the enterprise; papers and pages are checked without. */
export const isOnSite = ({ items }: Pick<Visit, 'items'>): boolean => items.some(({ method }) => method === '实地核查')

/** SHA-256 of what is signed: a later answer or file makes another record, which needs signatures of its own. */
export const recordHash = (visit: Pick<Visit, 'assigned' | 'entered' | 'checked' | 'evidence'>): string =>
  digestHex(
    'sha-256',
    canonicalJson({
      uscc: visit.assigned?.uscc ?? '',
      enteredAt: enteredAt(visit) ?? null,
      items: Object.values(visit.checked).toSorted((a, b) => (a.itemNo < b.itemNo ? -1 : 1)),
      evidence: Object.keys(visit.evidence).toSorted(),
    }),
  )

export type VisitEvent = EventOf<
  | 'VisitAssigned'
  | 'VisitReassigned'
  | 'VisitInspectorsAppointed'
  | 'VisitCancelled'
  | 'TaskSlipIssued'
  | 'InspectionNoticeGiven'
  | 'VisitEntered'
  | 'VisitEvidenceTaken'
  | 'VisitItemChecked'
  | 'VisitSignedByOfficer'
  | 'VisitSignedByEnterprise'
  | 'VisitSignatureRefused'
  | 'VisitCompleted'
  | 'VisitResultReviewed'
  | 'InspectionFollowUpDecided'
  | 'VisitResultPublicised'
  | 'VisitResultReopened'
>

export const visitAfter = (visit: Visit, event: VisitEvent): Visit => {
  switch (event.type) {
    case 'VisitAssigned': {
      const { inspectors } = event.data
      return { ...visit, stage: 'assigned', assigned: event.data, inspectors, everyone: inspectors }
    }
    case 'VisitReassigned': {
      const { inspector, replacement } = event.data
      return {
        ...visit,
        inspectors: visit.inspectors.map((one) => (one === inspector ? replacement : one)),
        replaced: { ...visit.replaced, [inspector]: replacement },
        everyone: [...visit.everyone, replacement],
      }
    }
    case 'VisitInspectorsAppointed': {
      const { inspectors } = event.data
      return { ...visit, inspectors, everyone: [...visit.everyone, ...inspectors] }
    }
    case 'VisitCancelled':
      return { ...visit, stage: 'cancelled', cancelledWhy: event.data.why }
    case 'TaskSlipIssued': {
      const { code, items, team, decision: slipNo } = event.data
      return { ...visit, stage: 'issued', code, items, team, slipNo, issuedOn: event.effectiveOn }
    }
    case 'InspectionNoticeGiven':
      return {
        ...visit,
        noticed: [...new Set([...visit.noticed, ...event.data.items])],
        noticeNo: event.data.decision,
      }
    case 'VisitEntered':
      return { ...visit, entered: { ...visit.entered, [event.data.manner]: event.data.enteredAt } }
    case 'VisitEvidenceTaken':
      return { ...visit, evidence: { ...visit.evidence, [event.data.sha256]: event.data } }
    case 'VisitItemChecked':
      return { ...visit, checked: { ...visit.checked, [event.data.itemNo]: event.data } }
    case 'VisitSignedByOfficer': {
      const { officer, recordSha256 } = event.data
      return { ...visit, signatures: { ...visit.signatures, [officer]: recordSha256 } }
    }
    case 'VisitSignedByEnterprise':
      return { ...visit, enterprise: { how: 'signed', recordSha256: event.data.recordSha256 } }
    case 'VisitSignatureRefused':
      return { ...visit, enterprise: { how: event.data.kind, recordSha256: event.data.recordSha256 } }
    case 'VisitCompleted':
      return { ...visit, stage: 'completed', completed: event.data }
    case 'VisitResultReviewed':
      return { ...visit, stage: event.data.passed ? 'passed' : 'issued', reviewer: event.data.reviewer }
    case 'InspectionFollowUpDecided':
      return { ...visit, followUps: [...visit.followUps, event.data] }
    case 'VisitResultPublicised':
      return { ...visit, stage: 'publicised' }
    case 'VisitResultReopened':
      return { ...visit, stage: 'issued' }
    default:
      event satisfies never
      return visit
  }
}

/** A task as its procedure needs it: with its progress, and the events that are recorded once. */
export interface VisitUnderWay extends Visit, Progress<Stage> {
  /** The entry that the officers recorded. */
  readonly shown: EventOf<'VisitEntered'> | undefined
  /** By hash, the files of evidence. */
  readonly taken: Readonly<Record<string, EventOf<'VisitEvidenceTaken'>>>
}
export const notAssignedYet: VisitUnderWay = { ...noVisit, ...notBegun, shown: undefined, taken: {} }

const kept = (visit: VisitUnderWay, event: VisitEvent): Partial<VisitUnderWay> => {
  if (event.type === 'VisitEvidenceTaken') return { taken: { ...visit.taken, [event.data.sha256]: event } }
  return event.type === 'VisitEntered' && event.data.manner === 'shown' ? { shown: event } : {}
}

export const evolve = (before: VisitUnderWay, event: VisitEvent): VisitUnderWay => {
  const moved = { ...before, ...visitAfter(before, event), ...kept(before, event) }
  const after = progressed(before, moved, event)
  // An act done since the slip was issued has its place, even when it is sent after a review.
  return after.stage === 'issued' ? { ...after, stageOn: after.issuedOn } : after
}
