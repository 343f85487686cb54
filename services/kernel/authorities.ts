import type { CivilDate } from './calendar.ts'
import { tableOf, text } from './kind.ts'
import { type Setting, settingOn } from './setting.ts'

/** 上一级主管部门: who stands above each market regulator. */
export const superiorAuthorities: Setting<Readonly<Record<string, string>>> = {
  name: 'superior-authorities',
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

/** 本级人民政府 of a department of a county or prefecture: 昆都仑区人民政府 for 昆都仑区市场监督管理局. */
export const governmentOf = (authority: string): string | undefined => {
  const place = /^(.+?)市场监督管理局/.exec(authority)?.[1]
  return place === undefined ? undefined : `${place}人民政府`
}
