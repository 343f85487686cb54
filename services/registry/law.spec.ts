import { describe, expect, test } from 'vitest'
import { rules } from './law.ts'

const ask = (name: string, given: Readonly<Record<string, unknown>>, on = '2026-11-23') =>
  rules.find((r) => r.name === name)?.evaluate(given, on)

describe('simplified deregistration', () => {
  test('is barred to the listed and open to others', () => {
    expect(ask('simple_deregistration.bar', { in_abnormal_list: true })).toMatchObject({ result: { allowed: false } })
    expect(ask('simple_deregistration.bar', { in_abnormal_list: false })).toMatchObject({ result: { allowed: true } })
  })

  test('is announced for twenty days and applied for in the twenty after', () => {
    expect(ask('simple_deregistration.window', { notice_published: '2024-01-31' })).toMatchObject({
      result: { notice_last_day: '2024-02-20', apply_until: '2024-03-11' },
    })
  })

  test('has no such provision before 2022-03-01', () => {
    expect(ask('simple_deregistration.bar', { in_abnormal_list: true }, '2022-02-28')).toMatchObject({
      confidence: 'to-verify',
    })
  })
})

test('a change is applied for within thirty days', () => {
  expect(ask('change_registration.deadline', { resolution_on: '2024-01-31' })).toMatchObject({
    result: { apply_by: '2024-03-01' },
  })
})
