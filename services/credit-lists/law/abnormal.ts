import { type CivilDate, type EntityForm, remembered } from '@mingjian/codes'
import {
  abnormalListRule,
  type Citation,
  citeAll,
  cooperativeReportRule,
  days,
  decodeCitation,
  disclosureRegulation,
  lastDay,
  type Provision,
  type Remedies,
  reviewOf,
  rollOver,
  soleTraderRegulation,
  soleTraderReportRule,
  workingDays,
} from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'

/** Entry in the list of abnormal operations 列入经营异常名录, or the abnormal mark of a sole trader 标记为经营异常状态. */
export type AbnormalMeasure = 'list' | 'mark'

/** 列入: within ten working days of the day the ground is a fact 异常名录办法第六条至第九条. */
export const LISTING = workingDays(10)
/** 移出: within five working days of application or of what was verified 异常名录办法第十一条至第十四条. */
export const REMOVAL = workingDays(5)
/** 异议: within thirty days of publication 异常名录办法第十六条. */
export const OBJECTION = days(30)

export const inRule = (article: string, certain = true): Provision => ({
  instrument: abnormalListRule,
  article,
  confidence: certain ? { SAIC68: 'certain', SAMR101: 'likely' } : 'likely',
})
const inSoleTraderRule = (article: string, certain = false): Provision => ({
  instrument: soleTraderReportRule,
  article,
  confidence: certain ? { SAIC69: 'certain', SAMR101: 'likely' } : 'likely',
})
const inCooperativeRule = (article: string): Provision => ({
  instrument: cooperativeReportRule,
  article,
  confidence: 'likely',
})
const inRegulation = (article654: string, article777: string): Provision => ({
  instrument: disclosureRegulation,
  article: { 654: article654, 777: article777 },
  confidence: { 654: 'certain', 777: 'likely' },
})
// From 2014 to 2022 the regulation of sole traders spoke of the list; the rule carries that out as a mark.
const soleTraderRegulationMark: Provision = {
  instrument: soleTraderRegulation,
  article: { 2016: '14' },
  confidence: 'certain',
}

/** 列入事由, in the words of the rule. */
export const groundText: Readonly<Record<AbnormalGround, string>> = {
  annual_report_missed: '未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告',
  order_not_followed: '未在责令的期限内公示有关企业信息',
  false_information: '公示企业信息隐瞒真实情况、弄虚作假',
  uncontactable: '通过登记的住所或者经营场所无法联系',
}

/** 异常名录办法第十一条至第十四条: what has to be done to be removed. */
export const cureText: Readonly<Record<AbnormalGround, string>> = {
  annual_report_missed: '补报并公示未报年份的年度报告',
  order_not_followed: '履行信息公示义务',
  false_information: '更正其公示的信息',
  uncontactable: '依法办理住所或者经营场所变更登记，或者以登记的住所或者经营场所重新取得联系',
}

type ByGround = Readonly<Record<AbnormalGround, readonly Provision[]>>

const LISTING_PROVISIONS: Readonly<Record<EntityForm, ByGround>> = {
  enterprise: {
    annual_report_missed: [inRegulation('17.1.1', '18.1'), inRule('4.0.1'), inRule('6')],
    order_not_followed: [inRegulation('17.1.1', '18.1'), inRule('4.0.2'), inRule('7')],
    false_information: [inRegulation('17.1.2', '18.2'), inRule('4.0.3'), inRule('8')],
    uncontactable: [inRule('4.0.4'), inRule('9')],
  },
  'sole-trader': {
    annual_report_missed: [soleTraderRegulationMark, inSoleTraderRule('13')],
    order_not_followed: [soleTraderRegulationMark, inSoleTraderRule('13')],
    false_information: [inSoleTraderRule('14')],
    uncontactable: [inSoleTraderRule('15')],
  },
  cooperative: {
    annual_report_missed: [inCooperativeRule('10')],
    order_not_followed: [inCooperativeRule('10')],
    false_information: [inCooperativeRule('11')],
    uncontactable: [inCooperativeRule('12')],
  },
}

