import {
  addDays,
  type CivilDate,
  counted,
  date,
  daysBetween,
  deadlineRule,
  disclosureRegulation,
  flag,
  inForce,
  lacking,
  listOf,
  oneOf,
  optional,
  type Provision,
  type Rule,
  rollOver,
  rule,
  seriousListRule,
  smallCount,
  text,
  workingDays,
  years,
} from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import { inRule, LISTING, listingProvisions, OBJECTION, REMOVAL, removalProvisions } from './abnormal.ts'

const GROUNDS: Readonly<Record<string, AbnormalGround>> = {
  未按期公示年报: 'annual_report_missed',
  未按责令期限公示: 'order_not_followed',
  隐瞒真实情况弄虚作假: 'false_information',
  '隐瞒真实情况、弄虚作假': 'false_information',
  '公示信息隐瞒真实情况、弄虚作假': 'false_information',
  住所无法联系: 'uncontactable',
  通过登记的住所或者经营场所无法联系: 'uncontactable',
}
const ground = oneOf(...Object.keys(GROUNDS))
const groundOf = (word: string): AbnormalGround => GROUNDS[word] ?? 'annual_report_missed'

const OBJECTION_RULE = inRule('16')

const listingRules: readonly Rule[] = [
  rule({
    name: 'abnormal.annual_report.list_by',
    question: '未按期公示年度报告，最迟何日列入经营异常名录',
    provisions: listingProvisions('enterprise', 'annual_report_missed'),
    given: { window_end: date, special_extension: optional(text) },
    judgedOn: ({ window_end }) => window_end,
    find: ({ window_end, special_extension }) => {
      // 2019年度报告的报送期据信延长过，延长未核实之前不能据此列入。
      const doubtful = special_extension !== undefined || window_end === '2020-06-30'
      const { last, step, confidence } = counted(window_end, LISTING)
      return {
        result: { list_by: last, list_by_without_extension: last, needs_exception_table: doubtful },
        trace: [step, ...(doubtful ? ['该年度的报送期是否延长须查年度例外表'] : [])],
        confidence: doubtful ? 'to-verify' : confidence,
      }
    },
  }),
  rule({
    name: 'abnormal.false_info.list_by',
    question: '隐瞒真实情况、弄虚作假查实后，最迟何日列入',
    provisions: listingProvisions('enterprise', 'false_information'),
    given: { verified_on: date, ground: optional(ground) },
    judgedOn: ({ verified_on }) => verified_on,
    find: ({ verified_on }) => {
      const { last, step, confidence } = counted(verified_on, LISTING)
      return { result: { list_by: last }, trace: [step], confidence }
    },
  }),
  rule({
    name: 'abnormal.uncontactable.list_by',
    question: '无法联系查实后，最迟何日列入',
    provisions: listingProvisions('enterprise', 'uncontactable'),
    given: { verified_on: date, ground: optional(ground) },
    judgedOn: ({ verified_on }) => verified_on,
    find: ({ verified_on }) => {
      const { last, step, confidence } = counted(verified_on, LISTING)
      return { result: { list_by: last }, trace: [step], confidence }
    },
  }),
  rule({
    name: 'abnormal.mail_test',
    question: '两次邮寄专用信函能否认定为无法联系',
    provisions: [inRule('9.2', false)],
    given: { first_mail: date, second_mail: date, any_signed_for: flag },
    judgedOn: ({ second_mail }) => second_mail,
    find: ({ first_mail, second_mail, any_signed_for }) => {
      const interval = daysBetween(first_mail, second_mail)
      const apart = interval >= 15 && interval <= 30
      return {
        result: { deemed_uncontactable: apart && !any_signed_for },
        trace: [`两次邮寄间隔${interval}日，应当在15日以上、30日以下`, any_signed_for ? '有人签收' : '无人签收'],
      }
    },
  }),
  rule({
    name: 'abnormal.decision_content',
    question: '决定书应当载明的内容',
    provisions: [inRule('5', false), inRule('10', false)],
    given: { document: oneOf('列入决定', '移出决定') },
    find: ({ document }) => {
      const act = document === '列入决定' ? '列入' : '移出'
      const fields = ['企业名称', '注册号/统一社会信用代码', `${act}日期`, `${act}事由`, '作出决定机关']
      return {
        result: { required_fields: fields },
        trace: [`${document}载明${fields.join('、')}`],
        under: [inRule(act === '列入' ? '5' : '10', false)],
      }
    },
  }),
  rule({
    name: 'abnormal.subject_form',
    question: '列入经营异常名录，还是标记为经营异常状态',
    provisions: [
      ...listingProvisions('enterprise', 'annual_report_missed'),
      ...listingProvisions('sole-trader', 'annual_report_missed'),
      ...listingProvisions('cooperative', 'annual_report_missed'),
    ],
    given: { subject: oneOf('企业', '个体工商户', '农民专业合作社'), failed: oneOf('年报') },
    find: ({ subject }) => {
      const forms = { 企业: 'enterprise', 个体工商户: 'sole-trader', 农民专业合作社: 'cooperative' } as const
      const marked = subject === '个体工商户'
      const measure = marked ? '标记为经营异常状态' : '列入经营异常名录'
      return {
        result: { measure, in_abnormal_list: !marked },
        trace: [`${subject}未按期报送年度报告，${measure}`],
        under: listingProvisions(forms[subject], 'annual_report_missed'),
      }
    },
  }),
]

