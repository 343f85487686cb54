import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { REGISTRATION_EVENTS } from '@mingjian/law'
import type { RegisteredItems } from '@mingjian/schemas'
import {
  entriesAfter,
  LIST_EVENTS,
  type ListEntry,
  type Listing,
  listingsInForce,
  openEntries,
} from './list-entries.ts'
import { stateAfter } from './registration-state.ts'

/** What `GET /v1/enterprises/{uscc}` answers, member for member: it is sent as it is stored. No person is named in it. */
export interface Enterprise {
  readonly uscc: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly state: string
  readonly type: string
  readonly typeCode: string
  readonly established: CivilDate
  readonly ended: CivilDate | null
  readonly approved: CivilDate | null
  readonly operatingFrom: CivilDate | null
  readonly operatingTo: CivilDate | null
  readonly district: string
  readonly authority: string
  readonly address: string
  readonly capitalWan: number | null
  readonly currency: string
  readonly industrySection: string | null
  readonly industry: string | null
  readonly industryName: string | null
  readonly scope: string | null
  readonly lists: readonly Listing[]
  /** How often it was listed or marked before and has been removed since. */
  readonly removedListings: number
  readonly lastReport: number | null
  readonly position: number
}

const itemsOf = (items: RegisteredItems) => ({
  name: items.name,
  type: items.type,
  typeCode: items.typeCode,
  established: items.establishedOn,
  approved: items.approvedOn,
  operatingFrom: items.operatingFrom,
  operatingTo: items.operatingTo,
  district: items.district,
  authority: items.authority,
  address: items.address,
  capitalWan: items.capitalWan,
  currency: items.currency,
  industrySection: items.industrySection,
  industry: items.industry,
  industryName: items.industryName,
  scope: items.scope,
})

const evolve = (before: Enterprise | undefined, event: RecordedEvent): Enterprise | undefined => {
  const { position, effectiveOn } = event
  if (event.type === 'EnterpriseEstablished' || (event.type === 'EnterpriseMigratedIn' && before === undefined)) {
    return {
      uscc: event.subject,
      ...itemsOf(event.data.items),
      formerNames: [],
      state: '存续',
      ended: null,
      lists: [],
      removedListings: 0,
      lastReport: null,
      position,
    }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'RegistrationChanged':
    case 'EnterpriseMigratedIn': {
      const items = itemsOf(event.data.items)
      const formerNames =
        items.name === before.name
          ? before.formerNames
          : [...new Set([...before.formerNames, before.name])].filter((name) => name !== items.name)
      return {
        ...before,
        ...items,
        formerNames,
        state: stateAfter(before.state, event),
        ended: event.type === 'EnterpriseMigratedIn' ? null : before.ended,
        position,
      }
    }
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
    case 'EnterpriseMigratedOut':
      return { ...before, state: stateAfter(before.state, event), ended: effectiveOn, position }
    case 'AnnualReportSubmitted':
      return { ...before, lastReport: Math.max(before.lastReport ?? 0, event.data.year), position }
    default: {
      if (!LIST_EVENTS.includes(event.type)) return before
      const entries = entriesAfter(openEntries(before.lists), event)
      // What was an error, or is no longer to be shown, counts for nothing.
      const counts = ({ list, removal }: ListEntry): boolean => list !== 'serious' && removal?.kind === 'removed'
      const removed = entries.filter(counts).length
      return { ...before, lists: listingsInForce(entries), removedListings: before.removedListings + removed, position }
    }
  }
}

export const enterprise: Projection<Enterprise> = {
  name: 'enterprise',
  version: 4,
  events: [...REGISTRATION_EVENTS, 'AnnualReportSubmitted', ...LIST_EVENTS],
  evolve,
  columns: { state: 'text collate "C" not null' },
  row: ({ state }) => ({ state }),
  indexes: ['(state)'],
}
