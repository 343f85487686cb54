import type { CivilDate } from '@mingjian/codes'
import type { EventOf } from '@mingjian/kernel'
import type { Case } from './state.ts'

/** No surcharge runs from the contest to its outcome. */
const resumed = ({ suspensions }: Case, on: CivilDate): Case['suspensions'] =>
  suspensions.map((suspension) => (suspension.to === null ? { ...suspension, to: on } : suspension))

export type AfterDecision = EventOf<
  | 'CaseDecided'
  | 'PenaltyWaived'
  | 'CaseDismissed'
  | 'CasePerformed'
  | 'DecisionServed'
  | 'PaymentDeferred'
  | 'PaymentReceived'
  | 'MeasurePerformed'
  | 'PerformanceUrged'
  | 'EnforcementApplied'
  | 'EnforcementConcluded'
  | 'DecisionContested'
  | 'DecisionUpheld'
  | 'DecisionOverturned'
>

/** What becomes of a case from its decision on. */
export const evolveAfterDecision = (state: Case, event: AfterDecision): Case => {
  switch (event.type) {
    case 'CaseDecided':
      return {
        ...state,
        stage: 'decided',
        actEndedOn: event.data.actEndedOn,
        decision: { ...event.data, documentNo: event.data.decision },
      }
    case 'PenaltyWaived':
    case 'CaseDismissed':
    case 'CasePerformed':
      return { ...state, stage: 'ended' }
    case 'DecisionServed': {
      const fine = state.decision?.fineYuan ?? 0
      return {
        ...state,
        stage: 'served',
        remedies: event.data,
        dues: fine > 0 ? [{ by: event.data.payBy, yuan: fine }] : [],
      }
    }
    case 'PaymentDeferred':
      return { ...state, dues: event.data.instalments }
    case 'PaymentReceived':
      return { ...state, payments: [...state.payments, { ...event.data, on: event.effectiveOn }] }
    case 'MeasurePerformed':
      return { ...state, measures: [...state.measures, event.data.kind] }
    case 'EnforcementApplied':
      return { ...state, enforcement: 'applied' }
    case 'EnforcementConcluded':
      return { ...state, enforcement: 'concluded', stage: 'ended' }
    case 'DecisionContested':
      return {
        ...state,
        contest: event.data.forum === 'court' ? 'court' : 'reconsideration',
        suspensions: [...state.suspensions, { from: event.effectiveOn, to: null }],
      }
    case 'DecisionUpheld':
      return { ...state, contest: 'none', suspensions: resumed(state, event.effectiveOn) }
    case 'DecisionOverturned': {
      const { outcome, kinds, fineYuan, confiscatedYuan, payBy, overturningNo } = event.data
      const suspensions = resumed(state, event.effectiveOn)
      if (outcome !== 'changed' || state.decision === null)
        return { ...state, contest: 'none', suspensions, overturned: true, stage: 'ended' }
      const decision = { ...state.decision, kinds, fineYuan, confiscatedYuan, documentNo: overturningNo }
      const dues = state.dues.length === 0 || fineYuan === 0 ? [] : [{ by: payBy, yuan: fineYuan }]
      return { ...state, contest: 'none', suspensions, decision, dues }
    }
    case 'PerformanceUrged':
      return state
    default:
      event satisfies never
      return state
  }
}
