import type { CivilDate } from '@mingjian/codes'
import {
  type Asked,
  amount,
  asShipped,
  date,
  discretionOpinion,
  listOf,
  oneOf,
  optional,
  type Provision,
  penaltyLaw,
  recordOf,
  type Setting,
  type SettingSource,
  settingOn,
  text,
} from '@mingjian/law'
import benchmarks from '../data/benchmarks.json' with { type: 'json' }
import { ask } from './ask.ts'

const benchmark = {
  id: text,
  violation: text,
  /** The provision that fixes the fine, in words. */
  statute: text,
  /** Yuan, or times the value of the goods, the turnover or the cost. */
  unit: oneOf('yuan', 'times'),
  least: amount,
  most: amount,
  from: date,
  to: optional(date),
}
/** 裁量基准 of one violation: between which limits it is fined, for acts of which days. */
export type Benchmark = Asked<typeof benchmark>

export const discretionBenchmarks: Setting<readonly Benchmark[]> = {
  name: 'discretion-benchmarks',
  title: '行政处罚裁量基准',
  setBy: 'local',
  provision: { instrument: penaltyLaw, article: { 2017: '4', 2021: '34' }, confidence: 'certain' },
  faults: (table) =>
    table.flatMap(({ id, least, most }) => (least <= most ? [] : [`${id}: ${least} is more than ${most}`])),
  kind: listOf(recordOf(benchmark)),
  versions: [
    {
      value: benchmarks as readonly Benchmark[],
      from: '2015-10-01',
      basis: '各法律、法规规定的罚款幅度；裁量阶次见国市监法规〔2022〕2号',
      confidence: 'likely',
      reason: '自治区市场监督管理局公布的裁量基准待核，暂以法定幅度为准',
    },
  ],
}

/** 从轻 is the lower 30 % of the span and 从重 the upper 30 %. */
export const SHARES: Provision = { instrument: discretionOpinion, article: '裁量幅度', confidence: 'likely' }

/** Shares of the statutory span up to which a fine is a light one, and from which it is a heavy one. */
export const discretionShares: Setting<{ readonly lighter: number; readonly heavier: number }> = {
  name: 'discretion-shares',
  title: '从轻、从重处罚的裁量幅度',
  setBy: 'province',
  provision: SHARES,
  faults: ({ lighter, heavier }) => (lighter <= heavier && heavier <= 1 ? [] : ['the bands cross']),
  kind: recordOf({ lighter: amount, heavier: amount }),
  versions: [
    {
      value: { lighter: 0.3, heavier: 0.7 },
      from: '2019-12-24',
      basis: '关于规范市场监督管理行政处罚裁量权的指导意见',
      confidence: 'likely',
    },
  ],
}

export const BANDS = ['减轻', '从轻', '一般', '从重'] as const
export type Band = (typeof BANDS)[number]

/** The span of a fine in yuan. */
export interface Span {
  readonly least: number
  readonly most: number
}

const benchmarkOn = (id: string, on: CivilDate, benchmarks: Setting<readonly Benchmark[]>): Benchmark | undefined =>
  settingOn(benchmarks, on).value.find(
    (candidate) => candidate.id === id && candidate.from <= on && (candidate.to === undefined || on <= candidate.to),
  )

const spanOf = ({ unit, least, most }: Benchmark, base: number): Span =>
  unit === 'yuan' ? { least, most } : { least: least * base, most: most * base }

/**
 * The span that a fine must keep: that of the day of the act, or that of the decision where it is lighter 从旧兼从轻. `base`: what a span of
 * so many times is counted from. Undefined where no benchmark of that name covers the act.
 */
export const spanFor = (
  id: string,
  base: number,
  { actEndedOn, decidedOn }: { readonly actEndedOn: CivilDate; readonly decidedOn: CivilDate },
  settings: SettingSource = asShipped,
): Span | undefined => {
  const benchmarks = settings(discretionBenchmarks)
  const then = benchmarkOn(id, actEndedOn, benchmarks)
  const now = benchmarkOn(id, decidedOn, benchmarks)
  if (then === undefined) return undefined
  const old = spanOf(then, base)
  if (now === undefined || decidedOn < actEndedOn) return old
  const present = spanOf(now, base)
  const { result } = ask(
    'law.lighter_rule',
    { act_date: actEndedOn, decision_date: decidedOn, old_penalty_max: old.most, new_penalty_max: present.most },
    decidedOn,
  )
  // The rule weighs the upper limits; with the same one, what begins lower is lighter.
  const beginsLower = present.most === old.most && present.least < old.least
  return result.apply === 'new' || beginsLower ? present : old
}

/** Where in its span a fine lies; above it is no band at all. */
export const bandOf = (
  fine: number,
  { least, most }: Span,
  on: CivilDate,
  settings: SettingSource = asShipped,
): Band | undefined => {
  const { lighter, heavier } = settingOn(settings(discretionShares), on).value
  if (fine > most) return undefined
  if (fine < least) return '减轻'
  const share = most === least ? 0.5 : (fine - least) / (most - least)
  if (share < lighter) return '从轻'
  return share <= heavier ? '一般' : '从重'
}
