import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import type { InspectionItem } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'

/** 抽查事项 of the list 随机抽查事项清单, with every wording it has had. */
export interface PublicItem extends InspectionItem {
  readonly authority: string
  readonly since: CivilDate
  /** Null while it is in the list. */
  readonly removed: { readonly on: CivilDate; readonly why: string } | null
  readonly basis: readonly Basis[]
  readonly earlier: readonly (InspectionItem & { readonly since: CivilDate })[]
  readonly position: number
}

const evolve = (before: PublicItem | undefined, event: RecordedEvent): PublicItem | undefined => {
  const { effectiveOn, position, authority } = event
  switch (event.type) {
    case 'InspectionItemListed':
    case 'InspectionItemChanged': {
      const { removed: _, basis: __, earlier = [], position: ___, authority: ____, ...item } = before ?? {}
      const wordings = before === undefined ? [] : [...earlier, item as PublicItem['earlier'][number]]
      const of = { authority, since: effectiveOn, removed: null, basis: basisOf(event.basis), position }
      return { ...event.data.item, ...of, earlier: wordings }
    }
    case 'InspectionItemRemoved':
      return before && { ...before, removed: { on: effectiveOn, why: event.data.why }, position }
    default:
      return before
  }
}

export const publicItem: Projection<PublicItem> = {
  name: 'public_item',
  version: 2,
  events: ['InspectionItemListed', 'InspectionItemChanged', 'InspectionItemRemoved'],
  evolve,
  columns: { listed: 'boolean not null' },
  row: ({ removed }) => ({ listed: removed === null }),
  indexes: [],
}
