import type { Projection, RecordedEvent } from '@mingjian/kernel'
import type { AbnormalGround, RegisteredItems } from '@mingjian/schemas'
import {
  SEARCH_VERSION,
  type SearchedEnterprise,
  searchColumns,
  searchIndexes,
  searchRow,
} from './enterprise-search.ts'
import { LIST_EVENTS } from './list-entries.ts'
import { stateAfter } from './registration-state.ts'

/** By what an enterprise is found; what is shown of it is the enterprise's own document. */
interface Searched extends SearchedEnterprise {
  /** Grounds in force, each as often as it was decided. */
  readonly open: readonly { readonly list: 'abnormal' | 'mark'; readonly ground: AbnormalGround }[]
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
      return before && withOpen(before, [...before.open, { list: 'abnormal', ground: event.data.ground }])
    case 'AbnormalStateMarked':
      return before && withOpen(before, [...before.open, { list: 'mark', ground: event.data.ground }])
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
      return (
        before &&
        withOpen(
          before,
          before.open.filter(({ ground }) => ground !== event.data.ground),
        )
      )
    default:
      return before && { ...before, state: stateAfter(before.state, event) }
  }
}

export const searchedEnterprise: Projection<Searched> = {
  name: 'enterprise_search',
  version: SEARCH_VERSION,
  events: [
    'EnterpriseEstablished',
    'EnterpriseMigratedIn',
    'RegistrationChanged',
    'EnterpriseDeregistered',
    'LicenceRevoked',
    'RegistrationRescinded',
    'EnterpriseMigratedOut',
    ...LIST_EVENTS,
  ],
  evolve,
  columns: searchColumns,
  row: searchRow,
  indexes: searchIndexes,
}
