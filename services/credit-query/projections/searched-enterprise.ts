import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { REGISTRATION_EVENTS } from '@mingjian/law'
import type { RegisteredItems } from '@mingjian/schemas'
import {
  SEARCH_VERSION,
  type SearchedEnterprise,
  searchColumns,
  searchIndexes,
  searchRow,
} from './enterprise-search.ts'
import { endedBy, entryOf, LIST_EVENTS, type ListEntry } from './list-entries.ts'
import { stateAfter } from './registration-state.ts'

/** By what an enterprise is found; what is shown of it is the enterprise's own document. */
export interface Searched extends SearchedEnterprise {
  /** Decisions in force. */
  readonly open: readonly Pick<ListEntry, 'list' | 'ground' | 'year' | 'listedOn' | 'matter'>[]
}

const facetsOf = ({ name, district, industrySection, industry, typeCode }: RegisteredItems) => ({
  name,
  district,
  industrySection: industrySection ?? '',
  industry: industry ?? '',
  typeCode,
})

const openOf = ({ list, ground, year, listedOn, matter }: ListEntry): Searched['open'][number] => ({
  list,
  ground,
  year,
  listedOn,
  matter,
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
    default: {
      if (before === undefined || !LIST_EVENTS.includes(event.type))
        return before && { ...before, state: stateAfter(before.state, event) }
      const made = entryOf(event)
      if (made !== undefined) return withOpen(before, [...before.open, openOf(made)])
      const ended = endedBy(before.open, event)
      return withOpen(
        before,
        before.open.filter((entry) => !ended.includes(entry)),
      )
    }
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