/** The member that would say whether a ground is cured, if none does. */
const unsaidOf = (
  which: AbnormalGround,
  given: {
    readonly unreported_years: readonly number[] | undefined
    readonly address_changed_registered: boolean | undefined
    readonly recontact_verified: boolean | undefined
  },
): string | undefined => {
  switch (which) {
    case 'annual_report_missed':
      return given.unreported_years === undefined ? 'unreported_years' : undefined
    case 'uncontactable':
      return (given.address_changed_registered ?? given.recontact_verified) === undefined
        ? 'recontact_verified'
        : undefined
    default:
      return 'cured'
  }
}

const removalRules: readonly Rule[] = [
  rule({
    name: 'abnormal.removal.decide_by',
    question: '最迟何日作出移出决定',
    provisions: Object.values(GROUNDS).flatMap((g) => removalProvisions('enterprise', g)),
    given: {
      ground,
      cured: optional(flag),
      application_received: optional(date),
      correction_verified: optional(date),
      contact_verified: optional(date),
    },
    judgedOn: (given) => given.application_received ?? given.correction_verified ?? given.contact_verified,
    find: ({ ground: word, cured, ...given }) => {
      const which = groundOf(word)
      const member = {
        annual_report_missed: 'application_received',
        order_not_followed: 'application_received',
        false_information: 'correction_verified',
        uncontactable: 'contact_verified',
      } as const
      const from = given[member[which]]
      const under = removalProvisions('enterprise', which)
      if (cured === false) return { result: { remove_by: null }, trace: ['列入的事由尚未消除，不予移出'], under }
      if (from === undefined) return lacking(member[which], date.wanted)
      const { last, step, confidence } = counted(from, REMOVAL)
      const start = member[which] === 'application_received' ? '自收到申请起' : '自查实起'
      return { result: { remove_by: last }, trace: [start, step], under, confidence }
    },
  }),
  rule({
    name: 'abnormal.removal.eligible',
    question: '列入的事由是否都已消除，可以移出',
    provisions: [inRule('10', false), ...Object.values(GROUNDS).flatMap((g) => removalProvisions('enterprise', g))],
    given: {
      ground: optional(ground),
      grounds: optional(listOf(ground)),
      cured: optional(listOf(ground)),
      unreported_years: optional(listOf(smallCount)),
      filed_and_published: optional(listOf(smallCount)),
      address_changed_registered: optional(flag),
      recontact_verified: optional(flag),
    },
    find: (given) => {
      const all = given.grounds ?? (given.ground === undefined ? [] : [given.ground])
      if (all.length === 0) return lacking('ground', ground.wanted)
      const unsaid = given.cured === undefined && all.map((word) => unsaidOf(groundOf(word), given)).find(Boolean)
      if (unsaid) return lacking(unsaid, '该项事由是否消除')
      const cured = new Set(given.cured?.map(groundOf))
      const missing = (given.unreported_years ?? []).filter((y) => !given.filed_and_published?.includes(y))
      const reachable = given.address_changed_registered === true || given.recontact_verified === true
      const isOpen = (word: string): boolean => {
        const which = groundOf(word)
        if (which === 'annual_report_missed' && given.unreported_years !== undefined) return missing.length > 0
        if (which === 'uncontactable' && reachable) return false
        return !cured.has(which)
      }
      const open = all.filter(isOpen)
      return {
        result: { eligible: open.length === 0, missing, open_grounds: open },
        trace: [
          ...(missing.length > 0 ? [`尚未补报并公示：${missing.join('、')}年度`] : []),
          open.length === 0 ? '各项事由均已消除' : `仍未消除：${open.join('、')}；有一项未消除即不移出`,
        ],
        // 多项事由并存时须一并消除，出自移出的一般规定。
        under: [
          ...(all.length > 1 ? [inRule('10', false)] : []),
          ...all.flatMap((word) => removalProvisions('enterprise', groundOf(word))),
        ],
      }
    },
  }),
  rule({
    name: 'abnormal.individual.restore_by',
    question: '个体工商户最迟何日恢复正常记载状态',
    provisions: removalProvisions('sole-trader', 'uncontactable'),
    given: { recontact_verified: date },
    judgedOn: ({ recontact_verified }) => recontact_verified,
    find: ({ recontact_verified }) => {
      const { last, step, confidence } = counted(recontact_verified, REMOVAL)
      return { result: { restore_by: last }, trace: [step], confidence }
    },
  }),
]

