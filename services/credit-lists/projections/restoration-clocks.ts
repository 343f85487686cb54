import type { CivilDate, DutyClock, Projection, RecordedEvent } from '@mingjian/kernel'

/** Applications for restoration of credit that wait for the authority. */
export interface RestorationClocks {
  readonly waiting: Readonly<Record<string, DutyClock>>
  readonly clocks: readonly DutyClock[]
}

const next = (waiting: RestorationClocks['waiting']): RestorationClocks => ({ waiting, clocks: Object.values(waiting) })

const evolve = (before: RestorationClocks | undefined, event: RecordedEvent): RestorationClocks | undefined => {
  const waiting = before?.waiting ?? {}
  const due = (application: number, what: string, by: CivilDate): RestorationClocks =>
    next({ ...waiting, [application]: { what, who: event.authority, by, basis: event.basis[0] ?? '' } })
  switch (event.type) {
    case 'RestorationApplied':
      return due(event.data.application, '决定是否受理信用修复申请', event.data.acceptBy)
    case 'RestorationAccepted':
      return due(event.data.application, '决定是否准予信用修复', event.data.decideBy)
    case 'RestorationDeclined':
    case 'RestorationGranted':
    case 'RestorationRefused': {
      const { [event.data.application]: _, ...others } = waiting
      return next(others)
    }
    default:
      return before
  }
}

export const restorationClocks: Projection<RestorationClocks> = {
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
