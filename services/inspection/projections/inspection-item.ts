import type { Projection } from '@mingjian/kernel'
import type { InspectionItem } from '@mingjian/schemas'

/** The item list 随机抽查事项清单 as it is in force. */
export const inspectionItem: Projection<InspectionItem> = {
  name: 'inspection_item',
  version: 2,
  events: ['InspectionItemListed', 'InspectionItemChanged', 'InspectionItemRemoved'],
  evolve: (before, event) => {
    if (event.type === 'InspectionItemListed' || event.type === 'InspectionItemChanged') return event.data.item
    return event.type === 'InspectionItemRemoved' ? undefined : before
  },
  columns: {},
  row: () => ({}),
  indexes: [],
}
