import {
  counted,
  date,
  disclosureRegulation,
  flag,
  optional,
  type Rule,
  rule,
  text,
  workingDays,
  years,
} from '@mingjian/law'
import { inSeriousRule, TERM } from './serious.ts'

/** 严重违法失信企业名单管理暂行办法, to 2021-08-31. */
export const order83Rules: readonly Rule[] = [
  rule({
    name: 'serious83.list_by',
    question: '列入情形的信息公示后，最迟何日列入严重违法失信企业名单',
    provisions: [inSeriousRule({ SAIC83: '8.2' })],
    given: { info_published: date, ground: optional(text) },
    judgedOn: ({ info_published }) => info_published,
    find: ({ info_published }) => {
      const { last, step, confidence } = counted(info_published, workingDays(10))
      return { result: { list_by: last }, trace: [step], confidence }
    },
  }),
  rule({
    name: 'serious83.removal',
    question: '列入后何日满五年，可以移出',
    provisions: [inSeriousRule({ SAIC83: '9' })],
    given: { listed_on: date, recurrence: optional(flag), no_law_change: optional(flag) },
    judgedOn: ({ listed_on }) => listed_on,
    find: ({ listed_on, recurrence = false, no_law_change = true }) => {
      const { last, step } = counted(listed_on, years(5))
      if (recurrence) return { result: { five_years_full_on: null }, trace: ['期间再次发生列入情形的，五年不成就'] }
      return {
        result: { five_years_full_on: last },
        trace: [step, ...(no_law_change ? [] : ['2021-09-01起本办法废止，其后的移出另有规定，待核'])],
        confidence: no_law_change ? 'certain' : 'to-verify',
      }
    },
  }),
  rule({
    name: 'serious83.removal_decide',
    question: '申请移出，最迟何日决定',
    provisions: [inSeriousRule({ SAIC83: '10.1' })],
    given: { application_received: date, ground: text },
    judgedOn: ({ application_received }) => application_received,
    find: ({ application_received, ground }) => {
      if (!/第1项|第一项|[（(](一|1)[)）]/.test(ground)) {
        return { result: { decide_by: null }, trace: [`${ground}：满五年未再发生的移出，不经申请`] }
      }
      const { last, step, confidence } = counted(application_received, workingDays(5))
      return { result: { decide_by: last }, trace: [step], confidence }
    },
  }),
  rule({
    name: 'serious83.legal_rep_bar',
    question: '被列入企业的法定代表人、负责人能否担任其他企业的法定代表人、负责人',
    provisions: [
      {
        instrument: disclosureRegulation,
        article: { 654: '17.2', 777: '18' },
        confidence: { 654: 'certain', 777: 'likely' },
      },
    ],
    given: { listed_on: date, candidate_is_legal_rep_of_listed: flag, appointment_on: date },
    judgedOn: ({ appointment_on }) => appointment_on,
    find: ({ listed_on, candidate_is_legal_rep_of_listed, appointment_on }) => {
      if (!candidate_is_legal_rep_of_listed) {
        return { result: { allowed: true, bar_until: null }, trace: ['不是被列入企业的法定代表人、负责人'] }
      }
      const { last, step } = counted(listed_on, TERM)
      const barred = listed_on <= appointment_on && appointment_on <= last
      return {
        result: { allowed: !barred, bar_until: last },
        trace: [`列入之日起3年内不得担任：${step}`, `${appointment_on}${barred ? '在' : '不在'}此期间`],
      }
    },
  }),
]
