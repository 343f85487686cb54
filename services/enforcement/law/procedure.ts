import type { CivilDate } from '@mingjian/codes'
import {
  amount,
  compulsionLaw,
  counted,
  date,
  days,
  deadlineRule,
  flag,
  lacking,
  lastDay,
  oneOf,
  optional,
  type Provision,
  penaltyLaw,
  penaltyProcedureRule,
  type Rule,
  rollOver,
  rule,
  smallCount,
  type Term,
  text,
  valueOn,
  workingDays,
  years,
} from '@mingjian/law'

export const inLaw = (
  article2017: string,
  article2021: string,
  confidence2017: 'certain' | 'to-verify' = 'certain',
): Provision => ({
  instrument: penaltyLaw,
  article: { 2017: article2017, 2021: article2021 },
  confidence: { 2017: confidence2017, 2021: 'certain' },
})
export const inProcedureRule = (
  articleSAMR2: string,
  articleSAMR42: string,
  confidence: 'certain' | 'likely',
): Provision => ({
  instrument: penaltyProcedureRule,
  article: { SAMR2: articleSAMR2, SAMR42: articleSAMR42 },
  confidence: { SAMR2: 'to-verify', SAMR42: confidence },
})

/** 二日、三日、五日、七日 are working days only since the revision of 2021 行政处罚法第八十五条. */
const shortTerm =
  (n: 2 | 3 | 5 | 7) =>
  (on: CivilDate): Term =>
    valueOn(penaltyLaw, { 2017: days(n), 2021: workingDays(n) }, on)

const WORKING_DAYS_MEANT: Provision = { instrument: penaltyLaw, article: { 2021: '85' }, confidence: 'certain' }
const VERIFY_AND_FILE = inProcedureRule('17', '18', 'certain')
const DECIDE_WITHIN = inProcedureRule('57', '64', 'certain')
const LEGAL_REVIEW_TERM = inProcedureRule('第四十九条（条号待核）', '第五十二条（条号待核）', 'likely')

/** 核查 and 立案: fifteen working days, and as many again with approval. */
const VERIFY = workingDays(15)
/** 办案期限: ninety days from filing, thirty more with the head's approval. */
const DECIDE = days(90)
const EXTENSION = days(30)
const PAY = days(15)

/** 追诉时效: two years; five for life, health or financial security with harm done, for acts under the revision of 2021. */
export const limitationEnds = (actEnded: CivilDate, lifeHealthOrFinanceWithHarm: boolean): CivilDate =>
  lastDay(actEnded, years(lifeHealthOrFinanceWithHarm ? valueOn(penaltyLaw, { 2017: 2, 2021: 5 }, actEnded) : 2))

/** 加处罚款: 3 % of the fine a day, never above the fine itself; yuan, to the cent. */
export const lateSurcharge = (fine: number, daysLate: number): number =>
  Math.min(fine, Math.round(fine * 3 * daysLate) / 100)

/** No surcharge is above the sum it is added to 行政强制法第四十五条; the penalty law says so itself since 2021. */
const SURCHARGE_CAP: Provision = { instrument: compulsionLaw, article: '45.2', confidence: 'certain' }

/** 简易程序: yuan up to which a fine may be imposed on the spot, included. */
const SUMMARY_LIMITS = { 2017: { person: 50, organisation: 1_000 }, 2021: { person: 200, organisation: 3_000 } }

export const subjectOf = (word: string): 'person' | 'organisation' =>
  word === '公民' || word === '自然人' ? 'person' : 'organisation'

export const subject = oneOf('公民', '自然人', '法人', '其他组织')

