import type { Projection } from '@mingjian/kernel'
import { entriesAfter, LIST_EVENTS, type ListEntry } from './list-entries.ts'

/** Every entry that a subject has or had on a list. */
export interface CreditList {
  readonly entries: readonly ListEntry[]
}

export const creditList: Projection<CreditList> = {
  name: 'credit_list',
  version: 4,
  events: LIST_EVENTS,
  evolve: (before, event) => ({ entries: entriesAfter(before?.entries ?? [], event) }),
  columns: {
    abnormal: 'boolean not null',
    mark: 'boolean not null',
    serious: 'boolean not null',
    first_listed_on: 'date',
  },
  row: ({ entries }) => {
    const open = entries.filter(({ removal }) => removal === null)
    return {
      abnormal: open.some(({ list }) => list === 'abnormal'),
      mark: open.some(({ list }) => list === 'mark'),
      serious: open.some(({ list }) => list === 'serious'),
      first_listed_on:
        open
          .filter(({ list }) => list !== 'serious')
          .map(({ listedOn }) => listedOn)
          .sort()[0] ?? null,
    }
  },
  indexes: [
    '(key) where first_listed_on is not null',
    '(key) where abnormal',
    '(key) where mark',
    '(key) where serious',
  ],
}
