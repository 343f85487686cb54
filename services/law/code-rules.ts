import {
  categoryText,
  checkCharacter,
  departmentText,
  entityFamilyText,
  entityTypeText,
  isRegistrationNumber15,
  normaliseUscc,
  organisationCode,
  organisationCodeCheck,
  regionText,
  registrationNumberCheck,
  registrationStateText,
  usccFault,
} from '@mingjian/codes'
import type { Provision } from './citations.ts'
import {
  organisationCodeStandard,
  regionStandard,
  registrationCodes,
  registrationNumberStandard,
  socialCreditCodeStandard,
} from './instruments.ts'
import { optional, text } from './question.ts'
import { lacking, type Rule, rule } from './rule.ts'

const FIRST_17 = /^[0-9A-HJ-NP-RTUW-Y]{17}/

const composition: Provision = { instrument: socialCreditCodeStandard, article: '代码的构成', confidence: 'certain' }
const subjectCode: Provision = { instrument: organisationCodeStandard, article: '代码的结构', confidence: 'certain' }
const numbering: Provision = { instrument: registrationNumberStandard, article: '校验码', confidence: 'certain' }

const faultText = {
  'uscc-length': '应为18位',
  'uscc-alphabet': '含有字符集以外的字符',
  'uscc-check': '校验码或者登记管理部门、机构类别、行政区划不符',
  'uscc-subject': '第9至17位不符合GB 11714，或者行政区划不属于任何省份',
}

export const codeRules: readonly Rule[] = [
  rule({
    name: 'uscc.valid',
    question: '统一社会信用代码是否合乎编码规则',
    provisions: [composition, subjectCode],
    given: { code: text, holder_note: optional(text) },
    find: (given) => {
      const code = normaliseUscc(given.code)
      const fault = usccFault(code)
      const expected = FIRST_17.test(code) ? checkCharacter(code) : null
      return {
        result: {
          valid: fault === undefined,
          check_char: expected,
          org_code: fault === undefined ? organisationCode(code) : null,
          region: fault === undefined ? code.slice(2, 8) : null,
          fault: fault ?? null,
        },
        trace: [
          ...(expected === null ? [] : [`前17位加权求和模31，校验码为${expected}`]),
          fault === undefined ? '主体标识码也符合GB 11714' : faultText[fault],
        ],
      }
    },
  }),
  rule({
    name: 'uscc.compute',
    question: '由前17位算出校验码',
    provisions: [composition],
    given: { first17: text },
    find: (given) => {
      const first17 = normaliseUscc(given.first17)
      if (first17.length !== 17 || !FIRST_17.test(first17))
        return lacking('first17', {
          zh: 'GB 32100 字符集中的17个字符',
          en: '17 characters of the alphabet of GB 32100',
        })
      const check = checkCharacter(first17)
      return {
        // python-stdnum wants eight digits first and refuses lawful codes such as those of agriculture, N.
        result: { check_char: check, code: first17 + check, python_stdnum_accepts: /^\d{8}/.test(first17) },
        trace: [`前17位加权求和模31，校验码为${check}`],
      }
    },
  }),
  rule({
    name: 'uscc.decode',
    question: '代码前8位的含义',
    provisions: [composition, { instrument: regionStandard, article: '代码表', confidence: 'likely' }],
    given: { code_prefix: text },
    find: (given) => {
      const prefix = normaliseUscc(given.code_prefix)
      const department = departmentText(prefix)
      if (!/^[0-9A-Z]{2}\d{6}/.test(prefix) || department === undefined) {
        return lacking('code_prefix', {
          zh: '统一社会信用代码的前8位',
          en: 'the first 8 characters of a unified social credit code',
        })
      }
      const region = prefix.slice(2, 8)
      const category = categoryText(prefix) ?? null
      const district = regionText(region) ?? null
      return {
        result: { department, class: category, district, region },
        trace: [
          `第1位${prefix.charAt(0)}：${department}`,
          `第2位${prefix.charAt(1)}：${category ?? '该部门未规定这一类别'}`,
          `第3至8位${region}：${district ?? '代码表未收录'}`,
        ],
      }
    },
  }),
  rule({
    name: 'orgcode.check',
    question: '组织机构代码的校验码',
    provisions: [subjectCode],
    given: { body: text },
    find: ({ body }) => {
      if (!/^[0-9A-Z]{8}$/.test(body))
        return lacking('body', { zh: '8位数字或者大写字母', en: '8 digits or capital letters' })
      const check = organisationCodeCheck(body)
      return { result: { check }, trace: [`本体代码加权求和，11减去其模11的余数，校验码为${check}`] }
    },
  }),
  rule({
    name: 'regno15.valid',
    question: '15位注册号的校验码是否正确',
    provisions: [numbering],
    given: { number: text },
    find: ({ number }) => {
      const valid = isRegistrationNumber15(number)
      return { result: { valid }, trace: [valid ? '符合ISO 7064 MOD 11,10' : '不是15位数字，或者校验码不符'] }
    },
  }),
  rule({
    name: 'regno15.compute',
    question: '由前14位算出注册号的校验码',
    provisions: [numbering],
    given: { first14: text },
    find: ({ first14 }) => {
      if (!/^\d{14}$/.test(first14)) return lacking('first14', { zh: '14位数字', en: '14 digits' })
      const check = registrationNumberCheck(first14)
      return { result: { check }, trace: [`按ISO 7064 MOD 11,10，校验码为${check}`] }
    },
  }),
  rule({
    name: 'regstate.code',
    question: '登记状态代码的含义',
    provisions: [{ instrument: registrationCodes, article: '登记状态', confidence: 'likely' }],
    given: { code: text },
    find: ({ code }) => {
      const state = registrationStateText(code)
      if (state === undefined)
        return lacking('code', { zh: '登记状态代码：1至6或者9', en: 'a code of 登记状态: 1 to 6 or 9' })
      return { result: { text: state }, trace: [`登记状态${code}：${state}`] }
    },
  }),
  rule({
    name: 'enttype.code',
    question: '企业（机构）类型代码的含义',
    provisions: [{ instrument: registrationCodes, article: '企业（机构）类型', confidence: 'likely' }],
    given: { code: text },
    find: ({ code }) => {
      const exact = entityTypeText(code)
      const type = exact ?? entityFamilyText(code)
      if (type === undefined)
        return lacking('code', { zh: '企业（机构）类型代码，4位数字', en: 'a code of 企业（机构）类型, four digits' })
      return {
        result: { text: type },
        trace: [exact === undefined ? `代码表未收录${code}，以其首位判断为${type}` : `类型代码${code}：${type}`],
        confidence: exact === undefined ? 'to-verify' : 'certain',
      }
    },
  }),
]
