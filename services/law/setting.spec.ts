import { describe, expect, test } from 'vitest'
import { spotCheckRule } from './instruments.ts'
import { count } from './question.ts'
import { overlaid, type Setting, type SettingVersion, settingFaults, settingOn, withVersion } from './setting.ts'

const version = (value: number, from: string, to?: string): SettingVersion<number> => ({
  value,
  from,
  ...(to === undefined ? {} : { to }),
  basis: '规划第七部分',
  confidence: 'certain',
})
const ratio = (...versions: readonly SettingVersion<number>[]): Setting<number> => ({
  name: 'ratio',
  title: '比例',
  setBy: 'local',
  provision: { instrument: spotCheckRule, article: '4', confidence: 'certain' },
  kind: count,
  versions,
})

describe('a setting', () => {
  const changed = ratio(version(300, '2020-01-01', '2023-12-31'), version(500, '2024-01-01'))

  test.each([
    ['2023-12-31', 300],
    ['2024-01-01', 500],
    ['2019-12-31', 300],
  ])('on %s is %d', (on, value) => {
    expect(settingOn(changed, on).value).toBe(value)
  })

  test.each([
    ['as it should be', changed, []],
    [
      'with two values for a day',
      ratio(version(1, '2020-01-01', '2021-01-01'), version(2, '2021-01-01')),
      ['2020-01-01 and 2021-01-01 overlap'],
    ],
    [
      'with an open value before another',
      ratio(version(1, '2020-01-01'), version(2, '2021-01-01')),
      ['2020-01-01 and 2021-01-01 overlap'],
    ],
    [
      'with a day without any',
      ratio(version(1, '2020-01-01', '2020-12-30'), version(2, '2021-01-01')),
      ['no value from 2020-12-31 to 2021-01-01'],
    ],
    ['that ends before it begins', ratio(version(1, '2020-01-01', '2019-12-31')), ['2020-01-01 ends on 2019-12-31']],
    [
      'with a wrong value',
      ratio(version(-1, '2020-01-01')),
      ['2020-01-01: the value must be a whole number from 0 to 10^11'],
    ],
    ['of nothing', ratio(), ['no version']],
  ])('%s: %o has these faults', (_what, setting, faults) => {
    expect(settingFaults(setting)).toEqual(faults)
  })
})

describe('one more version', () => {
  test('ends an open one on the day before its own first', () => {
    expect(withVersion([version(1, '2020-01-01')], version(2, '2024-05-01'))).toEqual([
      version(1, '2020-01-01', '2024-04-30'),
      version(2, '2024-05-01'),
    ])
  })
  test('corrects the one that begins on the same day', () => {
    expect(withVersion([version(1, '2020-01-01')], version(2, '2020-01-01'))).toEqual([version(2, '2020-01-01')])
  })
  test('inside one that has an end overlaps it; behind a gap it leaves days out', () => {
    const bounded = version(1, '2020-01-01', '2020-12-31')
    expect(settingFaults(ratio(...withVersion([bounded], version(2, '2020-07-01'))))).toEqual([
      '2020-01-01 and 2020-07-01 overlap',
    ])
    expect(settingFaults(ratio(...withVersion([bounded], version(2, '2021-02-01'))))).toEqual([
      'no value from 2021-01-01 to 2021-02-01',
    ])
  })
})

test('versions laid over others hold on their own days only', () => {
  const under = [version(1, '2020-01-01', '2021-12-31'), version(2, '2022-01-01')]
  const over = [version(3, '2021-06-01', '2022-06-30')]
  expect(overlaid(under, over)).toEqual([
    version(1, '2020-01-01', '2021-05-31'),
    version(3, '2021-06-01', '2022-06-30'),
    version(2, '2022-07-01'),
  ])
  expect(overlaid(under, [version(9, '2020-01-01')])).toEqual([version(9, '2020-01-01')])
})
