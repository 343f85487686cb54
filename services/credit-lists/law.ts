import type { Rule } from '@mingjian/kernel'
import { abnormalRules } from './law/abnormal-rules.ts'
import { consequenceRules } from './law/consequences.ts'
import { restorationRules } from './law/restoration.ts'
import { seriousRules } from './law/serious-rules.ts'

export * from './law/abnormal.ts'
export { type DishonestyClass, repairableFrom, shownUntil } from './law/restoration.ts'
export {
  consentingAuthority,
  earlyRemovalFrom,
  isHeavierPenalty,
  seriousListingBasis,
  seriousTermEnds,
} from './law/serious.ts'

export const rules: readonly Rule[] = [...abnormalRules, ...seriousRules, ...restorationRules, ...consequenceRules]
