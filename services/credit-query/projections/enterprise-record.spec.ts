import type { RecordedEvent } from '@mingjian/kernel'
import { expect, test } from 'vitest'
import { established, event, listed } from '../example-history.ts'
import { enterpriseRecord } from './enterprise-record.ts'

const folded = (...events: readonly RecordedEvent[]) => {
  const record = events.reduce<ReturnType<typeof enterpriseRecord.evolve>>(enterpriseRecord.evolve, undefined)
  return {
    lists: record?.lists.map(({ list, removal }) => ({ list, removed: removal !== null })),
    told: record?.timeline.map(({ event }) => event),
  }
}

test('an entry that followed from three years on the other list ends alone: the other one stays, though they share ground, year and day', () => {
  const matter = 'annual_report_missed/2014/2015-07-01'
  const followed = event(
    3,
    'SeriousViolationListed',
    {
      ...{ matter, documentNo: null, article: '5.1.1', reason: '届满三年', authority: '内蒙古自治区市场监督管理局' },
      ...{ decision: '严列1号', measures: [], removal: '', publishBy: '2018-08-01', restrictedUntil: null },
      ...{ termEnds: '2023-07-02', remedy: null as never },
    },
    '2018-07-02',
  )
  const recalled = event(
    4,
    'PublicRecordRecalled',
    { type: 'SeriousViolationListed', record: matter, positions: [3], reason: '移出' },
    '2023-07-03',
  )
  const removed = event(
    5,
    'SeriousViolationRemoved',
    { matter, documentNo: null, manner: 'term', reason: '列入期满', decision: '严移1号', stopBy: '2023-07-06' },
    '2023-07-03',
  )
  expect(folded(established(1), listed(2, 2014, '2015-07-01'), followed, recalled, removed)).toEqual({
    lists: [{ list: 'abnormal', removed: false }],
    told: ['EnterpriseEstablished', 'AbnormalOperationsListed'],
  })
})

test('of two entries with the same ground, year and day a rescission ends one, and its recall hides that one', () => {
  const twice = [listed(2, 2023, '2024-07-01'), listed(3, 2023, '2024-07-01')]
  const rescinded = event(
    5,
    'AbnormalListingRescinded',
    { ground: 'annual_report_missed', year: 2023, listedOn: '2024-07-01', decision: '异撤1号', reason: '重复' },
    '2024-07-05',
  )
  expect(folded(established(1), ...twice, rescinded).lists).toEqual([
    { list: 'abnormal', removed: false },
    { list: 'abnormal', removed: true },
  ])
  const recalled = event(
    4,
    'PublicRecordRecalled',
    {
      type: 'AbnormalOperationsListed',
      record: 'annual_report_missed/2023/2024-07-01',
      positions: [3],
      reason: '撤销列入',
    },
    '2024-07-05',
  )
  expect(folded(established(1), ...twice, recalled, rescinded).lists).toEqual([{ list: 'abnormal', removed: false }])
})
