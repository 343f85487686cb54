import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import type { PlannedTask } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'

/** 年度抽查计划 as it was published last. */
export interface AnnualPlan {
  readonly id: string
  readonly year: number
  readonly name: string
  readonly authority: string
  readonly decision: string
  /** 备案机关 */
  readonly filedWith: string
  readonly publishedOn: CivilDate
  readonly basis: readonly Basis[]
  readonly tasks: readonly PlannedTask[]
  /** Numbers under which it was published before it was changed. */
  readonly earlier: readonly { readonly decision: string; readonly publishedOn: CivilDate }[]
  readonly position: number
}

const evolve = (before: AnnualPlan | undefined, event: RecordedEvent): AnnualPlan | undefined => {
  if (event.type !== 'InspectionPlanPublished') return before
  const { subject: id, authority, effectiveOn: publishedOn, position } = event
  const earlier =
    before === undefined ? [] : [...before.earlier, { decision: before.decision, publishedOn: before.publishedOn }]
  return { id, ...event.data, authority, publishedOn, basis: basisOf(event.basis), earlier, position }
}

export const annualPlan: Projection<AnnualPlan> = {
  name: 'annual_plan',
  version: 1,
  events: ['InspectionPlanPublished'],
  evolve,
  columns: { year: 'int not null' },
  row: ({ year }) => ({ year }),
  indexes: [],
}
