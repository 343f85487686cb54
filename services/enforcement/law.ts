import type { Rule, Setting } from '@mingjian/law'
import { complaintRules } from './law/complaints.ts'
import { discretionBenchmarks, discretionShares } from './law/discretion.ts'
import { seriousDishonestyFines } from './law/dishonesty.ts'
import { hearingRules, hearingThresholds } from './law/hearing.ts'
import { procedureRules } from './law/procedure.ts'
import { lowFineCeilings } from './law/publicity.ts'
import { publicityRules } from './law/publicity-rules.ts'
import { referralRules } from './law/referral.ts'

export { dishonestyOf, publicityTerm } from './law/dishonesty.ts'
export { type HearingThresholds, hearingThresholds } from './law/hearing.ts'
export { lateSurcharge, limitationEnds } from './law/procedure.ts'
export * from './law/publicity.ts'

export const rules: readonly Rule[] = [
  ...procedureRules,
  ...hearingRules,
  ...publicityRules,
  ...referralRules,
  ...complaintRules,
]

/** What an authority may set or correct. */
export const settings: readonly Setting<unknown>[] = [
  hearingThresholds,
  lowFineCeilings,
  seriousDishonestyFines,
  discretionBenchmarks,
  discretionShares,
]
