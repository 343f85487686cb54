import type { CivilDate } from '@mingjian/codes'
import {
  count,
  lacking,
  localInspectionPlan,
  optional,
  type Provision,
  type Rule,
  riskClassOpinion,
  rule,
  type Setting,
  settingOn,
  spotCheckRule,
  tableOf,
} from '@mingjian/law'

const BASIS_POINTS = 10_000
/** 百分之三 抽查办法第四条. */
const LEGAL_FLOOR = 300

/** Basis points of the enterprises of a province that are drawn each year at least. */
export const samplingFloor: Setting<number> = {
  name: 'sampling-floor',
  title: '抽查比例的下限（万分之）',
  setBy: 'province',
  provision: { instrument: spotCheckRule, article: '4', confidence: 'certain' },
  faults: (basisPoints) => [
    ...(basisPoints < LEGAL_FLOOR ? ['below the three per cent that the rule asks for'] : []),
    ...(basisPoints > BASIS_POINTS ? ['above the whole'] : []),
  ],
  kind: count,
  versions: [
    {
      value: LEGAL_FLOOR,
      from: '2014-10-01',
      basis: '企业公示信息抽查办法第四条；昆都仑区规划第七部分',
      confidence: 'certain',
    },
  ],
}

/** The share of the enterprises that is drawn each year at least. */
export const leastShare = (on: CivilDate, floor: Setting<number> = samplingFloor): number =>
  settingOn(floor, on).value / BASIS_POINTS

const FLOOR: Provision = { instrument: spotCheckRule, article: '4', confidence: 'certain' }
const PLAN: Provision = { instrument: localInspectionPlan, article: '抽查比例', confidence: 'certain' }
const BY_CLASS: Provision = { instrument: riskClassOpinion, article: '分类实施监管', confidence: 'likely' }

/** The least whole number that isn't below the ratio, in whole numbers throughout: 7 % of 100 is 7, not 8. Up to 10^11 objects. */
export const sampleSize = (pool: number, basisPoints: number): number => {
  const parts = pool * basisPoints
  const rest = parts % BASIS_POINTS
  return (parts - rest) / BASIS_POINTS + (rest > 0 ? 1 : 0)
}

/** The first two neighbouring classes whose ratios fall although the risk rises: `A>B`. */
export const ratioFault = (ratios: Readonly<Record<string, number>>): string | undefined => {
  const classes = Object.keys(ratios).sort()
  const at = classes.findIndex((c, i) => (ratios[c] ?? 0) > (ratios[classes[i + 1] ?? c] ?? 0))
  return at < 0 ? undefined : `${classes[at]}>${classes[at + 1]}`
}

const RISK_CLASSES = ['A', 'B', 'C', 'D']

/** 分类抽查比例: basis points by credit-risk class, which never fall as the risk rises. */
export const riskRatios: Setting<Readonly<Record<string, number>>> = {
  name: 'risk-sampling-ratios',
  title: '信用风险分类的抽查比例（万分之）',
  kind: tableOf(count),
  setBy: 'local',
  provision: BY_CLASS,
  faults: (ratios) => {
    const falls = ratioFault(ratios)
    return [
      ...(falls === undefined ? [] : [`${falls}: the ratio falls as the risk rises`]),
      ...RISK_CLASSES.filter((name) => ratios[name] === undefined).map((name) => `no ratio for class ${name}`),
      ...Object.entries(ratios).flatMap(([name, ratio]) => [
        ...(RISK_CLASSES.includes(name) ? [] : [`there is no class ${name}`]),
        ...(ratio > BASIS_POINTS ? [`class ${name} is drawn more than whole`] : []),
      ]),
    ]
  },
  versions: [
    {
      value: { A: 100, B: 200, C: 1_000, D: 3_000 },
      from: '2022-01-13',
      basis: '河南省2021年公布的比例',
      confidence: 'to-verify',
      reason: '国家没有统一比例，当地计划未定之前暂按此例',
    },
  ],
}

export const samplingRules: readonly Rule[] = [
  rule({
    name: 'sampling.min_3pct',
    question: '按不少于百分之三至少抽取多少户',
    provisions: [FLOOR],
    settings: [samplingFloor],
    given: { pool_size: count },
    find: ({ pool_size }, on, settings) => {
      const floor = settingOn(settings(samplingFloor), on)
      const least = sampleSize(pool_size, floor.value)
      return {
        result: { min_sample: least },
        trace: [`${pool_size}户的${floor.value / 100}%，不足一户的进为一户：${least}户`],
        confidence: floor.confidence,
      }
    },
  }),
  rule({
    name: 'sampling.ratio_bp',
    question: '按计划的比例抽取多少户',
    provisions: [PLAN],
    given: { pool_size: count, ratio_basis_points: count },
    find: ({ pool_size, ratio_basis_points }) => {
      if (ratio_basis_points > BASIS_POINTS)
        return lacking('ratio_basis_points', { zh: '0至10000的整数', en: 'a whole number from 0 to 10000' })
      const sample = sampleSize(pool_size, ratio_basis_points)
      return {
        result: { sample },
        trace: [`${pool_size}户的万分之${ratio_basis_points}，以整数计算，不足一户的进为一户：${sample}户`],
      }
    },
  }),
  rule({
    name: 'sampling.by_risk_class',
    question: '按信用风险分类的比例各抽取多少户，是否达到百分之三',
    provisions: [BY_CLASS, FLOOR],
    settings: [samplingFloor, riskRatios],
    given: { class_sizes: tableOf(count), ratios_bp: optional(tableOf(count)) },
    find: ({ class_sizes, ratios_bp: planned }, on, settings) => {
      const ratios_bp = planned ?? settingOn(settings(riskRatios), on).value
      const perClass: Record<string, number> = {}
      let total = 0
      let pool = 0
      for (const [name, size] of Object.entries(class_sizes)) {
        const basisPoints = ratios_bp[name]
        if (basisPoints === undefined || basisPoints > BASIS_POINTS) {
          return lacking('ratios_bp', { zh: `${name}的比例，0至10000`, en: `a ratio from 0 to 10000 for ${name}` })
        }
        const sample = sampleSize(size, basisPoints)
        perClass[name] = sample
        total += sample
        pool += size
      }
      const floor = sampleSize(pool, settingOn(settings(samplingFloor), on).value)
      const shortfall = Math.max(0, floor - total)
      const shares = Object.entries(perClass).map(([name, sample]) => `${name}类${sample}户`)
      return {
        result: { per_class: perClass, total, floor_3pct: floor, shortfall },
        trace: [
          `${shares.join('，')}，共${total}户`,
          `总数${pool}户，至少${floor}户${shortfall > 0 ? `，尚缺${shortfall}户` : ''}`,
        ],
      }
    },
  }),
  rule({
    name: 'sampling.monotone_ratios',
    question: '抽查比例是否随风险升高而不降低',
    provisions: [BY_CLASS],
    given: { ratios_bp: tableOf(count) },
    find: ({ ratios_bp }) => {
      const violation = ratioFault(ratios_bp) ?? null
      return {
        result: { valid: violation === null, violation },
        trace: [violation === null ? '风险越高，比例不低于前一类' : `${violation}，风险较高的一类比例反而较低`],
      }
    },
  }),
]
