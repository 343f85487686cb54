import type { Projection } from '@mingjian/kernel'
import type { InspectionPlanPublished } from '@mingjian/schemas'

/** Annual plans as they were published last; a draft is nobody's plan yet. */
export const inspectionPlan: Projection<InspectionPlanPublished> = {
  name: 'inspection_plan',
  version: 1,
  events: ['InspectionPlanPublished'],
  evolve: (before, event) => (event.type === 'InspectionPlanPublished' ? event.data : before),
  columns: {},
  row: () => ({}),
  indexes: [],
}