const objectionRules: readonly Rule[] = [
  rule({
    name: 'abnormal.objection.in_time',
    question: '异议是否在期限内提出',
    provisions: [OBJECTION_RULE],
    given: { published: date, objection_filed: date },
    judgedOn: ({ published }) => published,
    find: ({ published, objection_filed }) => {
      const { last, step } = counted(published, OBJECTION)
      const rolled = rollOver(last)
      const inTime = published <= objection_filed && objection_filed <= rolled
      return {
        result: { in_time: inTime, last_day: last, last_day_rolled: rolled },
        trace: [
          step,
          ...(rolled === last ? [] : [`${last}为休息日，顺延至${rolled}`]),
          `${objection_filed}${inTime ? '在期限内' : '不在期限内'}`,
        ],
      }
    },
  }),
  deadlineRule({
    name: 'abnormal.objection.accept_by',
    question: '最迟何日决定是否受理异议',
    provisions: [OBJECTION_RULE],
    from: 'objection_filed',
    term: workingDays(5),
    by: 'accept_decision_by',
  }),
  deadlineRule({
    name: 'abnormal.objection.verify_by',
    question: '受理异议后最迟何日核实并告知结果',
    provisions: [OBJECTION_RULE],
    from: 'accepted_on',
    term: workingDays(20),
    by: 'result_by',
  }),
  deadlineRule({
    name: 'abnormal.objection.correct_by',
    question: '查实有误后最迟何日更正',
    provisions: [OBJECTION_RULE],
    from: 'error_verified_on',
    term: workingDays(5),
    by: 'correct_by',
  }),
]

/** 异常名录满三年的去向: what follows depends on the day the three years are full. */
type Route = 'serious-list' | 'legal-review' | 'none'

const threeYearRoute = (fullOn: CivilDate): Route => {
  if (inForce(disclosureRegulation, fullOn)?.version === '777') return 'none'
  return inForce(seriousListRule, fullOn)?.version === 'SAMR44' ? 'legal-review' : 'serious-list'
}

// 2025年文本是否保留届满三年的提示待核。
const reminder: Provision = { ...inRule('15'), confidence: { SAIC68: 'certain', SAMR101: 'to-verify' } }
const regulation17: Provision = { instrument: disclosureRegulation, article: { 654: '17.2' }, confidence: 'certain' }
const seriousListOfThreeYears: Provision = {
  instrument: seriousListRule,
  article: { SAIC83: '5.1.1' },
  confidence: 'certain',
}
const seriousListingTerm: Provision = {
  instrument: seriousListRule,
  article: { SAIC83: '8.1' },
  confidence: 'certain',
}
const seriousListGrounds: Provision = {
  instrument: seriousListRule,
  article: { SAMR44: '5' },
  confidence: 'likely',
}
const newConsequences: Provision = { instrument: disclosureRegulation, article: { 777: '18' }, confidence: 'likely' }

const threeYearRule: Rule = rule({
  name: 'abnormal.three_year',
  question: '列入经营异常名录届满三年的后果',
  provisions: [
    reminder,
    regulation17,
    seriousListOfThreeYears,
    seriousListingTerm,
    seriousListGrounds,
    newConsequences,
  ],
  given: { listed_on: date, cured: optional(flag), full_on: optional(date) },
  judgedOn: ({ listed_on, full_on }) => full_on ?? counted(listed_on, years(3)).last,
  find: ({ listed_on, cured = false }, fullOn) => {
    const notice = addDays(fullOn, -60)
    const term = {
      three_years_full_on: fullOn,
      notice_window_start: notice,
      notice_window_end: fullOn,
    }
    const no = { serious_list_by: null, auto_serious_list: false, auto_serious_list_under_rule: false }
    const noReview = { conflict_flag: null, route: null }
    const step = `自${listed_on}列入起3年，届满于${fullOn}；届满前60日内公告提示`
    if (cured) return { result: { ...term, ...no, ...noReview }, trace: [step, '事由已经消除'] }
    switch (threeYearRoute(fullOn)) {
      case 'serious-list': {
        const { last, step: listing } = counted(fullOn, LISTING)
        return {
          result: {
            ...term,
            ...noReview,
            serious_list_by: last,
            auto_serious_list: true,
            auto_serious_list_under_rule: true,
          },
          trace: [step, `仍未履行义务，列入严重违法失信企业名单：${listing}`],
        }
      }
      case 'legal-review':
        return {
          result: { ...term, ...no, conflict_flag: '条例654第17条第2款仍有效', route: 'legal_review' },
          trace: [step, '总局令第44号没有届满三年这一情形，条例第十七条第二款却仍施行：不自动列入，交法制审核'],
          confidence: 'likely',
        }
      case 'none':
        return {
          result: { ...term, ...no, ...noReview },
          trace: [step, '2024-05-01起不再因届满三年列入严重违法失信名单，另看是否具备吊销营业执照的条件'],
        }
    }
  },
})

export const abnormalRules: readonly Rule[] = [...listingRules, ...removalRules, ...objectionRules, threeYearRule]
