import { addDays, type CivilDate, remembered } from '@mingjian/codes'
import {
  type Citation,
  citeAll,
  counted,
  date,
  disclosureRegulation,
  flag,
  inForce,
  isLawOn,
  lastDay,
  optional,
  type Provision,
  type Rule,
  rule,
  seriousListRule,
  years,
} from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import { inRule, LISTING } from './abnormal.ts'

/** 异常名录满三年的去向: what follows depends on the day the three years are full. */
export type ThreeYearRoute = 'serious-list' | 'legal-review' | 'none'

/** The day on which an entry of that day has stood for three years. */
export const threeYearsFullOn = remembered((listedOn): CivilDate => lastDay(listedOn, years(3)))

/** From when the public is reminded 异常名录办法第十五条: within the sixty days before three years are full. */
export const reminderFrom = (fullOn: CivilDate): CivilDate => addDays(fullOn, -60)

export const threeYearRoute = (fullOn: CivilDate): ThreeYearRoute => {
  if (inForce(disclosureRegulation, fullOn)?.version === '777') return 'none'
  return inForce(seriousListRule, fullOn)?.version === 'SAMR44' ? 'legal-review' : 'serious-list'
}

// Whether the text of 2025 kept the reminder is to be verified.
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

/** What the reminder rests on. */
export const reminderBasis = (on: CivilDate): readonly Citation[] => citeAll([reminder], on)

/** What follows, or no longer follows, from three full years. */
export const threeYearBasis = (fullOn: CivilDate): readonly Citation[] =>
  citeAll([reminder, regulation17, seriousListOfThreeYears, seriousListGrounds, newConsequences], fullOn)

const REVOCATION: Provision = { instrument: disclosureRegulation, article: { 777: '18.1' }, confidence: 'likely' }

/**
 * 吊销营业执照 (条例第十八条第一款, since 2024-05-01): listed for two consecutive report years and still not made up for, and not to be reached at
 * the registered address. The first such years; undefined when the conditions don't hold together.
 */
export const revocationYears = (
  entries: readonly { readonly ground: AbnormalGround; readonly year: number | null }[],
  on: CivilDate,
): readonly [number, number] | undefined => {
  if (!isLawOn(REVOCATION, on) || !entries.some(({ ground }) => ground === 'uncontactable')) return undefined
  const missed = new Set(entries.map(({ ground, year }) => (ground === 'annual_report_missed' ? year : null)))
  const first = [...missed].find((year) => year !== null && missed.has(year + 1))
  return first === undefined || first === null ? undefined : [first, first + 1]
}

export const revocationBasis = (on: CivilDate): readonly Citation[] => citeAll([REVOCATION], on)

export const threeYearRule: Rule = rule({
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
    const notice = reminderFrom(fullOn)
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
