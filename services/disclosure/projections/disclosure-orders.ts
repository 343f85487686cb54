import { addDays, type CivilDate } from '@mingjian/codes'
import type { DutyClock, Projection, RecordedEvent } from '@mingjian/kernel'

/** Orders against an enterprise that are neither obeyed nor expired. */
export interface RunningOrders {
  readonly running: readonly {
    readonly order: number
    readonly information: string
    readonly performBy: CivilDate
    readonly authority: string
    readonly basis: string
  }[]
  readonly clocks: readonly DutyClock[]
}

const PARTY = '当事人'

const withRunning = (running: RunningOrders['running']): RunningOrders => ({
  running,
  clocks: running.map(({ information, performBy, basis }) => ({
    what: `履行责令公示：${information}`,
    who: PARTY,
    by: performBy,
    basis,
  })),
})

/** The first day after the last one to obey. */
export const expiryOf = ({ running }: RunningOrders): CivilDate | undefined =>
  running
    .map(({ performBy }) => addDays(performBy, 1))
    .sort()
    .at(0)

const evolve = (before: RunningOrders | undefined, event: RecordedEvent): RunningOrders | undefined => {
  const running = before?.running ?? []
  switch (event.type) {
    case 'DisclosureOrdered': {
      const { order, information, performBy } = event.data
      const [basis = ''] = event.basis
      return withRunning([...running, { order, information, performBy, authority: event.authority, basis }])
    }
    case 'DisclosureOrderPerformed':
    case 'DisclosureOrderExpired':
      return withRunning(running.filter(({ order }) => order !== event.data.order))
    default:
      return before
  }
}

export const runningOrders: Projection<RunningOrders> = {
  name: 'running_orders',
  version: 1,
  events: ['DisclosureOrdered', 'DisclosureOrderPerformed', 'DisclosureOrderExpired'],
  evolve,
  columns: { expire_on: 'date' },
  row: (orders) => ({ expire_on: expiryOf(orders) ?? null }),
  indexes: ['(expire_on, key) where expire_on is not null'],
}
