import { type Fault, notAfterToday, type RecordKind } from '@mingjian/codes'
import type { AbnormalGround } from '@mingjian/schemas'
import type { AbnormalCommand } from './abnormal-operations/decider.ts'

/** 列入事由代码 1 to 4 as the registers of the country use them. */
const GROUNDS: readonly AbnormalGround[] = [
  'annual_report_missed',
  'order_not_followed',
  'false_information',
  'uncontactable',
]

/** 撤销列入 is an error put right; every other end is a removal. */
const isRescission = (reason: string): boolean => /撤销列入|撤销标记|列入有误|列入错误|撤销列入决定/.test(reason)

/** A row of the list of abnormal operations as another system kept it. */
export const abnormalHistoryRecord: RecordKind = {
  name: 'abnormal-history',
  noun: 'entry of the list of abnormal operations',
  fields: {
    uscc: { kind: 'uscc', required: true },
    kind: { kind: 'text' },
    reason: {
      kind: 'integer',
      required: true,
      range: (value: number) => (value >= 1 && value <= 4 ? undefined : `is no ground 1 to 4: ${value}`),
    },
    reasonText: { kind: 'text' },
    year: { kind: 'integer' },
    listedOn: { kind: 'date', required: true, range: notAfterToday },
    by: { kind: 'text', required: true },
    removedOn: { kind: 'date', range: notAfterToday },
    removeReason: { kind: 'text' },
  },
  keyOf: (record) => `${record.uscc}/${record.reason}/${record.year}/${record.listedOn}`,
  subjectOf: (record) => record.uscc as string,
  authorityOf: (record) => record.by as string,
  creates: ['AbnormalOperationsListed', 'AbnormalStateMarked'],
  faults: ({ listedOn, removedOn }): readonly Fault[] =>
    removedOn !== null && (removedOn as string) < (listedOn as string)
      ? [{ code: 'range', field: 'removedOn', message: 'lies before the listing' }]
      : [],
  command: (record): AbnormalCommand => {
    const get = <T>(name: string): T => record[name] as T
    return {
      type: 'RecordAbnormalHistory',
      data: {
        uscc: get('uscc'),
        ground: GROUNDS[get<number>('reason') - 1] ?? 'annual_report_missed',
        on: get('listedOn'),
        year: get('year'),
        reason: get<string | null>('reasonText') ?? '',
        removedOn: get('removedOn'),
        removalReason: get('removeReason'),
        rescinded: isRescission(get<string | null>('removeReason') ?? ''),
      },
    }
  },
}
