import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { done, type Waiting, waitingFor } from './waiting.ts'

const evolve = (before: Waiting | undefined, event: RecordedEvent): Waiting | undefined => {
  switch (event.type) {
    case 'ObjectionFiled':
      return waitingFor(before, event.data.objection, event, '决定是否受理对公示信息的异议', event.data.acceptBy)
    case 'ObjectionAccepted':
      return waitingFor(before, event.data.objection, event, '核实异议并答复', event.data.verifyBy)
    case 'ObjectionUpheld':
      return waitingFor(before, event.data.objection, event, '更正公示信息', event.data.correctBy)
    case 'ObjectionDeclined':
    case 'ObjectionDismissed':
    case 'ObjectedRecordCorrected':
      return done(before, event.data.objection)
    default:
      return before
  }
}

/** Objections to public records that wait for an answer, or for what was wrong to be put right. */
export const recordObjectionClocks: Projection<Waiting> = {
  name: 'record_objection_clocks',
  version: 1,
  events: [
    'ObjectionFiled',
    'ObjectionAccepted',
    'ObjectionDeclined',
    'ObjectionUpheld',
    'ObjectionDismissed',
    'ObjectedRecordCorrected',
  ],
  evolve,
  columns: {},
  row: () => ({}),
  indexes: [],
}
