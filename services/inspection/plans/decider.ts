import { type CivilDate, dayMember } from '@mingjian/codes'
import {
  aggregate,
  anyDecider,
  type CommandOf,
  type EventOf,
  type Facts,
  notBegun,
  type Progress,
  procedure,
  progressed,
  type Refusal,
  saysTheSame,
  streamOf,
} from '@mingjian/kernel'
import { cite, encodeCitation, randomInspectionMethod, superiorOf } from '@mingjian/law'
import { canonicalJson } from '@mingjian/proofs'
import type { InspectionItem, InspectionPlanDrafted, PlannedTask } from '@mingjian/schemas'
import Type from 'typebox'
import { isAbove, readRate } from '../draw/rate.ts'
import type { ItemEvent } from '../items/decider.ts'
import * as refusals from './refusals.ts'

// 年度抽查计划: batches of tasks, reviewed for their lawfulness, filed with the authority above, published. Stream `PLAN/inspection-plan`.

interface Plan extends Progress<'none' | 'drafted' | 'returned' | 'passed' | 'published'> {
  readonly draft: InspectionPlanDrafted | undefined
}
type PlanEvent = EventOf<'InspectionPlanDrafted' | 'InspectionPlanReviewed' | 'InspectionPlanPublished'>
/** The item list in force, by number. */
type Items = ReadonlyMap<string, InspectionItem>

const method = (on: CivilDate): string => encodeCitation(cite(randomInspectionMethod, '年度抽查计划', on))

const faultOf = (task: PlannedTask, year: number, items: Items): Refusal | undefined => {
  const { taskNo, from, to, lead, partners } = task
  const under = method(`${year}-01-01`)
  if (to < from) return refusals.termReversed({ taskNo, to }, under)
  if (!from.startsWith(`${year}-`) || !to.startsWith(`${year}-`)) return refusals.otherYear({ taskNo, year }, under)
  if (partners.includes(lead)) return refusals.departmentTwice({ taskNo, lead }, under)
  if (task.items.length === 0) return refusals.noItems({ taskNo }, under)
  const share = readRate(task.share)
  if (share === undefined) return refusals.notAShare({ taskNo, share: task.share }, under)
  for (const itemNo of task.items) {
    const item = items.get(itemNo)
    if (item === undefined) return refusals.unknownItem({ taskNo, itemNo }, under)
    const { key, ratioLimit: limit } = item
    const most = limit === null ? undefined : readRate(limit)
    if (!key && limit !== null && most !== undefined && isAbove(share, most))
      return refusals.aboveLimit({ taskNo, itemNo, share: task.share, limit }, under)
  }
  return undefined
}

const step = procedure<Plan, Plan, Items, undefined>()({
  named: { planId: Type.String({ pattern: '^[^/\\s]{1,100}$', description: 'Id of the annual plan.' }) },
  matter: (_, plan) => plan,
  day: (_, { today }) => today,
  stages: {
    none: { zh: '尚未起草', en: 'not drafted' },
    drafted: { zh: '待审核', en: 'drafted' },
    returned: { zh: '已退回', en: 'returned' },
    passed: { zh: '审核通过', en: 'reviewed' },
    published: { zh: '已公布', en: 'published' },
  },
  cite: method,
  unknown: ({ planId }) => refusals.notDrafted({ planId }),
  misplaced: (_, { stage, draft }) =>
    stage === 'published'
      ? refusals.publishedAlready({})
      : refusals.notReviewed({}, draft && method(`${draft.year}-01-01`)),
})

const text = Type.String({ minLength: 1 })
const day = dayMember()

const draftPlan = step(
  {
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
  },
  {
    // A plan is changed by another draft, which is reviewed and published like the first.
    stages: ['none', 'drafted', 'returned', 'passed', 'published'],
    under: undefined,
    decide: ({ planId: _, ...data }, { draft }, { today, facts }) => {
      if (draft !== undefined && canonicalJson(draft) === canonicalJson(data)) return []
      const twice = data.tasks.find(({ taskNo }, at) => data.tasks.findIndex((one) => one.taskNo === taskNo) < at)
      if (twice !== undefined) return refusals.taskTwice({ taskNo: twice.taskNo })
      const fault = data.tasks.map((task) => faultOf(task, data.year, facts)).find((found) => found !== undefined)
      return fault ?? [{ type: 'InspectionPlanDrafted', data, effectiveOn: today, basis: [] }]
    },
  },
)

const reviewPlan = step(
  { passed: Type.Boolean(), opinion: Type.String() },
  {
    stages: ['drafted'],
    under: undefined,
    once: 'InspectionPlanReviewed',
    done: ({ stage }) => stage === 'passed' || stage === 'returned',
    same: saysTheSame,
    decide: ({ passed, opinion }, _, { today }) => [
      { type: 'InspectionPlanReviewed', data: { passed, opinion }, effectiveOn: today, basis: [] },
    ],
  },
)

const publishPlan = step(
  {},
  {
    stages: ['passed'],
    under: undefined,
    once: 'InspectionPlanPublished',
    done: ({ stage }) => stage === 'published',
    same: () => true,
    decide: (_, { draft }, { today, authority }) => {
      if (draft === undefined) return []
      return [
        {
          type: 'InspectionPlanPublished',
          data: { ...draft, decision: '', filedWith: superiorOf(authority, today) ?? '' },
          effectiveOn: today,
          basis: [method(`${draft.year}-01-01`)],
          numbered: { name: `${authority.replace('市场监督管理局', '市监')}抽查计划`, year: draft.year },
        },
      ]
    },
  },
)

const acts = { DraftInspectionPlan: draftPlan, ReviewInspectionPlan: reviewPlan, PublishInspectionPlan: publishPlan }
export type PlanCommand = CommandOf<typeof acts>

const moved = (plan: Plan, event: PlanEvent): Plan => {
  switch (event.type) {
    case 'InspectionPlanDrafted':
      return { ...plan, draft: event.data, stage: 'drafted' }
    case 'InspectionPlanReviewed':
      return { ...plan, stage: event.data.passed ? 'passed' : 'returned' }
    case 'InspectionPlanPublished':
      return { ...plan, stage: 'published' }
    default:
      event satisfies never
      return plan
  }
}

const itemsListed: Facts<PlanCommand, Items> = {
  streams: (command) =>
    command.type === 'DraftInspectionPlan'
      ? [...new Set(command.data.tasks.flatMap(({ items }) => items))].map((no) => streamOf(no, 'inspection-item'))
      : [],
  initial: new Map(),
  evolve: (items, past) => {
    const event = past as ItemEvent
    return event.type === 'InspectionItemRemoved'
      ? new Map([...items].filter(([no]) => no !== event.data.itemNo))
      : new Map(items).set(event.data.item.itemNo, event.data.item)
  },
}

export const plans = aggregate({
  aggregate: 'inspection-plan',
  acts,
  subject: ({ data }) => data.planId,
  initial: { ...notBegun, draft: undefined } as Plan,
  evolve: (before: Plan, event: PlanEvent): Plan => progressed(before, moved(before, event), event),
  facts: itemsListed,
})

export const decider = anyDecider(plans)
