import { type ReadModels, type Refusal, refused } from '@mingjian/kernel'
import { cite, encodeCitation, randomInspectionNotice } from '@mingjian/law'
import type { InspectionItem } from '@mingjian/schemas'
import type { Plan } from '../draw/plan.ts'
import { isAbove, type Rate, readRate } from '../draw/rate.ts'
import { inspectionItem } from '../projections/inspection-item.ts'
import { inspectionPlan } from '../projections/inspection-plan.ts'

// What a plan rests on: the item list, and the annual plan that it carries out.

const noBasis = (plan: Plan, code: string, message: string): Refusal =>
  refused(code, message, encodeCitation(cite(randomInspectionNotice, '随机抽查事项清单', plan.window.from)))

const itemFault = (plan: Plan, itemNo: string, item: InspectionItem | undefined): Refusal | undefined => {
  if (item === undefined)
    return noBasis(
      plan,
      'unknown-item',
      `${itemNo} is not in the item list: what is not listed is not checked: list it first`,
    )
  const limit = item.key || item.ratioLimit === null ? undefined : readRate(item.ratioLimit)
  const above = plan.strata.find(({ rate }) => limit !== undefined && isAbove(readRate(rate) as Rate, limit))
  return above === undefined
    ? undefined
    : noBasis(
        plan,
        'ratio-above-limit',
        `stratum "${above.name}" takes more than the ${item.ratioLimit} of item ${itemNo}: lower its rate`,
      )
}

/** An annual task is carried out as it was published: within its days, for its items, by its departments. */
const annualFault = async (reads: ReadModels, { annualPlan, window, items = [], departments }: Plan) => {
  if (annualPlan === undefined) return undefined
  const { id, taskNo } = annualPlan
  const published = (await reads.get(inspectionPlan, id))?.document
  if (published === undefined)
    return refused('unknown-annual-plan', `no annual plan ${id} has been published: publish it first`)
  const task = published.tasks.find((one) => one.taskNo === taskNo)
  if (task === undefined)
    return refused('unknown-task', `the annual plan ${id} has no task ${taskNo}: name one of its own`)
  if (window.from < task.from || window.to > task.to)
    return refused('outside-task', `task ${taskNo} is planned from ${task.from} to ${task.to}: keep the window within`)
  const other = items.find((itemNo) => !task.items.includes(itemNo))
  if (other !== undefined) return refused('other-item', `task ${taskNo} has no item ${other}: leave it out`)
  const stranger = departments?.find((one) => one !== task.lead && !task.partners.includes(one))
  return stranger === undefined
    ? undefined
    : refused('other-department', `${stranger} takes no part in task ${taskNo}: leave it out`)
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
