import type { Instrument } from './citations.ts'
import wordings from './data/instruments.json' with { type: 'json' }

/**
 * Every text that the platform applies or cites, with its wordings and the days they hold; ids and versions stay in the log for ever.
 * A wording whose day or number isn't certain has a working value and a note that says why.
 */
export const instruments = wordings as readonly Instrument[]

const known = (id: string): Instrument => {
  const instrument = instruments.find((i) => i.id === id)
  if (instrument === undefined) throw new RangeError(`The catalogue has no ${id}.`)
  return instrument
}

/** 企业经营异常名录管理办法 */
export const abnormalListRule = known('abnormal-list-rule')
/** 民法典 */
export const civilCode = known('civil-code')
/** 民事诉讼法 */
export const civilProcedureLaw = known('civil-procedure-law')
/** 公司法 */
export const companyLaw = known('company-law')
/** 投诉举报规章 */
export const complaintRule = known('complaint-rule')
/** 行政强制法 */
export const compulsionLaw = known('administrative-compulsion-law')
/** 农民专业合作社年度报告公示办法 */
export const cooperativeReportRule = known('cooperative-report-rule')
/** 企业信息公示条例 */
export const disclosureRegulation = known('disclosure-regulation')
/** 行政处罚裁量权指导意见 */
export const discretionOpinion = known('discretion-opinion')
/** 双公示 */
export const dualPublicityNotice = known('dual-publicity-notice')
/** 市场监督管理行政处罚听证办法 */
export const hearingRule = known('penalty-hearing-rule')
/** 节假日安排 */
export const holidayArrangement = known('holiday-arrangement')
/** 规范涉企行政检查意见 */
export const inspectionConductOpinion = known('inspection-conduct-opinion')
/** 联合惩戒备忘录 */
export const jointDisciplineMemo = known('joint-discipline-memo')
/** 部门联合双随机意见 */
export const jointInspectionOpinion = known('joint-inspection-opinion')
/** 行政诉讼法 */
export const litigationLaw = known('administrative-litigation-law')
/** 年度抽查计划 */
export const localInspectionPlan = known('local-inspection-plan')
/** 立法法 */
export const legislationLaw = known('legislation-law')
/** 市场监管信用修复规定 */
export const marketRestorationRule = known('market-credit-restoration-rule')
/** 信用修复管理办法 */
export const nationalRestorationRule = known('national-credit-restoration-rule')
/** 全国组织机构代码编制规则 */
export const organisationCodeStandard = known('organisation-code-standard')
/** 行政处罚法 */
export const penaltyLaw = known('administrative-penalty-law')
/** 市场监督管理行政处罚程序规定 */
export const penaltyProcedureRule = known('penalty-procedure-rule')
/** 行政处罚信息公示规定 */
export const penaltyPublicityRule = known('penalty-publicity-rule')
/** 政府采购信用记录通知 */
export const procurementCreditNotice = known('procurement-credit-notice')
/** 政府采购法 */
export const procurementLaw = known('procurement-law')
/** 政府采购法实施条例 */
export const procurementRegulation = known('procurement-regulation')
/** 双随机工作通知 */
export const randomInspectionNotice = known('random-inspection-notice')

export const randomInspectionMethod = known('random-inspection-method')
/** 行政复议法 */
export const reconsiderationLaw = known('reconsideration-law')
/** 行政区划代码 */
export const regionStandard = known('region-standard')
/** 登记代码表 */
export const registrationCodes = known('registration-codes')
/** 工商注册号编制规则 */
export const registrationNumberStandard = known('registration-number-standard')
/** 市场主体登记管理条例 */
export const registrationRegulation = known('registration-regulation')
/** 市场主体登记管理条例实施细则 */
export const registrationRules = known('registration-rules')
/** 信用修复实施方案 */
export const restorationPlan = known('credit-restoration-plan')
/** 举报奖励办法 */
export const rewardRule = known('reward-rule')
/** 信用风险分类管理意见 */
export const riskClassOpinion = known('risk-class-opinion')
/** 严重违法名单规章 */
export const seriousListRule = known('serious-list-rule')
/** 统一社会信用代码编码规则 */
export const socialCreditCodeStandard = known('social-credit-code-standard')
/** 个体工商户条例 */
export const soleTraderRegulation = known('sole-trader-regulation')
/** 个体工商户年度报告办法 */
export const soleTraderReportRule = known('sole-trader-report-rule')
/** 企业公示信息抽查办法 */
export const spotCheckRule = known('spot-check-rule')
/** 行政执法机关移送涉嫌犯罪案件的规定 */
export const transferRule = known('criminal-referral-rule')
