import Type from 'typebox'
import { describe, expect, test } from 'vitest'
import { dayMember, textMember, usccMember, wholeMember } from './formats.ts'
import { notAfterToday, recordKind } from './record.ts'

const kind = recordKind({
  name: 'things',
  noun: 'thing',
  members: {
    uscc: usccMember(),
    name: textMember(),
    amount: Type.Optional(Type.Number({ minimum: 0 })),
    count: Type.Optional(wholeMember(0)),
    open: Type.Optional(Type.Boolean()),
    on: Type.Optional(dayMember()),
    words: Type.Optional(Type.Array(textMember())),
  },
  onDay: { on: notAfterToday },
  keyOf: ({ uscc }) => uscc,
  subjectOf: ({ uscc }) => uscc,
  authorityOf: () => '',
  creates: [],
  command: (record) => ({ type: 'RecordThing', data: record }),
})
const whole = {
  uscc: '91110000600037341L',
  name: '甲',
  amount: 1.5,
  count: 2,
  open: true,
  on: '2026-01-02',
  words: ['一'],
}
const check = (changes: Record<string, unknown>, cells = false) =>
  kind.check({ ...whole, ...changes }, '2026-11-20', cells)
const codes = (changes: Record<string, unknown>) => check(changes).faults.map(({ code, field }) => `${code} ${field}`)

test('a whole row has no fault, and absent members are null', () => {
  const { record, faults } = kind.check({ uscc: whole.uscc, name: '甲' }, '2026-11-20', false)
  expect(faults).toEqual([])
  expect(record).toEqual({ uscc: whole.uscc, name: '甲', amount: null, count: null, open: null, on: null, words: null })
})

test('a code is normalised before it is checked', () => {
  expect(check({ uscc: ' 91 110000 600037341l　' }).record.uscc).toBe(whole.uscc)
})

describe('what is wrong is said by its code', () => {
  test.each([
    [{ uscc: '91110000600037341' }, 'uscc-length uscc'],
    [{ uscc: '9111000060003734IL' }, 'uscc-alphabet uscc'],
    [{ uscc: '911100006000373410' }, 'uscc-check uscc'],
    [{ uscc: '91110000600037340H' }, 'uscc-subject uscc'],
    [{ uscc: 91 }, 'type uscc'],
    [{ uscc: null }, 'missing uscc'],
    [{ name: '' }, 'missing name'],
    [{ name: 7 }, 'type name'],
    [{ name: 'a\0b' }, 'type name'],
    [{ name: '\ud83d' }, 'type name'],
    [{ amount: '一百' }, 'type amount'],
    [{ amount: '100' }, 'type amount'],
    [{ amount: Number.NaN }, 'type amount'],
    [{ amount: -1 }, 'range amount'],
    [{ count: 1.5 }, 'type count'],
    [{ count: 2 ** 53 }, 'type count'],
    [{ count: -1 }, 'range count'],
    [{ open: '是' }, 'type open'],
    [{ on: '2021-02-30' }, 'date on'],
    [{ on: '2026/01/02' }, 'date on'],
    [{ on: 20260102 }, 'type on'],
    [{ on: '2026-11-21' }, 'range on'],
    [{ words: '一' }, 'type words'],
    [{ colour: 'red' }, 'unknown-field colour'],
    [{ constructor: 'red' }, 'unknown-field constructor'],
  ])('%j', (changes, code) => {
    expect(codes(changes)).toEqual([code])
  })

  test('a row with several faults is reported under the first of the order', () => {
    expect(codes({ on: '2021-02-30', amount: '一百', name: null, uscc: '9' })).toEqual([
      'uscc-length uscc',
      'missing name',
      'type amount',
      'date on',
    ])
  })

  test.each([['text'], [7], [null], [[1]]])('%j is no row', (row) => {
    expect(kind.check(row, '2026-11-20', false).faults.map(({ code }) => code)).toEqual(['type'])
  })
})

test.each([
  [{ name: 7 }, 'is not a text: 7'],
  [{ amount: '一百' }, 'is not a number: "一百"'],
  [{ amount: -1 }, 'is not a number from 0: -1'],
  [{ count: -1 }, 'is not a whole number from 0: -1'],
  [{ count: 2 ** 53 }, 'is not a whole number: 9007199254740992'],
  [{ on: '2021-02-30' }, 'is not a day, YYYY-MM-DD: "2021-02-30"'],
  [{ words: '一' }, 'is not a list, each a text: "一"'],
])('%j %s', (changes, message) => {
  expect(check(changes).faults.map((fault) => fault.message)).toEqual([message])
})

test('cells of a CSV are read as what they stand for', () => {
  const { record, faults } = check({ amount: '1.5', count: '2', open: '是', words: '一；二', on: '' }, true)
  expect(faults).toEqual([])
  expect(record).toMatchObject({ amount: 1.5, count: 2, open: true, words: ['一', '二'], on: null })
})
