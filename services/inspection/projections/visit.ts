import { clocksAfter, type DutyClock, type Projection } from '@mingjian/kernel'
import { noVisit, type Visit, type VisitEvent, visitAfter } from '../visits/state.ts'

/** A task with its clocks, as its officers and those who review it see it. Internal. */
export interface VisitTask extends Visit {
  readonly task: string
  readonly uscc: string
  readonly authority: string
  readonly clocks: readonly DutyClock[]
}

/** The tasks of inspection. */
export const visit: Projection<VisitTask> = {
  name: 'visit',
  version: 3,
  events: [
    'VisitAssigned',
    'VisitReassigned',
    'VisitInspectorsAppointed',
    'VisitCancelled',
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
  ],
  evolve: (before, event) => {
    const after = visitAfter(before ?? noVisit, event as VisitEvent)
    const clocks = clocksAfter(before?.clocks ?? [], event)
    const { subject: task } = event
    return { ...after, task, uscc: after.assigned?.uscc ?? '', authority: before?.authority ?? event.authority, clocks }
  },
  columns: {
    ...{ stage: 'text not null', code: 'text', inspectors: 'text[] not null', uscc: 'text not null' },
    ...{ due_on: 'date', authority: 'text not null', plan_id: 'text not null', plan_name: 'text not null' },
    ...{ last_day: 'text not null', open: 'boolean not null' },
  },
  row: ({ stage, code, inspectors, uscc, authority, assigned, completed, clocks }) => ({
    ...{
      stage,
      code,
      inspectors,
      uscc,
      authority,
      plan_id: assigned?.planId ?? '',
      plan_name: assigned?.planName ?? '',
    },
    last_day: assigned?.to ?? '',
    open: stage !== 'cancelled' && completed === null,
    due_on: clocks.map(({ by }) => by).sort()[0] ?? null,
  }),
  indexes: ['(code) where code is not null', 'using gin (inspectors)', '(due_on, key) where due_on is not null'],
}
