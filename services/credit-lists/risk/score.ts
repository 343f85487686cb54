import { addMonths, type CivilDate } from '@mingjian/codes'
import type { RiskFacts } from '../projections/risk-facts.ts'

export type RiskClass = 'A' | 'B' | 'C' | 'D'

/** The model: what counts, how much, and how many points make a class. Raised with every change, so that a class says by which model it was found. */
export const RISK_MODEL = 'mingjian-risk-2'

export interface RiskScore {
  readonly riskClass: RiskClass
  readonly score: number
  /** Each fact with its points, which add up to the score. */
  readonly reasons: readonly string[]
}

interface Points {
  readonly points: number
  readonly why: string
}

/** The least points of each class; the list of serious violations alone makes class D. */
const FROM: readonly (readonly [RiskClass, number])[] = [
  ['D', 60],
  ['C', 30],
  ['B', 10],
  ['A', 0],
]
const SERIOUS = 100

/** How many of these days lie in the months up to that day, itself included. */
const within = (days: readonly CivilDate[], months: number, asOf: CivilDate): number =>
  days.filter((day) => day > addMonths(asOf, -months) && day <= asOf).length

const isOpen = ({ from, to }: { readonly from: CivilDate; readonly to: CivilDate | null }, asOf: CivilDate): boolean =>
  from <= asOf && (to === null || to > asOf)

const each = (count: number, points: number, most: number, why: (count: number) => string): Points => ({
  points: Math.min(count * points, most),
  why: why(count),
})

const pointsOf = (facts: RiskFacts, asOf: CivilDate): readonly Points[] => {
  const listed = facts.listings.filter((entry) => isOpen(entry, asOf))
  const over = facts.listings.flatMap(({ to }) => (to !== null && to <= asOf ? [to] : []))
  const serious = facts.serious.filter((entry) => isOpen(entry, asOf)).length
  const standing = facts.penalties.filter(({ overturnedOn }) => overturnedOn === null || overturnedOn > asOf)
  const heavier = standing.filter((penalty) => penalty.heavier).map(({ on }) => on)
  const ordinary = standing.filter((penalty) => !penalty.heavier).map(({ on }) => on)
  const missing = facts.missed.filter(
    ({ since, filedOn }) => since <= asOf && (filedOn === null || filedOn > asOf),
  ).length
  const found = facts.inspections.map(({ on }) => on)
  const uncooperative = facts.inspections.filter((one) => one.uncooperative).map(({ on }) => on)
  const young = within([facts.establishedOn], 12, asOf)
  return [
    each(serious, SERIOUS, SERIOUS, () => '列入严重违法失信名单'),
    each(Math.min(listed.length, 1), 30, 30, () => '列入经营异常名录或者标记为经营异常状态'),
    each(Math.max(listed.length - 1, 0), 5, 15, (count) => `另有${count}项列入或者标记的事由`),
    each(listed.filter(({ from }) => from <= addMonths(asOf, -36)).length, 10, 10, () => '列入或者标记已满三年'),
    each(within(over, 24, asOf), 5, 10, (count) => `两年内${count}项列入或者标记移出、恢复`),
    each(within(heavier, 36, asOf), 25, 50, (count) => `三年内${count}件从重行政处罚`),
    each(within(ordinary, 36, asOf), 10, 30, (count) => `三年内${count}件行政处罚`),
    each(missing, 5, 15, (count) => `${count}个年度的年度报告尚未报送`),
    each(within(facts.complaints, 12, asOf), 2, 20, (count) => `一年内${count}件投诉举报`),
    each(within(found, 24, asOf), 5, 20, (count) => `两年内${count}次检查发现问题`),
    each(within(uncooperative, 24, asOf), 10, 20, (count) => `两年内${count}次不配合检查情节严重`),
    each(young, 5, 5, () => '成立不满一年'),
  ].filter(({ points }) => points > 0)
}

/** The same facts and day always give the same class; more facts against an enterprise never give a better one. */
export const riskOf = (facts: RiskFacts, asOf: CivilDate): RiskScore => {
  const points = pointsOf(facts, asOf)
  const score = points.reduce((sum, { points }) => sum + points, 0)
  const riskClass = FROM.find(([, least]) => score >= least)?.[0] ?? 'A'
  return { riskClass, score, reasons: points.map(({ points, why }) => `${why}：${points}分`) }
}
