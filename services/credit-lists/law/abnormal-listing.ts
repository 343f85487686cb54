import { type CivilDate, daysBetween } from '@mingjian/codes'
import { counted, date, flag, oneOf, optional, type Rule, rule, text } from '@mingjian/law'
import { inRule, LISTING, listingProvisions } from './abnormal.ts'
import { ground } from './ground-words.ts'

const LETTERS_APART = { least: 15, most: 30 }

/** 专用信函: sent twice, neither signed for, fifteen to thirty days apart 异常名录办法第九条第二款. */
export const isMailTestMet = (first: CivilDate, second: CivilDate, anySigned: boolean): boolean => {
  const apart = daysBetween(first, second)
  return apart >= LETTERS_APART.least && apart <= LETTERS_APART.most && !anySigned
}

export const abnormalListingRules: readonly Rule[] = [
  rule({
    name: 'abnormal.annual_report.list_by',
    question: '未按期公示年度报告，最迟何日列入经营异常名录',
    provisions: listingProvisions('enterprise', 'annual_report_missed'),
    given: { window_end: date, special_extension: optional(text) },
    judgedOn: ({ window_end }) => window_end,
    find: ({ window_end, special_extension }) => {
      // The window for 2019 is believed to have been extended: nobody is listed for it until that is verified.
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
      return {
        result: { deemed_uncontactable: isMailTestMet(first_mail, second_mail, any_signed_for) },
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
