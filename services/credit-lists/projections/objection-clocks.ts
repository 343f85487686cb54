import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { done, type Waiting, waitingFor } from './waiting.ts'

const evolve = (before: Waiting | undefined, event: RecordedEvent): Waiting | undefined => {
  switch (event.type) {
    case 'AbnormalObjectionFiled':
      return waitingFor(before, event.data.objection, event, '决定是否受理对列入的异议', event.data.acceptBy)
    case 'AbnormalObjectionAccepted':
      return waitingFor(before, event.data.objection, event, '核实异议并告知结果', event.data.verifyBy)
    case 'AbnormalObjectionRefused':
    case 'AbnormalObjectionUpheld':
    case 'AbnormalObjectionDismissed':
      return done(before, event.data.objection)
    default:
      return before
  }
}

/** Objections to entries that wait for an answer. */
export const objectionClocks: Projection<Waiting> = {
  name: 'abnormal_objection_clocks',
  version: 1,
  events: [
    'AbnormalObjectionFiled',
    'AbnormalObjectionAccepted',
    'AbnormalObjectionRefused',
    'AbnormalObjectionUpheld',
    'AbnormalObjectionDismissed',
  ],
  evolve,
  columns: {},
  row: () => ({}),
  indexes: [],
}
