import { dayAfter } from '@mingjian/codes'
import type { Reaction } from '@mingjian/kernel'
import { addWorkingDays } from '@mingjian/law'
import type { InspectionCommand } from './inspections/decider.ts'
import type { VisitCommand } from './visits/decider.ts'

type Following = VisitCommand | InspectionCommand

/** Each object drawn becomes a task of its inspectors, and the enterprise's file says that it was drawn. */
const assignDrawnObjects: Reaction = {
  name: 'assign-drawn-objects',
  events: ['InspectionObjectsDrawn'],
  react: (event): readonly Following[] => {
    if (event.type !== 'InspectionObjectsDrawn') return []
    const { objects, due, ...plan } = event.data
    return objects.flatMap(({ task, uscc, inspectors, unassigned }, at): readonly Following[] => {
      const of = { planId: event.subject, ...plan, items: due[at] ?? plan.items }
      return [
        { type: 'RecordVisit', data: { task, uscc, ...of, inspectors, unassigned, kind: 'random', of: null } },
        { type: 'RecordTaskDrawn', data: { uscc, task, ...of } },
      ]
    })
  },
}

/** What was drawn by a draw that is void is not inspected. */
const releaseVoidedObjects: Reaction = {
  name: 'release-voided-objects',
  events: ['DrawVoided'],
  react: (event): readonly Following[] => {
    if (event.type !== 'DrawVoided') return []
    const why = `抽取作废：${event.data.why}`
    return event.data.released.flatMap(({ task, uscc }): readonly Following[] => [
      { type: 'RecordCancellation', data: { task, why } },
      { type: 'RecordTaskReleased', data: { uscc, task, planId: event.subject, why } },
    ])
  },
}

/** The next in the order of the draw goes instead. */
const reassignVisit: Reaction = {
  name: 'reassign-visit',
  events: ['InspectorReplaced'],
  react: (event): readonly Following[] => {
    if (event.type !== 'InspectorReplaced') return []
    const { task, inspector, replacement, reason } = event.data
    return [{ type: 'RecordReassignment', data: { task, inspector, replacement, reason } }]
  },
}

/** What is shown in the file of the enterprise, or no longer, moves its task on. */
const noteResult: Reaction = {
  name: 'note-inspection-result',
  events: ['InspectionResultPublished', 'InspectionResultWithdrawn'],
  react: (event): readonly Following[] => {
    switch (event.type) {
      case 'InspectionResultPublished': {
        const { task, publishedOn } = event.data
        return [{ type: 'RecordPublication', data: { task, publishedOn, position: event.position } }]
      }
      case 'InspectionResultWithdrawn': {
        const { task, reason } = event.data
        return [{ type: 'RecordResultWithdrawal', data: { task, reason } }]
      }
      default:
        return []
    }
  },
}

/** Working days that a check has which was not planned. */
const CHECK_WITHIN = 20

/** 复查: the same officers check whether the order was carried out, from the day after its last day on. */
const recheckCorrection: Reaction = {
  name: 'recheck-correction',
  events: ['InspectionFollowUpDecided'],
  react: (event): readonly Following[] => {
    if (event.type !== 'InspectionFollowUpDecided' || event.data.kind !== 'recheck') return []
    const { followUp, uscc, itemNos, correctBy, planId, planName, year, departments, inspectors } = event.data
    const from = dayAfter(correctBy ?? event.effectiveOn)
    const command: VisitCommand = {
      type: 'RecordVisit',
      data: {
        ...{ task: `${event.subject}-R${followUp}`, uscc, planId, planName, year, items: itemNos, departments },
        ...{ from, to: addWorkingDays(from, CHECK_WITHIN), inspectors, unassigned: null },
        ...{ kind: 'recheck', of: event.subject },
      },
    }
    return [command]
  },
}

/** 定向检查: a lead that asks for a check becomes a task; who goes is appointed. */
const checkLead: Reaction = {
  name: 'check-lead',
  events: ['DirectedCheckProposed'],
  react: (event): readonly Following[] => {
    if (event.type !== 'DirectedCheckProposed') return []
    const { uscc, violation } = event.data
    const { subject, effectiveOn: from, authority } = event
    const command: VisitCommand = {
      type: 'RecordVisit',
      data: {
        ...{ task: `${subject}-D`, uscc, planId: subject, planName: `定向检查：${violation}` },
        ...{ year: Number(from.slice(0, 4)), items: [], departments: [authority] },
        ...{ from, to: addWorkingDays(from, CHECK_WITHIN), inspectors: [], unassigned: '定向检查，检查人员待指派' },
        ...{ kind: 'directed', of: subject },
      },
    }
    return [command]
  },
}

export const reactions = [
  assignDrawnObjects,
  releaseVoidedObjects,
  reassignVisit,
  noteResult,
  recheckCorrection,
  checkLead,
]
