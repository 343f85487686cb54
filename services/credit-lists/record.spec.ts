import { describe, expect, test } from 'vitest'
import { abnormalHistoryRecord } from './record.ts'

const row = (more: object = {}) => ({
  uscc: '91150203YFY8UG164K',
  kind: 'abnormal',
  reason: 4,
  reasonText: '通过登记的住所或者经营场所无法联系的',
  year: null,
  listedOn: '2025-03-05',
  by: '昆都仑区市场监督管理局',
  removedOn: null,
  removeReason: null,
  ...more,
})
const commandOf = (more: object = {}) => {
  const { record, faults } = abnormalHistoryRecord.check(row(more), '2026-11-20', false)
  expect(faults).toEqual([])
  return abnormalHistoryRecord.command(record).data
}

describe('a row of the history of the list', () => {
  test.each([
    [1, 'annual_report_missed'],
    [2, 'order_not_followed'],
    [3, 'false_information'],
    [4, 'uncontactable'],
  ])('with the ground %i is one of %s', (reason, ground) => {
    expect(commandOf({ reason })).toMatchObject({ ground, on: '2025-03-05' })
  })
  test('tells a removal 移出 from a rescission 撤销', () => {
    const ended = (removeReason: string) => commandOf({ removedOn: '2025-09-02', removeReason })
    expect(ended('依法办理住所变更登记')).toMatchObject({ rescinded: false })
    expect(ended('列入有误，撤销列入决定')).toMatchObject({ rescinded: true })
  })
  test('is refused where its removal lies before its listing, or its ground is none', () => {
    const codes = (more: object) =>
      abnormalHistoryRecord.check(row(more), '2026-11-20', false).faults.map(({ field }) => field)
    expect(codes({ removedOn: '2025-03-04' })).toEqual(['removedOn'])
    expect(codes({ reason: 5 })).toEqual(['reason'])
  })
})