const REMOVAL_PROVISIONS: Readonly<Record<EntityForm, ByGround>> = {
  enterprise: {
    annual_report_missed: [inRule('11')],
    order_not_followed: [inRule('12')],
    false_information: [inRule('13')],
    uncontactable: [inRule('14')],
  },
  'sole-trader': {
    annual_report_missed: [inSoleTraderRule('16')],
    order_not_followed: [inSoleTraderRule('16')],
    false_information: [inSoleTraderRule('17')],
    uncontactable: [inSoleTraderRule('18', true)],
  },
  cooperative: {
    annual_report_missed: [inCooperativeRule('13')],
    order_not_followed: [inCooperativeRule('13')],
    false_information: [inCooperativeRule('14')],
    uncontactable: [inCooperativeRule('15')],
  },
}

/** Sole traders are marked, all others listed. */
export const measureFor = (form: EntityForm): AbnormalMeasure => (form === 'sole-trader' ? 'mark' : 'list')

export const listingProvisions = (form: EntityForm, ground: AbnormalGround): readonly Provision[] =>
  LISTING_PROVISIONS[form][ground]

export const removalProvisions = (form: EntityForm, ground: AbnormalGround): readonly Provision[] =>
  REMOVAL_PROVISIONS[form][ground]

/** What listing or marking rests on, in the wording of that day. */
export const listingBasis = (form: EntityForm, ground: AbnormalGround, on: CivilDate): readonly Citation[] =>
  citeAll(listingProvisions(form, ground), on)

/** What removal from the list, or clearing the mark, rests on. */
export const delistingBasis = (form: EntityForm, ground: AbnormalGround, on: CivilDate): readonly Citation[] =>
  citeAll(removalProvisions(form, ground), on)

/** 撤销列入: an error is put right 异常名录办法第十六条 and its like. */
const CORRECTION_PROVISIONS: Readonly<Record<EntityForm, readonly Provision[]>> = {
  enterprise: [inRule('16')],
  'sole-trader': [inSoleTraderRule('19', true)],
  cooperative: [inCooperativeRule('16')],
}

/** What an objection, and rescinding an entry that was an error, rest on. */
export const objectionBasis = (form: EntityForm, on: CivilDate): readonly Citation[] =>
  citeAll(CORRECTION_PROVISIONS[form], on)

const FORM_BY_INSTRUMENT: Readonly<Record<string, EntityForm>> = {
  [soleTraderReportRule.id]: 'sole-trader',
  [soleTraderRegulation.id]: 'sole-trader',
  [cooperativeReportRule.id]: 'cooperative',
}

/** Under which rules an act was decided: those of enterprises unless it cites others. */
export const formUnder = (basis: readonly string[]): EntityForm =>
  basis
    .map((citation) => FORM_BY_INSTRUMENT[decodeCitation(citation)?.instrument ?? ''])
    .find((form) => form !== undefined) ?? 'enterprise'

/**
 * Until when the authority accepts an objection, answers it, and puts an error right 异常名录办法第十六条: five working days from filing, twenty
 * from acceptance, five from verification.
 */
export const acceptObjectionBy = (filedOn: CivilDate): CivilDate => lastDay(filedOn, workingDays(5))
export const answerObjectionBy = (acceptedOn: CivilDate): CivilDate => lastDay(acceptedOn, workingDays(20))
export const correctBy = (verifiedOn: CivilDate): CivilDate => lastDay(verifiedOn, workingDays(5))

/**
 * The last lawful day to list or mark. The day the ground is a fact: the report window's last day, the order's last day, the day of
 * verification 查实 for the others.
 */
export const listBy = (groundOn: CivilDate): CivilDate => lastDay(groundOn, LISTING)

/** The last lawful day to remove: from the application for missed or ordered disclosure, from verification for the others. */
export const removeBy = (curedOn: CivilDate): CivilDate => lastDay(curedOn, REMOVAL)

/** The last day to object in writing; a rest day at its end runs on. */
export const objectionLastDay = remembered((publishedOn): CivilDate => rollOver(lastDay(publishedOn, OBJECTION)))

/** How a listing or mark published and served on that day may be contested. */
export const abnormalRemedies = (
  authority: string,
  publishedOn: CivilDate,
): Omit<Remedies, 'basis'> & { readonly objectionBy: CivilDate } => ({
  ...reviewOf(authority, publishedOn),
  objectionBy: objectionLastDay(publishedOn),
})
