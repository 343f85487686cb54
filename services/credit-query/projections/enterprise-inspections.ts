import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import type { InspectionResultPublished } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'

/** What an inspection found, as it is published. */
export interface EnterpriseInspectionResult
  extends Pick<
    InspectionResultPublished,
    'completedOn' | 'publishedOn' | 'publishBy' | 'results' | 'items' | 'enterpriseState'
  > {
  readonly basis: readonly Basis[]
  readonly position: number
}

/** An inspection of an enterprise: one for which it was drawn, or another whose result is published. */
export interface EnterpriseInspection {
  readonly task: string
  /** random, recheck or directed */
  readonly kind: string
  readonly planId: string
  readonly planName: string
  readonly year: number
  /** Numbers of the item list, checked in one visit. */
  readonly items: readonly string[]
  readonly departments: readonly string[]
  readonly from: CivilDate
  readonly to: CivilDate
  /** Null for what was not drawn. */
  readonly drawnOn: CivilDate | null
  readonly authority: string
  /** Why it is not carried out; null while it is. */
  readonly released: { readonly on: CivilDate; readonly why: string } | null
  /** Null until it is published. */
  readonly result: EnterpriseInspectionResult | null
}

export interface EnterpriseInspections {
  readonly uscc: string
  /** In the order in which it was drawn, or published. */
  readonly inspections: readonly EnterpriseInspection[]
  readonly position: number
}

type Inspections = readonly EnterpriseInspection[]

/** A check that was not drawn is known by its result alone. */
const undrawn = (data: InspectionResultPublished, authority: string): EnterpriseInspection => ({
  ...{ task: data.task, kind: data.kind, planId: data.planId, planName: data.planName, year: data.year },
  items: data.items.map(({ itemNo }) => itemNo),
  ...{ departments: data.departments, from: data.completedOn, to: data.completedOn, drawnOn: null, authority },
  ...{ released: null, result: null },
})

const after = (inspections: Inspections, event: RecordedEvent): Inspections => {
  const { effectiveOn, authority } = event
  switch (event.type) {
    case 'InspectionTaskDrawn': {
      const drawn = { ...event.data, kind: 'random', drawnOn: effectiveOn, authority, released: null, result: null }
      return [...inspections, drawn]
    }
    case 'InspectionTaskReleased': {
      const { task, why } = event.data
      const released = { on: effectiveOn, why }
      return inspections.map((one) => (one.task === task ? { ...one, released } : one))
    }
    case 'InspectionResultPublished': {
      const { task, completedOn, publishedOn, publishBy, results, items, enterpriseState } = event.data
      const of = { completedOn, publishedOn, publishBy, results, items, enterpriseState }
      const result = { ...of, basis: basisOf(event.basis), position: event.position }
      const known = inspections.some((one) => one.task === task)
      const all = known ? inspections : [...inspections, undrawn(event.data, authority)]
      return all.map((one) => (one.task === task ? { ...one, result } : one))
    }
    case 'PublicRecordRecalled': {
      const { positions } = event.data
      const isRecalled = ({ result }: EnterpriseInspection) => result !== null && positions.includes(result.position)
      return inspections
        .filter((one) => one.drawnOn !== null || !isRecalled(one))
        .map((one) => (isRecalled(one) ? { ...one, result: null } : one))
    }
    default:
      return inspections
  }
}

const evolve = (before: EnterpriseInspections | undefined, event: RecordedEvent): EnterpriseInspections | undefined => {
  const known = before?.inspections ?? []
  const inspections = after(known, event)
  return inspections === known ? before : { uscc: event.subject, inspections, position: event.position }
}

/** Years and authorities for which it was checked at random, `2026/昆都仑区市场监督管理局`. */
export const checkedIn = (year: number, authority: string): string => `${year}/${authority}`

export const enterpriseInspections: Projection<EnterpriseInspections> = {
  name: 'enterprise_inspections',
  version: 2,
  events: ['InspectionTaskDrawn', 'InspectionTaskReleased', 'InspectionResultPublished', 'PublicRecordRecalled'],
  evolve,
  columns: { checked: 'text[] not null' },
  row: ({ inspections }) => ({
    checked: [
      ...new Set(
        inspections
          .filter(({ kind, result }) => kind === 'random' && result !== null)
          .map(({ year, authority }) => checkedIn(year, authority)),
      ),
    ],
  }),
  indexes: ['using gin (checked)'],
}
