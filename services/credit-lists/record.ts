import { dayMember, type Fault, notAfterToday, recordKind, textMember, usccMember, wholeMember } from '@mingjian/codes'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import type { AbnormalCommand } from './abnormal-operations/decider.ts'

const day = dayMember('a day of the calendar')
const text = textMember()

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
export const abnormalHistoryRecord = recordKind({
  name: 'abnormal-history',
  noun: 'entry of the list of abnormal operations',
  members: {
    uscc: usccMember(),
    kind: Type.Optional(text),
    reason: wholeMember(1, 4, 'a ground 1 to 4'),
    reasonText: Type.Optional(text),
    year: Type.Optional(wholeMember()),
    listedOn: day,
    by: text,
    removedOn: Type.Optional(day),
    removeReason: Type.Optional(text),
  },
  onDay: { listedOn: notAfterToday, removedOn: notAfterToday },
  keyOf: ({ uscc, reason, year, listedOn }) => `${uscc}/${reason}/${year}/${listedOn}`,
  subjectOf: ({ uscc }) => uscc,
  authorityOf: ({ by }) => by,
  creates: ['AbnormalOperationsListed', 'AbnormalStateMarked'],
  faults: ({ listedOn, removedOn }): readonly Fault[] =>
    removedOn !== null && removedOn < listedOn
      ? [{ code: 'range', field: 'removedOn', message: 'lies before the listing' }]
      : [],
  command: ({ uscc, reason, listedOn, year, reasonText, removedOn, removeReason }): AbnormalCommand => ({
    type: 'RecordAbnormalHistory',
    data: {
      uscc,
      ground: GROUNDS[reason - 1] ?? 'annual_report_missed',
      on: listedOn,
      year,
      reason: reasonText ?? '',
      removedOn,
      removalReason: removeReason,
      rescinded: isRescission(removeReason ?? ''),
    },
  }),
})
