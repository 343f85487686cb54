import type { Command, Reaction } from '@mingjian/kernel'
import type { PenaltyCommand } from '../penalties/decider.ts'

/** What a case decides stands in the record of its party. */
const recordDecision: Reaction = {
  name: 'record-case-decision',
  events: ['CaseDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'CaseDecided') return []
    const { decision, uscc, penaltyBasis, ...decided } = event.data
    const command: PenaltyCommand = {
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
    const command: PenaltyCommand = {
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
    const command: PenaltyCommand = {
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

/** 企业信息公示暂行条例第十八条第一款: the conditions of revocation together are a lead; the licence is revoked by a case, or not. */
const openCaseOfRevocation: Reaction = {
  name: 'open-case-of-revocation',
  events: ['RevocationConditionsMet'],
  react: (event): readonly Command[] => {
    if (event.type !== 'RevocationConditionsMet') return []
    const on = event.effectiveOn
    const years = event.data.years.join('、')
    const violation = `连续未报送${years}年度报告且未改正，通过登记的住所（经营场所）无法取得联系`
    const lead = { source: '监督检查', sourceRef: null, violation, receivedOn: on }
    return [
      {
        type: 'OpenCase',
        data: { caseId: `${event.subject}-R${event.data.years.at(-1)}`, uscc: event.subject, on, ...lead },
      },
    ]
  },
}

export const caseReactions: readonly Reaction[] = [
  recordDecision,
  recordPerformance,
  recordOverturning,
  openCaseOfInspection,
  openCaseOfRevocation,
]