const caseRules: readonly Rule[] = [
  rule({
    name: 'case.verify_and_file',
    question: '收到线索后最迟何日决定是否立案',
    provisions: [VERIFY_AND_FILE],
    given: { lead_received: date, extended: optional(flag) },
    judgedOn: ({ lead_received }) => lead_received,
    find: ({ lead_received, extended = false }) => {
      const { last, step, confidence } = counted(lead_received, workingDays(extended ? 2 * VERIFY.n : VERIFY.n))
      return {
        result: { decide_filing_by: last },
        trace: [extended ? '经批准延长15个工作日；检测、检验等时间不计入' : '检测、检验等时间不计入', step],
        confidence,
      }
    },
  }),
  rule({
    name: 'case.decide_90d',
    question: '立案后最迟何日作出处罚决定',
    provisions: [inLaw('办案期限由规章规定', '60', 'to-verify'), DECIDE_WITHIN],
    given: {
      filed_on: date,
      excluded_days: optional(smallCount),
      excluded_for: optional(text),
      extended_30: optional(flag),
    },
    judgedOn: ({ filed_on }) => filed_on,
    find: ({ filed_on, excluded_days = 0, excluded_for, extended_30 = false }) => {
      const ordinary = counted(filed_on, days(DECIDE.n + excluded_days))
      const last = extended_30 ? lastDay(ordinary.last, EXTENSION) : ordinary.last
      return {
        result: { day_90: ordinary.last, day: last, rolled_if_holiday: rollOver(last) },
        trace: [
          ...(excluded_days > 0 ? [`${excluded_for ?? '中止、听证、公告、检测等'}时间${excluded_days}日不计入`] : []),
          ordinary.step,
          ...(extended_30 ? [`经负责人批准延长30日，至${last}`] : []),
        ],
        // Article 64 doesn't say whether its last day runs on over a rest.
        confidence: rollOver(last) === last ? 'certain' : 'likely',
      }
    },
  }),
  deadlineRule({
    name: 'legal_review.finish',
    question: '法制审核最迟何日完成',
    provisions: [LEGAL_REVIEW_TERM],
    from: 'file_received',
    term: workingDays(10),
    by: 'finish_by',
  }),
  rule({
    name: 'legal_review.required',
    question: '作出决定前是否必须法制审核',
    provisions: [inLaw('38.3', '58.1', 'to-verify')],
    given: {
      major_public_interest: optional(flag),
      affects_major_rights: optional(flag),
      hearing_held: optional(flag),
      complex: optional(flag),
    },
    find: ({ major_public_interest, affects_major_rights, hearing_held, complex }) => {
      const grounds = [
        { holds: major_public_interest, member: 'major_public_interest', why: '涉及重大公共利益' },
        {
          holds:
            affects_major_rights === false || hearing_held === false ? false : affects_major_rights && hearing_held,
          member: affects_major_rights === undefined ? 'affects_major_rights' : 'hearing_held',
          why: '直接关系重大权益且经过听证程序',
        },
        { holds: complex, member: 'complex', why: '案件情况疑难复杂、涉及多个法律关系' },
      ]
      const met = grounds.filter(({ holds }) => holds === true)
      const unsaid = grounds.find(({ holds }) => holds === undefined)
      if (met.length === 0 && unsaid !== undefined) return lacking(unsaid.member, flag.wanted)
      return {
        result: { required: met.length > 0 },
        trace: met.length > 0 ? met.map(({ why }) => why) : ['不具备应当法制审核的情形'],
      }
    },
  }),
  deadlineRule({
    name: 'evidence.pre_registration',
    question: '先行登记保存的证据最迟何日作出处理决定',
    provisions: [inLaw('37.2', '56'), WORKING_DAYS_MEANT],
    from: 'registered_on',
    term: shortTerm(7),
    by: 'dispose_by',
  }),
  deadlineRule({
    name: 'service.decision',
    question: '处罚决定书最迟何日送达',
    provisions: [inLaw('40', '61'), WORKING_DAYS_MEANT],
    from: 'decided_on',
    term: shortTerm(7),
    by: 'serve_by',
  }),
]

const penaltyRules: readonly Rule[] = [
  rule({
    name: 'penalty.summary_allowed',
    question: '能否适用简易程序当场处罚',
    provisions: [inLaw('33', '51')],
    given: { subject, fine: amount, on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ subject: word, fine }, on) => {
      const limit = valueOn(penaltyLaw, SUMMARY_LIMITS, on)[subjectOf(word)]
      const allowed = fine <= limit
      return {
        result: { summary_procedure_allowed: allowed },
        trace: [
          `对${word}处${limit}元以下罚款可以当场处罚，本数在内`,
          `${fine}元${allowed ? '不超过' : '超过'}这一数额`,
        ],
      }
    },
  }),
  rule({
    name: 'penalty.limitation',
    question: '违法行为是否仍在追诉时效内',
    provisions: [inLaw('29', '36')],
    given: { act_ended: date, discovered: date, life_health_or_finance_with_harm: optional(flag) },
    judgedOn: ({ act_ended }) => act_ended,
    find: ({ act_ended, discovered, life_health_or_finance_with_harm = false }) => {
      const ends = limitationEnds(act_ended, life_health_or_finance_with_harm)
      const punishable = discovered <= ends
      return {
        result: { punishable },
        trace: [
          `自${act_ended}行为终了起，时效届满于${ends}`,
          `${discovered}发现，${punishable ? '在时效内' : '已逾时效，不再给予行政处罚'}`,
        ],
      }
    },
  }),
  rule({
    name: 'fine.pay_by',
    question: '罚款最迟何日缴纳',
    provisions: [inLaw('46.3', '67.3')],
    given: { decision_received: date },
    judgedOn: ({ decision_received }) => decision_received,
    find: ({ decision_received }) => {
      const { last, step } = counted(decision_received, PAY)
      const rolled = rollOver(last)
      return {
        result: { day_15: last, rolled },
        trace: [step, rolled === last ? `${last}为工作日，不顺延` : `${last}为休息日，顺延至${rolled}`],
      }
    },
  }),
  rule({
    name: 'fine.late_surcharge',
    question: '逾期缴纳罚款的加处罚款',
    provisions: [inLaw('51.0.1', '72.1.1'), SURCHARGE_CAP],
    given: { fine: amount, days_late: smallCount, on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ fine, days_late }) => {
      const surcharge = lateSurcharge(fine, days_late)
      const uncapped = Math.round(fine * 3 * days_late) / 100
      return {
        result: { surcharge },
        trace: [
          `每日按罚款数额的百分之三，${days_late}日为${uncapped}元`,
          ...(uncapped > fine ? [`不得超出罚款的数额${fine}元`] : []),
        ],
      }
    },
  }),
]

export const procedureRules: readonly Rule[] = [...caseRules, ...penaltyRules]
