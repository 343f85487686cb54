import type { PastEvent } from '@mingjian/kernel'
import { given } from '@mingjian/kernel/given'
import type { InspectionItem, PlannedTask } from '@mingjian/schemas'
import { describe, expect, test } from 'vitest'
import { type PlanCommand, plans } from './decider.ts'

const listed = (own: Partial<InspectionItem>): PastEvent => ({
  type: 'InspectionItemListed',
  data: {
    item: {
      ...{ itemNo: '7', name: '年报检查', legalBasis: ['条例第十四条'], subjects: '', content: '', method: '书面检查' },
      ...{ level: '区级', departments: ['市监'], key: false, ratioLimit: '5/100', timesAYear: null, specialities: [] },
      ...{ checklist: [], noticeBeforehand: false },
      ...own,
    },
  },
  effectiveOn: '2026-01-01',
  basis: [],
})
const facts = [listed({}), listed({ itemNo: '8', key: true, ratioLimit: null })]
const task = (own: Partial<PlannedTask> = {}): PlannedTask => ({
  ...{
    taskNo: '1',
    batch: 1,
    name: '年报抽查',
    items: ['7', '8'],
    objects: '全部企业',
    directed: false,
    share: '3/100',
  },
  ...{ count: 600, method: '书面检查', from: '2026-03-01', to: '2026-11-30', lead: '市监', partners: ['税务', '人社'] },
  ...own,
})
const draft = (...tasks: readonly PlannedTask[]): PlanCommand => ({
  type: 'DraftInspectionPlan',
  data: { planId: '2026年度', year: 2026, name: '2026年度抽查计划', tasks },
})
const review = (passed: boolean): PlanCommand => ({
  type: 'ReviewInspectionPlan',
  data: { planId: '2026年度', passed, opinion: passed ? '' : '比例过高' },
})
const publish: PlanCommand = { type: 'PublishInspectionPlan', data: { planId: '2026年度' } }
const plan = given(plans, { facts })
const published = plan.when(draft(task())).when(review(true)).when(publish)

describe('an annual plan', () => {
  test('is drafted, reviewed for its lawfulness, and published with a number and filed above', () => {
    expect(published.events).toMatchObject([
      {
        type: 'InspectionPlanPublished',
        data: { filedWith: '包头市市场监督管理局', tasks: [{ taskNo: '1' }] },
        numbered: { year: 2026 },
      },
    ])
  })

  test('is not published without its review, or after it was returned', () => {
    expect(plan.when(draft(task())).when(publish).refusal).toBe('not-reviewed')
    expect(plan.when(draft(task())).when(review(false)).when(publish).refusal).toBe('not-reviewed')
    expect(plan.when(publish).refusal).toBe('not-drafted')
  })

  test('is reviewed once: another verdict waits for another draft', () => {
    const reviewed = plan.when(draft(task())).when(review(true))
    expect(reviewed.when(review(true)).outcome).toEqual([])
    expect(reviewed.when(review(false)).refusal).toBe('decided-otherwise')
    expect(published.when(review(true)).refusal).toBe('published')
  })

  test('is changed by a new draft, which is reviewed and published like the first', () => {
    const again = published.when(draft(task({ count: 700 })))
    expect(again.types).toEqual(['InspectionPlanDrafted'])
    expect(again.when(publish).refusal).toBe('not-reviewed')
    expect(again.when(review(true)).when(publish).types).toEqual(['InspectionPlanPublished'])
    expect(published.when(publish).outcome).toEqual([])
  })
})

describe('a task is refused', () => {
  test.each<[string, Partial<PlannedTask>, string]>([
    ['for an item that is not in the list', { items: ['9'] }, 'unknown-item'],
    ['above the limit of an ordinary item', { share: '10/100' }, 'ratio-above-limit'],
    ['without an item', { items: [] }, 'no-items'],
    ['outside of the year', { to: '2027-01-31' }, 'other-year'],
    ['that ends before it begins', { from: '2026-12-01' }, 'term-reversed'],
    ['with a department twice', { partners: ['市监'] }, 'department-twice'],
    ['with a share that is none', { share: '3%' }, 'share'],
  ])('%s', (_, own, code) => expect(plan.when(draft(task(own))).refusal).toBe(code))

  test('that is there twice', () => expect(plan.when(draft(task(), task())).refusal).toBe('task-twice'))

  test('but a key item has no upper limit', () =>
    expect(plan.when(draft(task({ items: ['8'], share: '1/2' }))).types).toEqual(['InspectionPlanDrafted']))
})
