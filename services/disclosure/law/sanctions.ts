import {
  abnormalListRule,
  companyLaw,
  count,
  date,
  disclosureRegulation,
  flag,
  isGivenRefusal,
  isLawOn,
  not,
  oneOf,
  optional,
  type Provision,
  type Rule,
  registrationRules,
  rule,
  text,
  unmet,
  valueOn,
} from '@mingjian/law'

const missedReport: Provision = {
  instrument: disclosureRegulation,
  article: { 654: '17.1.1', 777: '18.1' },
  confidence: { 654: 'certain', 777: 'likely' },
}
const falseInformation: Provision = {
  instrument: disclosureRegulation,
  article: { 654: '17.1.2', 777: '18.2' },
  confidence: { 654: 'certain', 777: 'likely' },
}
const listing: Provision = {
  instrument: abnormalListRule,
  article: '4.0.1',
  confidence: { SAIC68: 'certain', SAMR101: 'likely' },
}
const lateReportFine: Provision = { instrument: registrationRules, article: '70', confidence: 'certain' }
const companyDisclosureFine: Provision = { instrument: companyLaw, article: { 2023: '251' }, confidence: 'certain' }

/** Yuan, both included. */
const ORDINARY_FINE = { min: 10_000, max: 50_000 }
const SERIOUS_FINE = { min: 50_000, max: 200_000 }
const NO_FINE = { min: 0, max: 0 }

const fineText = (min: number, max: number): string => `处${min}元以上${max}元以下罚款`

export const sanctionRules: readonly Rule[] = [
  rule({
    name: 'annual_report.fine_max',
    question: '未按期报送年度报告如何处理，至多罚多少',
    provisions: [missedReport, listing, lateReportFine],
    given: {
      subject: oneOf('企业', '个体工商户', '农民专业合作社'),
      failed: oneOf('年报'),
      on: optional(date),
    },
    judgedOn: ({ on }) => on,
    find: ({ subject }, on) => {
      const fined = isLawOn(lateReportFine, on)
      const listed = subject !== '个体工商户'
      return {
        result: { list_abnormal: listed, fine_max: fined ? 10_000 : 0 },
        trace: [
          listed ? '列入经营异常名录' : '标记为经营异常状态，不列入企业的名录',
          fined ? '可以并处1万元以下的罚款' : '实施细则自2022-03-01施行，此前没有对此的罚款规定',
        ],
      }
    },
  }),
  rule({
    name: 'annual_report.revoke_licence',
    question: '是否因连续未报年报而应当吊销营业执照',
    provisions: [missedReport],
    given: {
      consecutive_years_unreported: count,
      listed_for_it: optional(flag),
      corrected: optional(flag),
      uncontactable_at_registered_address: optional(flag),
      decision_date: optional(date),
    },
    judgedOn: ({ decision_date }) => decision_date,
    find: ({ consecutive_years_unreported: missed, ...given }, on) => {
      if (!valueOn(disclosureRegulation, { 654: false, 777: true }, on)) {
        return { result: { revocation_ground: false }, trace: ['2024-05-01之前的条例没有这一规定'] }
      }
      const member = 'uncontactable_at_registered_address'
      const why = unmet([
        { member: 'consecutive_years_unreported', holds: missed >= 2, otherwise: `连续未报${missed}年，不足2年` },
        { member: 'listed_for_it', holds: given.listed_for_it, otherwise: '未因此被列入经营异常名录' },
        { member: 'corrected', holds: not(given.corrected), otherwise: '已经改正' },
        { member, holds: given[member], otherwise: '通过登记的住所或者经营场所可以取得联系' },
      ])
      if (isGivenRefusal(why)) return why
      const all = `连续${missed}年未报被列入名录、未改正且无法取得联系，三项齐备`
      return { result: { revocation_ground: why.length === 0 }, trace: why.length === 0 ? [all] : why }
    },
  }),
  rule({
    name: 'false_info.fine_range',
    question: '公示信息隐瞒真实情况、弄虚作假的罚款幅度与后果',
    provisions: [falseInformation],
    given: {
      conduct: oneOf('公示信息隐瞒真实情况、弄虚作假'),
      special_law: optional(flag),
      serious: optional(flag),
      on: optional(date),
    },
    judgedOn: ({ on }) => on,
    find: ({ special_law = false, serious = false }, on) => {
      const heavy = { list_serious: serious, may_revoke: serious }
      if (!valueOn(disclosureRegulation, { 654: false, 777: true }, on)) {
        return {
          result: { ...NO_FINE, list_serious: false, may_revoke: false },
          trace: ['2024-05-01之前的条例对此只列入经营异常名录，没有罚款'],
        }
      }
      if (special_law) {
        return { result: { min: null, max: null, ...heavy }, trace: ['其他法律、行政法规另有规定的，从其规定'] }
      }
      const { min, max } = serious ? SERIOUS_FINE : ORDINARY_FINE
      const more = serious ? '情节严重，列入严重违法失信名单，并可以吊销营业执照' : '责令改正'
      return { result: { min, max, ...heavy }, trace: [more, fineText(min, max)] }
    },
  }),
  rule({
    name: 'company_info.fine_range',
    question: '公司未依法公示或者不如实公示有关信息的罚款幅度',
    provisions: [companyDisclosureFine],
    given: { conduct: text, serious: optional(flag), on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ serious = false }, on) => {
      if (!valueOn(companyLaw, { 2018: false, 2023: true }, on)) {
        return { result: NO_FINE, trace: ['2024-07-01之前的公司法没有这一规定'], under: [] }
      }
      const { min, max } = serious ? SERIOUS_FINE : ORDINARY_FINE
      return { result: { min, max }, trace: [serious ? '情节严重' : '责令改正，可以并处罚款', fineText(min, max)] }
    },
  }),
]
