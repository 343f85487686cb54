import { type Projection, REGISTRATION_EVENTS, type RecordedEvent } from '@mingjian/kernel'
import type { RegisteredItems } from '@mingjian/schemas'
import {
  SEARCH_VERSION,
  type SearchedEnterprise,
  searchColumns,
  searchIndexes,
  searchRow,
} from './enterprise-search.ts'
import { isEnded, LIST_EVENTS, type ListEntry } from './list-entries.ts'
import { stateAfter } from './registration-state.ts'

/** By what an enterprise is found; what is shown of it is the enterprise's own document. */
export interface Searched extends SearchedEnterprise {
  /** Decisions in force. */
  readonly open: readonly Pick<ListEntry, 'list' | 'ground' | 'year' | 'listedOn'>[]
}

const facetsOf = ({ name, district, industrySection, industry, typeCode }: RegisteredItems) => ({
  name,
  district,
  industrySection: industrySection ?? '',
  industry: industry ?? '',
  typeCode,
})

const withOpen = (before: Searched, open: Searched['open']): Searched => ({
  ...before,
  open,
  lists: [...new Set(open.map(({ list }) => list))],
})

const evolve = (before: Searched | undefined, event: RecordedEvent): Searched | undefined => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
    case 'RegistrationChanged': {
      const items = facetsOf(event.data.items)
      const state = stateAfter(before?.state ?? '', event)
      if (before === undefined) return { uscc: event.subject, ...items, state, oldNames: [], lists: [], open: [] }
      const oldNames = [...new Set([...before.oldNames, before.name])].filter((name) => name !== items.name)
      return { ...before, ...items, state, oldNames }
    }
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const { ground, year } = event.data
      const list = event.type === 'AbnormalStateMarked' ? 'mark' : 'abnormal'
      return before && withOpen(before, [...before.open, { list, ground, year, listedOn: event.effectiveOn }])
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded':
      return (
        before &&
        withOpen(
          before,
          before.open.filter((entry) => !isEnded(entry, event)),
        )
      )
    default:
      return before && { ...before, state: stateAfter(before.state, event) }
  }
}

export const searchedEnterprise: Projection<Searched> = {
  name: 'enterprise_search',
  version: SEARCH_VERSION,
  events: [...REGISTRATION_EVENTS, ...LIST_EVENTS],
  evolve,
  columns: searchColumns,
  row: searchRow,
  indexes: searchIndexes,
}
