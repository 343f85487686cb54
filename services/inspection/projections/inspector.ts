import type { Projection } from '@mingjian/kernel'
import { type InspectorEntry, type InspectorEvent, inspectorAfter } from '../inspectors/entry.ts'

/** The library of inspectors 执法检查人员名录库. */
export const inspector: Projection<InspectorEntry> = {
  name: 'inspector',
  version: 2,
  events: [
    'InspectorEnrolled',
    'InspectorChanged',
    'InspectorConflictDeclared',
    'InspectorLeaveGranted',
    'InspectorRemoved',
  ],
  evolve: (entry, event) => inspectorAfter(entry, event as InspectorEvent),
  columns: {},
  row: () => ({}),
  indexes: [],
}
