import { encode } from '@mingjian/schemas'
import { expect, test } from 'vitest'
import type { OwnRow } from './log-row.ts'
import { logTail } from './log-tail.ts'

const { payload, schema } = encode('LicenceRevoked', { reason: null, remedy: null })
const rows = (first: number, count: number): OwnRow[] =>
  Array.from({ length: count }, (_, index) => {
    const stream = `${first + index}/registration`
    // biome-ignore format: the columns in table order
    return [first + index, stream, 1, 'LicenceRevoked', '2026-07-01', '2026-07-01T00:00:00.000Z', 'staff:1', '150203', '', null, null, null, schema, payload]
  })
const TYPES = ['LicenceRevoked']

const tailOf = (count: number, ...readers: string[]) => {
  const tail = logTail()
  // Without a reader nothing is kept.
  for (const reader of readers) tail.after(reader, 0, 1, TYPES)
  tail.add(1, rows(1, count))
  return {
    add: tail.add,
    read: (reader: string, after: number) => tail.after(reader, after, 10_000, TYPES)?.events.map((e) => e.position),
  }
}

test('what one reader has had is kept for another', () => {
  const { read } = tailOf(3000, 'one', 'other')
  expect(read('other', 0)).toHaveLength(3000)
  expect(read('one', 0)).toHaveLength(3000)
  expect(read('one', 3000), 'others may have gone on').toBeUndefined()
  expect(read('other', 0)?.[0]).toBe(1)
})

test('what all have had is let go', () => {
  const { add, read } = tailOf(3000, 'one', 'other')
  for (const reader of ['one', 'other']) expect(read(reader, 0)).toHaveLength(3000)
  add(3001, rows(3001, 1))
  for (const reader of ['one', 'other']) expect(read(reader, 3000)).toEqual([3001])
  expect(read('third', 2999)).toBeUndefined()
  expect(read('third', 3000)).toEqual([3001])
})

test('a reader who stays away is not waited for beyond what is kept at most', () => {
  const { add, read } = tailOf(3000, 'one', 'away')
  expect(read('away', 0)).toHaveLength(3000)
  for (let first = 3001; first < 60_000; first += 3000) {
    expect(read('one', first - 1)).toBeUndefined()
    add(first, rows(first, 3000))
  }
  expect(read('away', 0)).toBeUndefined()
  expect(read('one', 59_999)?.[0]).toBe(60_000)
  add(60_001, rows(60_001, 1))
  expect(read('one', 60_000)).toEqual([60_001])
  expect(read('third', 50_000), 'let go when the only one left had it').toBeUndefined()
})
