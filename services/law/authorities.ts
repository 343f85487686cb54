import type { CivilDate } from '@mingjian/codes'
import { registrationRegulation } from './instruments.ts'
import { tableOf, text } from './question.ts'
import { type Level, type Setting, settingOn } from './setting.ts'

/** 上一级主管部门: who stands above each market regulator. */
export const superiorAuthorities: Setting<Readonly<Record<string, string>>> = {
  name: 'superior-authorities',
  title: '上一级主管部门',
  setBy: 'local',
  provision: { instrument: registrationRegulation, article: '5', confidence: 'likely' },
  kind: tableOf(text),
  versions: [
    {
      value: {
        昆都仑区市场监督管理局: '包头市市场监督管理局',
        包头市市场监督管理局: '内蒙古自治区市场监督管理局',
        内蒙古自治区市场监督管理局: '国家市场监督管理总局',
      },
      from: '2014-10-01',
      basis: '机构改革方案',
      confidence: 'likely',
    },
  ],
}

/** Undefined for an authority that the setting doesn't name. */
export const superiorOf = (
  authority: string,
  on: CivilDate,
  superiors: Setting<Readonly<Record<string, string>>> = superiorAuthorities,
): string | undefined => settingOn(superiors, on).value[authority]

/** 国家市场监督管理总局 stands above all. */
export const NATIONAL_AUTHORITY = '国家市场监督管理总局'

/** How far an authority reaches, as its name says. */
export const levelOf = (authority: string): Level => {
  if (authority.startsWith('国家')) return 'nation'
  return /(自治区|省)市场监督管理(局|厅)$|^(北京|天津|上海|重庆)市市场监督管理局$/.test(authority)
    ? 'province'
    : 'local'
}

// The shipped chain alone: the order of authorities can't depend on their own settings.
const { value: superiors } = settingOn(superiorAuthorities, '9999-12-31')

/** An authority and all above it, the nation's last. */
export const authorityLine = (authority: string): readonly string[] => {
  const line = authority === '' ? [] : [authority]
  for (let above = superiors[authority]; above !== undefined && !line.includes(above); above = superiors[above])
    line.push(above)
  return line.includes(NATIONAL_AUTHORITY) ? line : [...line, NATIONAL_AUTHORITY]
}

/** 本级人民政府 of a department of a county or prefecture: 昆都仑区人民政府 for 昆都仑区市场监督管理局. */
export const governmentOf = (authority: string): string | undefined => {
  const place = /^(.+?)市场监督管理局/.exec(authority)?.[1]
  return place === undefined ? undefined : `${place}人民政府`
}
