import type { Projection } from '@mingjian/kernel'
import type { InspectorEnrolled } from '@mingjian/schemas'

/** The library of inspectors 执法检查人员名录库. */
export const inspector: Projection<InspectorEnrolled> = {
  name: 'inspector',
  version: 1,
  events: ['InspectorEnrolled', 'InspectorChanged'],
  evolve: (before, event) =>
    event.type === 'InspectorEnrolled' || event.type === 'InspectorChanged' ? event.data : before,
  columns: {},
  row: () => ({}),
  indexes: [],
}
