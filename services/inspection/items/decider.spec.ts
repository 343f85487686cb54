import { given } from '@mingjian/kernel/given'
import { expect, test } from 'vitest'
import { type ItemCommand, items } from './decider.ts'

type Listed = Extract<ItemCommand, { readonly type: 'ListInspectionItem' }>['data']['item']
const item = (own: Partial<Listed> = {}): Listed => ({
  itemNo: '7',
  name: '年度报告公示信息检查',
  legalBasis: ['《企业信息公示暂行条例》第十四条'],
  subjects: '企业、农民专业合作社',
  content: '年度报告公示信息是否真实',
  method: '书面检查',
  level: '区级',
  departments: ['昆都仑区市场监督管理局'],
  key: false,
  ratioLimit: '5/100',
  timesAYear: 1,
  specialities: [],
  checklist: [],
  noticeBeforehand: false,
  ...own,
})
const list = (own: Partial<Listed> = {}, from = '2026-11-01'): ItemCommand => ({
  type: 'ListInspectionItem',
  data: { item: item(own), from },
})
const listed = given(items).when(list())

test('an item is listed with its basis, and dated', () => {
  expect(listed.events).toMatchObject([{ type: 'InspectionItemListed', effectiveOn: '2026-11-01' }])
  expect(listed.events[0]?.basis[0]).toContain('random-inspection-notice@国办发〔2015〕58号')
})

test('no basis, no check', () => {
  const refused = given(items).when(list({ legalBasis: [' '] }))
  expect(refused.refusal).toBe('no-legal-basis')
})

test('an ordinary item has an upper limit of its ratio, a key item needs none', () => {
  expect(given(items).when(list({ ratioLimit: null })).refusal).toBe('ratio-unlimited')
  expect(given(items).when(list({ ratioLimit: null, key: true })).types).toEqual(['InspectionItemListed'])
  expect(given(items).when(list({ ratioLimit: '6/5' })).refusal).toBe('ratio-limit')
})

test('it changes from a day on, never backwards and never ahead of the day', () => {
  expect(listed.when(list()).outcome).toEqual([])
  expect(listed.when(list({ timesAYear: 2 }, '2026-11-10')).types).toEqual(['InspectionItemChanged'])
  expect(listed.when(list({ timesAYear: 2 }, '2026-10-01')).refusal).toBe('before-current')
  expect(listed.when(list({ timesAYear: 2 }, '2027-01-01')).refusal).toBe('in-the-future')
})

test('what is removed can be listed again', () => {
  const remove = { type: 'RemoveInspectionItem', data: { itemNo: '7', from: '2026-11-10', why: '依据废止' } } as const
  const removed = listed.when(remove)
  expect(removed.types).toEqual(['InspectionItemRemoved'])
  expect(removed.when(remove).outcome).toEqual([])
  const otherwise = { ...remove, data: { ...remove.data, why: '依据修改' } }
  expect(removed.when(otherwise).refusal).toBe('decided-otherwise')
  expect(removed.when(list({}, '2026-11-12')).types).toEqual(['InspectionItemListed'])
})
