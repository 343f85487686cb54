import { formOf } from '@mingjian/codes'
import { describe, expect, test } from 'vitest'
import { generalRules } from './rules.ts'

const ask = (name: string, given: Readonly<Record<string, unknown>>) =>
  generalRules.find((r) => r.name === name)?.evaluate(given, '2026-11-23')
const resultOf = (name: string, given: Readonly<Record<string, unknown>>) => {
  const outcome = ask(name, given)
  return outcome !== undefined && 'result' in outcome ? outcome.result : outcome
}

describe('law in time', () => {
  const asked = { act_date: '2021-03-01', decision_date: '2021-08-10', old_penalty_max: 30_000 }

  test('the law of the act applies unless the new one is lighter', () => {
    expect(resultOf('law.lighter_rule', { ...asked, new_penalty_max: 29_999 })).toEqual({
      apply: 'new',
      penalty: 29_999,
    })
    expect(resultOf('law.lighter_rule', { ...asked, new_penalty_max: 30_000 })).toEqual({
      apply: 'old',
      penalty: 30_000,
    })
    expect(resultOf('law.lighter_rule', asked)).toMatchObject({ code: 'given', member: 'new_penalty_max' })
    expect(resultOf('law.lighter_rule', { ...asked, decision_date: '2021-02-28' })).toMatchObject({
      member: 'decision_date',
    })
  })

  test('an instrument is found by its name, its title or its id; one that is not in the catalogue is refused', () => {
    for (const instrument of ['企业信息公示条例', '企业信息公示暂行条例', 'disclosure-regulation']) {
      expect(resultOf('law.version_in_force', { instrument, on: '2024-05-01' })).toEqual({
        version: '企业信息公示暂行条例@777(2024-05-01..)',
      })
    }
    expect(ask('law.version_in_force', { instrument: '不存在的条例', on: '2024-05-01' })).toMatchObject({
      member: 'instrument',
    })
  })
})

describe('periods', () => {
  test('run to the corresponding day or the month’s end, and on to the end of a rest', () => {
    expect(resultOf('period.month_year', { start: '2024-01-31', n: 1, unit: 'month' })).toEqual({
      last_day: '2024-02-29',
    })
    expect(resultOf('period.month_year', { start: '2024-02-29', n: 4, unit: 'year' })).toEqual({
      last_day: '2028-02-29',
    })
    expect(resultOf('period.rollover', { last_day: '2024-02-09' })).toEqual({ effective_last_day: '2024-02-09' })
    expect(resultOf('period.rollover', { last_day: '2024-02-10' })).toEqual({ effective_last_day: '2024-02-18' })
  })

  test('are provisional where holidays are not announced', () => {
    expect(ask('calendar.is_workday', { date: '2027-10-01' })).toMatchObject({
      result: { workday: true },
      confidence: 'to-verify',
    })
    expect(ask('calendar.is_workday', { date: '2026-10-01' })).toMatchObject({
      result: { workday: false },
      confidence: 'certain',
    })
  })
})

describe('codes', () => {
  test('a code is valid as people write it', () => {
    expect(resultOf('uscc.valid', { code: ' ９１１１００００６０００３７３４１ｌ ' })).toMatchObject({
      valid: true,
      org_code: '60003734-1',
      region: '110000',
    })
  })

  test('a code whose inner check fails is doubted, with the reason', () => {
    expect(resultOf('uscc.valid', { code: '91110000600037340H' })).toMatchObject({
      valid: false,
      fault: 'uscc-subject',
    })
    expect(resultOf('uscc.valid', { code: '9111000060003734' })).toMatchObject({ valid: false, check_char: null })
  })

  test.each([
    ['enttype.code', { code: '9500' }, { text: '个体工商户' }],
    ['enttype.code', { code: '1110' }, { text: '有限责任公司(国有独资)' }],
    ['enttype.code', { code: '6110' }, { text: '港澳台投资企业' }],
    ['regstate.code', { code: '1' }, { text: '存续（在营、开业、在册）' }],
    ['regno15.compute', { first14: '11010800000001' }, { check: '6' }],
    ['regno15.valid', { number: '110108000000017' }, { valid: false }],
    ['orgcode.check', { body: 'MA0N0001' }, { check: '6' }],
    [
      'uscc.decode',
      { code_prefix: '91150204' },
      { department: '工商(市场监管)', class: '企业', district: '青山区', region: '150204' },
    ],
  ])('%s of %o is %o', (name, given, result) => {
    expect(resultOf(name, given)).toEqual(result)
  })

  test.each([
    ['enttype.code', { code: 'x' }],
    ['regstate.code', { code: '7' }],
    ['regno15.compute', { first14: '1' }],
    ['orgcode.check', { body: '1234567' }],
    ['uscc.decode', { code_prefix: '9' }],
    ['uscc.compute', { first17: '91150203MA0N0001' }],
  ])('%s of %o is refused', (name, given) => {
    expect(ask(name, given)).toMatchObject({ code: 'given', member: Object.keys(given)[0] })
  })

  test('the type code tells which branch of the law an entity belongs to', () => {
    expect(['1130', '2130', '4540', '9500', '9100', '9200'].map(formOf)).toEqual([
      'enterprise',
      'enterprise',
      'enterprise',
      'sole-trader',
      'cooperative',
      'cooperative',
    ])
  })
})
