import type { CivilDate, Projection, RecordedEvent } from '@mingjian/kernel'

/** A random inspection for which an enterprise was drawn. */
export interface EnterpriseInspection {
  readonly task: string
  readonly planId: string
  readonly planName: string
  readonly year: number
  /** Numbers of the item list, checked in one visit. */
  readonly items: readonly string[]
  readonly departments: readonly string[]
  readonly from: CivilDate
  readonly to: CivilDate
  readonly drawnOn: CivilDate
  readonly authority: string
  /** Why it is not carried out; null while it is. */
  readonly released: { readonly on: CivilDate; readonly why: string } | null
}

export interface EnterpriseInspections {
  readonly uscc: string
  /** In the order in which it was drawn. */
  readonly inspections: readonly EnterpriseInspection[]
  readonly position: number
}

const evolve = (before: EnterpriseInspections | undefined, event: RecordedEvent): EnterpriseInspections | undefined => {
  const { subject: uscc, effectiveOn, authority, position } = event
  const { inspections = [] } = before ?? {}
  switch (event.type) {
    case 'InspectionTaskDrawn': {
      const drawn = { ...event.data, drawnOn: effectiveOn, authority, released: null }
      return { uscc, inspections: [...inspections, drawn], position }
    }
    case 'InspectionTaskReleased': {
      const { task, why } = event.data
      const released = { on: effectiveOn, why }
      return { uscc, inspections: inspections.map((one) => (one.task === task ? { ...one, released } : one)), position }
    }
    default:
      return before
  }
}

export const enterpriseInspections: Projection<EnterpriseInspections> = {
  name: 'enterprise_inspections',
  version: 1,
  events: ['InspectionTaskDrawn', 'InspectionTaskReleased'],
  evolve,
  columns: {},
  row: () => ({}),
  indexes: [],
}
