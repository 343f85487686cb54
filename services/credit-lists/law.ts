import type { Rule } from '@mingjian/law'
import { abnormalListingRules } from './law/abnormal-listing.ts'
import { abnormalObjectionRules } from './law/abnormal-objection.ts'
import { abnormalRemovalRules } from './law/abnormal-removal.ts'
import { consequenceRules } from './law/consequences.ts'
import { order83Rules } from './law/order-83.ts'
import { restorationRules } from './law/restoration.ts'
import { seriousRules } from './law/serious-rules.ts'
import { threeYearRule } from './law/three-years.ts'

export {
  type AbnormalEnd,
  abnormalEndedBy,
  type Entered,
} from './abnormal-operations/entries.ts'
export * from './law/abnormal.ts'
export { isMailTestMet } from './law/abnormal-listing.ts'
export * from './law/objection.ts'
export * from './law/restoration-procedure.ts'
export {
  consentingAuthority,
  EARLY_REMOVAL_AFTER,
  earlyRemovalFrom,
  isHeavierPenalty,
  seriousListingBasis,
  seriousTermEnds,
  TERM as SERIOUS_TERM,
} from './law/serious.ts'

export * from './law/serious-acts.ts'
export {
  reminderBasis,
  reminderFrom,
  revocationBasis,
  revocationYears,
  type ThreeYearRoute,
  threeYearBasis,
  threeYearRoute,
  threeYearsFullOn,
} from './law/three-years.ts'

export { type SeriousEnd, seriousEndedBy } from './serious-violations/entries.ts'

export const rules: readonly Rule[] = [
  ...abnormalListingRules,
  ...abnormalRemovalRules,
  ...abnormalObjectionRules,
  threeYearRule,
  ...order83Rules,
  ...seriousRules,
  ...restorationRules,
  ...consequenceRules,
]
