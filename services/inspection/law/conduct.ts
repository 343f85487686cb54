import {
  count,
  flag,
  inspectionConductOpinion,
  listOf,
  optional,
  type Provision,
  penaltyLaw,
  type Rule,
  rule,
  smallCount,
  spotCheckRule,
  table,
  text,
} from '@mingjian/law'

const inPenaltyLaw = (article2017: string, article2021: string): Provision => ({
  instrument: penaltyLaw,
  article: { 2017: article2017, 2021: article2021 },
  confidence: { 2017: 'likely', 2021: 'certain' },
})
const SPOT_CHECK_TEAM: Provision = { instrument: spotCheckRule, article: '9', confidence: 'likely' }
const CAP: Provision = { instrument: inspectionConductOpinion, article: '行政检查频次', confidence: 'likely' }

const LEAST_OFFICERS = 2

/** 执法人员: at least two, each with a valid certificate; others don't count and must not inspect. */
export const isValidTeam = (validCertificates: readonly boolean[]): boolean =>
  validCertificates.filter(Boolean).length >= LEAST_OFFICERS

/** 回避: an officer with a conflict steps back for the next in the order of the draw. */
export const teamWithoutConflicts = (
  drawn: readonly string[],
  conflicts: Readonly<Record<string, unknown>>,
  size: number,
): { readonly team: readonly string[]; readonly recused: readonly string[] } => {
  const hasConflict = (officer: string): boolean => Object.hasOwn(conflicts, officer)
  return {
    team: drawn.filter((officer) => !hasConflict(officer)).slice(0, size),
    recused: drawn.filter(hasConflict),
  }
}

/** Leads and case work aren't bound by the yearly cap of an enterprise's site checks. */
const LEADS = /投诉|举报|转办|交办|数据监测|监测|移送|线索|申请/
const isFreeOfCap = (check: Readonly<Record<string, unknown>>): boolean =>
  check.kind === '个案检查' || LEADS.test(String(check.source ?? ''))

export const conductRules: readonly Rule[] = [
  rule({
    name: 'inspection.team_valid',
    question: '检查组的人数和执法证件是否合法',
    provisions: [inPenaltyLaw('37.1', '42.1'), inPenaltyLaw('37.1', '55.1'), SPOT_CHECK_TEAM],
    given: { inspectors: count, valid_certificates: listOf(flag) },
    find: ({ inspectors, valid_certificates }) => {
      const certified = valid_certificates.slice(0, inspectors)
      const valid = isValidTeam(certified)
      const holders = certified.filter(Boolean).length
      return {
        result: { valid_team: valid },
        trace: [
          `${inspectors}人中${holders}人持有效执法证件，应当不少于两人`,
          ...(holders < inspectors ? ['无有效证件的人不计入，也不得实施检查'] : []),
        ],
      }
    },
  }),
  rule({
    name: 'inspection.recusal',
    question: '抽中的检查人员应当回避的，由谁递补',
    provisions: [inPenaltyLaw('37.3', '43')],
    given: { drawn: listOf(text), conflicts: table, team_size: smallCount },
    find: ({ drawn, conflicts, team_size }) => {
      const { team, recused } = teamWithoutConflicts(drawn, conflicts, team_size)
      const missing = team_size - team.length
      return {
        result: { team, recused },
        trace: [
          ...recused.map((officer) => `${officer}回避：${conflicts[officer]}`),
          `按抽取顺序组成：${team.join('、')}`,
          ...(missing > 0 ? [`尚缺${missing}人，须再次抽取`] : []),
        ],
      }
    },
  }),
  rule({
    name: 'inspection.frequency_cap',
    question: '年度入企检查频次已到上限，能否再次检查',
    provisions: [CAP],
    given: {
      same_enterprise_site_checks_this_year: smallCount,
      published_cap: optional(smallCount),
      new_check: table,
    },
    find: ({ same_enterprise_site_checks_this_year: done, published_cap, new_check }) => {
      if (isFreeOfCap(new_check)) {
        return {
          result: { allowed: true },
          trace: ['因投诉举报、转办交办、数据监测等线索或者办案需要，不受频次上限限制'],
        }
      }
      if (published_cap === undefined) return { result: { allowed: true }, trace: ['没有公布频次上限'] }
      const allowed = done < published_cap
      return {
        result: { allowed },
        trace: [`本年度已入企检查${done}次，上限${published_cap}次，${allowed ? '可以' : '不得'}再次检查`],
      }
    },
  }),
]
