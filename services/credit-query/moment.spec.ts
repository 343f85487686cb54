import { describe, expect, test } from 'vitest'
import { established, listed, renamed } from './example-history.ts'
import { documentAt } from './moment.ts'
import { enterprise } from './projections/enterprise.ts'

const late = { recordedAt: '2024-06-01T00:00:00.000Z' }
const history = [
  established(1, '2021-03-04'),
  renamed(2, '丙公司', '2024-01-10'),
  // A change of 2023 that the register learnt of in 2024.
  renamed(3, '乙公司', '2023-05-01', late),
  listed(4, 2023, '2024-07-01'),
]
const nameAt = (moment: Parameters<typeof documentAt>[2]): string | undefined =>
  documentAt(enterprise, history, moment)?.name

describe('what was true on a day', () => {
  test('is nothing before the establishment', () => expect(nameAt({ asOf: '2021-03-03' })).toBeUndefined())
  test('follows the order in which it became true', () => {
    expect(nameAt({ asOf: '2023-12-31' })).toBe('乙公司')
    expect(nameAt({ asOf: '2024-01-10' })).toBe('丙公司')
  })
  test('has the lists of that day', () => {
    expect(documentAt(enterprise, history, { asOf: '2024-06-30' })?.lists).toEqual([])
    expect(documentAt(enterprise, history, { asOf: '2024-07-01' })?.lists).toHaveLength(1)
  })
})

describe('what was known at a time', () => {
  test('leaves out what was recorded later, to the millisecond', () => {
    expect(nameAt({ asOf: '2023-12-31', knownAt: '2024-05-31T23:59:59.999Z' })).toBe(nameAt({ asOf: '2021-03-04' }))
    expect(nameAt({ asOf: '2023-12-31', knownAt: '2024-06-01T00:00:00Z' })).toBe('乙公司')
  })
  test('is told in any offset', () => expect(nameAt({ knownAt: '2021-03-04T11:59:59+08:00' })).toBeUndefined())
  test('stands as the log told it then', () => expect(nameAt({ knownAt: '2024-05-01T00:00:00Z' })).toBe('丙公司'))
})

test('an event that the read model does not fold changes nothing', () => {
  const [first] = history
  if (first === undefined) throw new Error('no history')
  const decided = { ...first, position: 9, type: 'InspectorEnrolled' } as typeof first
  expect(documentAt(enterprise, [first, decided], { asOf: '2030-01-01' })?.position).toBe(1)
})
