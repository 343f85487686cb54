import { type Given, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { NATIONAL_AUTHORITY } from './authorities.ts'
import { penaltyPublicityRule } from './instruments.ts'
import { legalSettingsDecider, nothingSet, type SetLegalSetting, settingsFor, valuesAfter } from './legal-settings.ts'
import { count, tableOf } from './question.ts'
import { type Setting, settingOn } from './setting.ts'

const COUNTY = '昆都仑区市场监督管理局'
const PROVINCE = '内蒙古自治区市场监督管理局'

const ceilings: Setting<number> = {
  name: 'ceilings',
  title: '较低数额',
  kind: count,
  setBy: 'province',
  provision: { instrument: penaltyPublicityRule, article: { SAMR45: '13' }, confidence: 'certain' },
  versions: [{ value: 50_000, from: '2021-09-01', basis: '暂定', confidence: 'to-verify' }],
}
const ratios: Setting<Readonly<Record<string, number>>> = {
  ...ceilings,
  name: 'ratios',
  kind: tableOf(count),
  setBy: 'local',
  faults: ({ A = 0, B = 0 }) => (A > B ? ['A>B'] : []),
  versions: [],
}
const decider = legalSettingsDecider([ceilings, ratios])
const set = (data: Partial<SetLegalSetting['data']> = {}): SetLegalSetting => ({
  type: 'SetLegalSetting',
  data: {
    authority: PROVINCE,
    name: 'ceilings',
    value: 30_000,
    from: '2027-01-01',
    basis: '内市监法〔2026〕1号',
    ...data,
  },
})
const nobody: Given<SetLegalSetting> = given(decider as never)
const told = (...commands: readonly SetLegalSetting[]): Given<SetLegalSetting> =>
  commands.reduce((story, command) => story.when(command), nobody)

describe('an authority sets what the law leaves to it', () => {
  test('with its document and its day, once', () => {
    const story = told(set())
    expect(story.events).toMatchObject([
      { type: 'LegalSettingSet', effectiveOn: '2027-01-01', basis: ['penalty-publicity-rule@SAMR45:13'] },
    ])
    expect(story.when(set()).outcome).toEqual([])
  })
  test('for a day that it has set before, and so corrects it; and from a later day', () => {
    const story = told(set(), set({ value: 40_000 }), set({ value: 60_000, from: '2028-01-01' }))
    expect(story.types).toEqual(['LegalSettingSet'])
  })
  test.each([
    ['an unknown setting', set({ name: 'other' }), 'unknown-setting'],
    ['a value of the wrong kind', set({ value: 'much' }), 'setting-wrong'],
    ['ratios that fall as the risk rises', set({ name: 'ratios', value: { A: 2, B: 1 } }), 'setting-wrong'],
    ['a day that is none', set({ from: '2027-02-30' }), 'setting-date'],
    ['an end before its beginning', set({ to: '2026-12-31' }), 'setting-wrong'],
    ['one that is set higher up', set({ authority: COUNTY }), 'not-competent'],
    ['that of another line', set({ authority: '山西省市场监督管理局' }), 'not-in-line'],
  ])('but not %s', (_, command, code) => {
    expect(told(command).refusal).toBe(code)
  })
  test('nor versions that overlap or leave days out: refused whole', () => {
    const bounded = set({ from: '2027-01-01', to: '2027-12-31' })
    expect(told(bounded, set({ from: '2027-07-01' })).refusal).toBe('setting-wrong')
    expect(told(bounded, set({ from: '2028-02-01' })).refusal).toBe('setting-wrong')
    expect(told(bounded, set({ from: '2028-01-01' })).types).toEqual(['LegalSettingSet'])
  })
})

describe('what is in force', () => {
  const after = (...commands: readonly SetLegalSetting[]) =>
    commands.flatMap((command) => told(command).events).reduce(valuesAfter, nothingSet)
  const ceilingOn = (values: typeof nothingSet, authority: string, on: string) =>
    settingOn(settingsFor(values, authority)(ceilings), on)

  test('for a county is what those above it have set, from that day on', () => {
    const values = after(set())
    expect(ceilingOn(values, COUNTY, '2026-12-31').value).toBe(50_000)
    expect(ceilingOn(values, COUNTY, '2027-01-01')).toMatchObject({ value: 30_000, setBy: PROVINCE })
    expect(ceilingOn(values, '山西省市场监督管理局', '2027-01-01').value).toBe(50_000)
  })
  test('is what the nearest authority has set, on the days for which it has', () => {
    const values = after(
      set({ authority: NATIONAL_AUTHORITY, value: 10_000 }),
      set({ value: 30_000, from: '2028-01-01', to: '2028-12-31' }),
    )
    expect(ceilingOn(values, COUNTY, '2027-06-01').value).toBe(10_000)
    expect(ceilingOn(values, COUNTY, '2028-06-01').value).toBe(30_000)
    expect(ceilingOn(values, COUNTY, '2029-01-01').value).toBe(10_000)
  })
})
