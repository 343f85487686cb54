import type { Command, Reaction } from '@mingjian/kernel'
import type { RecordPenalty, RecordPenaltyOverturning, RecordPenaltyPerformance } from '../penalties/decider.ts'

/** What a case decides stands in the record of its party. */
const recordDecision: Reaction = {
  name: 'record-case-decision',
  events: ['CaseDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'CaseDecided') return []
    const { decision, uscc, penaltyBasis, ...decided } = event.data
    const command: RecordPenalty = {
      type: 'RecordPenalty',
      data: {
        uscc,
        penalty: {
          documentNo: decision,
          violation: decided.violation,
          facts: decided.facts,
          basis: penaltyBasis,
          kinds: decided.kinds,
          fineYuan: decided.fineYuan,
          confiscatedYuan: decided.confiscatedYuan,
          procedure: decided.procedure,
          authority: event.authority,
          decidedOn: decided.decidedOn,
          caseId: event.subject,
          actEndedOn: decided.actEndedOn,
          heavier: decided.heavier,
          restrictionYears: decided.restrictionYears,
          performed: false,
          seriousArticle: decided.seriousArticle,
        },
      },
    }
    return [command]
  },
}

const recordPerformance: Reaction = {
  name: 'record-case-performance',
  events: ['CasePerformed'],
  react: (event): readonly Command[] => {
    if (event.type !== 'CasePerformed') return []
    const { uscc, documentNo } = event.data
    const command: RecordPenaltyPerformance = {
      type: 'RecordPenaltyPerformance',
      data: { uscc, performance: { documentNo, performedOn: event.effectiveOn } },
    }
    return [command]
  },
}

const recordOverturning: Reaction = {
  name: 'record-case-overturning',
  events: ['DecisionOverturned'],
  react: (event): readonly Command[] => {
    if (event.type !== 'DecisionOverturned') return []
    const { uscc, documentNo, outcome, by, body, overturningNo, kinds, fineYuan, confiscatedYuan } = event.data
    const command: RecordPenaltyOverturning = {
      type: 'RecordPenaltyOverturning',
      data: {
        uscc,
        overturning: { documentNo, outcome, by, body, overturningNo, decidedOn: event.effectiveOn },
        changedTo: outcome === 'changed' ? { kinds, fineYuan, confiscatedYuan } : null,
      },
    }
    return [command]
  },
}

/** 案源：监督检查: what an inspection found and didn't settle becomes the lead of a case. */
const openCaseOfInspection: Reaction = {
  name: 'open-case-of-inspection',
  events: ['InspectionFollowUpDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'InspectionFollowUpDecided' || event.data.kind !== 'case') return []
    const { followUp, uscc, violation } = event.data
    const on = event.effectiveOn
    const lead = { source: '监督检查', sourceRef: event.subject, violation: violation ?? '', receivedOn: on }
    return [{ type: 'OpenCase', data: { caseId: `${event.subject}-C${followUp}`, uscc, on, ...lead } }]
  },
}

export const caseReactions: readonly Reaction[] = [
  recordDecision,
  recordPerformance,
  recordOverturning,
  openCaseOfInspection,
]
