import type { ReadModels, Refusal } from '@mingjian/kernel'
import { cite, encodeCitation, randomInspectionNotice } from '@mingjian/law'
import type { InspectionItem } from '@mingjian/schemas'
import type { Plan } from '../draw/plan.ts'
import { isAbove, type Rate, readRate } from '../draw/rate.ts'
import { inspectionItem } from '../projections/inspection-item.ts'
import { inspectionPlan } from '../projections/inspection-plan.ts'
import {
  aboveLimit,
  departmentOutsideTask,
  itemNotListed,
  itemOutsideTask,
  outsideTask,
  unknownAnnualPlan,
  unknownPlannedTask,
} from './refusals.ts'

// What a plan rests on: the item list, and the annual plan that it carries out.

const itemFault = (plan: Plan, itemNo: string, item: InspectionItem | undefined): Refusal | undefined => {
  const under = encodeCitation(cite(randomInspectionNotice, '随机抽查事项清单', plan.window.from))
  if (item === undefined) return itemNotListed({ itemNo }, under)
  const { key, ratioLimit } = item
  const limit = key || ratioLimit === null ? undefined : readRate(ratioLimit)
  const above = plan.strata.find(({ rate }) => limit !== undefined && isAbove(readRate(rate) as Rate, limit))
  return above === undefined ? undefined : aboveLimit({ stratum: above.name, itemNo, limit: ratioLimit ?? '' }, under)
}

/** An annual task is carried out as it was published: within its days, for its items, by its departments. */
const annualFault = async (reads: ReadModels, { annualPlan, window, items = [], departments }: Plan) => {
  if (annualPlan === undefined) return undefined
  const { id, taskNo } = annualPlan
  const published = (await reads.get(inspectionPlan, id))?.document
  if (published === undefined) return unknownAnnualPlan({ id })
  const task = published.tasks.find((one) => one.taskNo === taskNo)
  if (task === undefined) return unknownPlannedTask({ id, taskNo })
  if (window.from < task.from || window.to > task.to) return outsideTask({ taskNo, from: task.from, to: task.to })
  const itemNo = items.find((one) => !task.items.includes(one))
  if (itemNo !== undefined) return itemOutsideTask({ taskNo, itemNo })
  const department = departments?.find((one) => one !== task.lead && !task.partners.includes(one))
  return department === undefined ? undefined : departmentOutsideTask({ taskNo, department })
}

export interface Basis {
  /** With what its items ask of inspectors, where the plan itself says nothing. */
  readonly plan: Plan
  readonly items: readonly InspectionItem[]
}

/** The items of a plan as they are in force, or why it can't be opened. */
export const basisOf = async (reads: ReadModels, plan: Plan): Promise<Basis | Refusal> => {
  const items: InspectionItem[] = []
  for (const itemNo of plan.items ?? []) {
    const item = (await reads.get(inspectionItem, itemNo))?.document
    const fault = itemFault(plan, itemNo, item)
    if (fault !== undefined) return fault
    if (item !== undefined) items.push(item)
  }
  const fault = await annualFault(reads, plan)
  if (fault !== undefined) return fault
  const asked = [...new Set(items.flatMap(({ specialities }) => specialities))]
  return { plan: plan.specialities === undefined && asked.length > 0 ? { ...plan, specialities: asked } : plan, items }
}
