import type { Command, Reaction } from '@mingjian/kernel'
import type { RecordTaskDrawn, RecordTaskReleased } from './inspections/decider.ts'
import type { RecordCancellation, RecordReassignment, RecordVisit } from './visits/decider.ts'

/** Each object drawn becomes a task of its inspectors, and the enterprise's file says that it was drawn. */
const assignDrawnObjects: Reaction = {
  name: 'assign-drawn-objects',
  events: ['InspectionObjectsDrawn'],
  react: (event): readonly Command[] => {
    if (event.type !== 'InspectionObjectsDrawn') return []
    const { objects, due, ...plan } = event.data
    return objects.flatMap(({ task, uscc, inspectors, unassigned }, at) => {
      const of = { planId: event.subject, ...plan, items: due[at] ?? plan.items }
      const visit: RecordVisit = { type: 'RecordVisit', data: { task, uscc, ...of, inspectors, unassigned } }
      const drawn: RecordTaskDrawn = { type: 'RecordTaskDrawn', data: { uscc, task, ...of } }
      return [visit, drawn]
    })
  },
}

/** What was drawn by a draw that is void is not inspected. */
const releaseVoidedObjects: Reaction = {
  name: 'release-voided-objects',
  events: ['DrawVoided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'DrawVoided') return []
    const why = `抽取作废：${event.data.why}`
    return event.data.released.flatMap(({ task, uscc }) => {
      const cancelled: RecordCancellation = { type: 'RecordCancellation', data: { task, why } }
      const released: RecordTaskReleased = {
        type: 'RecordTaskReleased',
        data: { uscc, task, planId: event.subject, why },
      }
      return [cancelled, released]
    })
  },
}

/** The next in the order of the draw goes instead. */
const reassignVisit: Reaction = {
  name: 'reassign-visit',
  events: ['InspectorReplaced'],
  react: (event): readonly Command[] => {
    if (event.type !== 'InspectorReplaced') return []
    const { task, inspector, replacement, reason } = event.data
    const command: RecordReassignment = { type: 'RecordReassignment', data: { task, inspector, replacement, reason } }
    return [command]
  },
}

export const reactions = [assignDrawnObjects, releaseVoidedObjects, reassignVisit]
