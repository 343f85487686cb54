import { dayMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type Facts,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
  streamOf,
} from '@mingjian/kernel'
import { cite, encodeCitation, randomInspectionMethod, superiorOf } from '@mingjian/law'
import type { InspectionItem, PlannedTask } from '@mingjian/schemas'
import Type from 'typebox'
import { isAbove, readRate } from '../draw/rate.ts'

// 年度抽查计划: batches of tasks, reviewed for their lawfulness, filed with the authority above, published. Stream `PLAN/inspection-plan`.

export type DraftInspectionPlan = Command<
  'DraftInspectionPlan',
  { readonly planId: string; readonly year: number; readonly name: string; readonly tasks: readonly PlannedTask[] }
>
export type ReviewInspectionPlan = Command<
  'ReviewInspectionPlan',
  { readonly planId: string; readonly passed: boolean; readonly opinion: string }
>
export type PublishInspectionPlan = Command<'PublishInspectionPlan', { readonly planId: string }>
type PlanCommand = DraftInspectionPlan | ReviewInspectionPlan | PublishInspectionPlan

interface Draft {
  readonly year: number
  readonly name: string
  readonly tasks: readonly PlannedTask[]
}
interface Plan {
  readonly draft: Draft | undefined
  readonly stage: 'none' | 'drafted' | 'returned' | 'passed' | 'published'
}
/** The item list in force, by number. */
type Items = ReadonlyMap<string, InspectionItem>

const method = (year: number): string => encodeCitation(cite(randomInspectionMethod, '年度抽查计划', `${year}-01-01`))

const faultOf = (task: PlannedTask, year: number, items: Items): Refusal | undefined => {
  const { taskNo, from, to, lead, partners } = task
  const because = (code: string, message: string) => refused(code, `Task ${taskNo}: ${message}`, method(year))
  if (to < from) return because('term-reversed', `it ends on ${to}, before it begins.`)
  if (!from.startsWith(`${year}-`) || !to.startsWith(`${year}-`))
    return because('other-year', `it is not within ${year}.`)
  if (partners.includes(lead)) return because('department-twice', `${lead} leads, and can't take part beside itself.`)
  if (task.items.length === 0) return because('no-items', 'it names no item of the list.')
  const share = readRate(task.share)
  if (share === undefined) return because('share', `${task.share} is not an exact share like 3/100.`)
  for (const itemNo of task.items) {
    const item = items.get(itemNo)
    if (item === undefined)
      return because('unknown-item', `${itemNo} is not in the item list: what is not listed is not checked.`)
    const limit = item.ratioLimit === null ? undefined : readRate(item.ratioLimit)
    if (!item.key && limit !== undefined && isAbove(share, limit))
      return because(
        'ratio-above-limit',
        `${task.share} is more than the ${item.ratioLimit} of the ordinary item ${itemNo}.`,
      )
  }
  return undefined
}

const decide = (
  command: PlanCommand,
  { draft, stage }: Plan,
  { today, authority, facts }: Context<Items>,
): readonly NewEvent[] | Refusal => {
  const act = { effectiveOn: today, basis: [] }
  if (command.type === 'DraftInspectionPlan') {
    const { planId: _, ...data } = command.data
    if (draft !== undefined && JSON.stringify(draft) === JSON.stringify(data)) return []
    const twice = data.tasks.find(({ taskNo }, at) => data.tasks.findIndex((one) => one.taskNo === taskNo) < at)
    if (twice !== undefined) return refused('task-twice', `There are two tasks ${twice.taskNo}.`)
    const fault = data.tasks.map((task) => faultOf(task, data.year, facts)).find((found) => found !== undefined)
    return fault ?? [{ type: 'InspectionPlanDrafted', data, ...act }]
  }
  if (draft === undefined) return refused('not-drafted', `There is no plan ${command.data.planId} yet.`)
  switch (command.type) {
    case 'ReviewInspectionPlan': {
      const { passed, opinion } = command.data
      if (stage === 'published') return refused('published', 'The plan has been published: draft it anew to change it.')
      if (stage === (passed ? 'passed' : 'returned')) return []
      return [{ type: 'InspectionPlanReviewed', data: { passed, opinion }, ...act }]
    }
    case 'PublishInspectionPlan': {
      if (stage === 'published') return []
      if (stage !== 'passed')
        return refused(
          'not-reviewed',
          'A plan is published after its lawfulness has been reviewed.',
          method(draft.year),
        )
      const data = { ...draft, decision: '', filedWith: superiorOf(authority, today) ?? '' }
      const series = { name: `${authority.replace('市场监督管理局', '市监')}抽查计划`, year: draft.year }
      return [
        { type: 'InspectionPlanPublished', data, effectiveOn: today, basis: [method(draft.year)], numbered: series },
      ]
    }
    default:
      return command satisfies never
  }
}

const evolve = (plan: Plan, event: PastEvent): Plan => {
  switch (event.type) {
    case 'InspectionPlanDrafted': {
      const { year, name, tasks } = event.data
      return { draft: { year, name, tasks }, stage: 'drafted' }
    }
    case 'InspectionPlanReviewed':
      return { ...plan, stage: event.data.passed ? 'passed' : 'returned' }
    case 'InspectionPlanPublished':
      return { ...plan, stage: 'published' }
    default:
      return plan
  }
}

const itemsListed: Facts<PlanCommand, Items> = {
  streams: (command) =>
    command.type === 'DraftInspectionPlan'
      ? [...new Set(command.data.tasks.flatMap(({ items }) => items))].map((no) => streamOf(no, 'inspection-item'))
      : [],
  initial: new Map(),
  evolve: (items, event) => {
    if (event.type === 'InspectionItemListed' || event.type === 'InspectionItemChanged')
      return new Map(items).set(event.data.item.itemNo, event.data.item)
    if (event.type !== 'InspectionItemRemoved') return items
    return new Map([...items].filter(([no]) => no !== event.data.itemNo))
  },
}

const text = Type.String({ minLength: 1 })
const planId = Type.String({ pattern: '^[^/\\s]{1,100}$', description: 'Id of the annual plan.' })
const day = dayMember()

export const plans: Decider<PlanCommand, Plan, Items> = {
  aggregate: 'inspection-plan',
  acts: declared({
    DraftInspectionPlan: Type.Object({
      planId,
      year: Type.Integer({ minimum: 2014, maximum: 2199 }),
      name: text,
      tasks: Type.Array(
        Type.Object({
          taskNo: text,
          batch: Type.Integer({ minimum: 1, maximum: 1000, description: '批次' }),
          name: text,
          items: Type.Array(text, { description: 'Numbers of the item list; several are one visit 综合查一次.' }),
          objects: Type.String({ description: '检查对象范围' }),
          directed: Type.Boolean({ description: '定向' }),
          share: Type.String({ description: '抽查比例, exact: 3/100' }),
          count: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: '抽查数量' }),
          method: text,
          from: day,
          to: day,
          lead: Type.String({ minLength: 1, description: '牵头部门' }),
          partners: Type.Array(text, { description: '参与部门' }),
        }),
        { minItems: 1 },
      ),
    }),
    ReviewInspectionPlan: Type.Object({ planId, passed: Type.Boolean(), opinion: Type.String() }),
    PublishInspectionPlan: Type.Object({ planId }),
  }),
  subject: ({ data }) => data.planId,
  initial: { draft: undefined, stage: 'none' },
  evolve,
  facts: itemsListed,
  decide,
}

export const decider = anyDecider(plans)
