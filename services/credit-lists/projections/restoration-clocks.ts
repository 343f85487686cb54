import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { done, type Waiting, waitingFor } from './waiting.ts'

const evolve = (before: Waiting | undefined, event: RecordedEvent): Waiting | undefined => {
  switch (event.type) {
    case 'RestorationApplied':
      return waitingFor(before, event.data.application, event, '决定是否受理信用修复申请', event.data.acceptBy)
    case 'RestorationAccepted':
      return waitingFor(before, event.data.application, event, '决定是否准予信用修复', event.data.decideBy)
    case 'RestorationDeclined':
    case 'RestorationGranted':
    case 'RestorationRefused':
      return done(before, event.data.application)
    default:
      return before
  }
}

/** Applications for restoration of credit that wait for the authority. */
export const restorationClocks: Projection<Waiting> = {
  name: 'restoration_clocks',
  version: 1,
  events: [
    'RestorationApplied',
    'RestorationAccepted',
    'RestorationDeclined',
    'RestorationGranted',
    'RestorationRefused',
  ],
  evolve,
  columns: {},
  row: () => ({}),
  indexes: [],
}
