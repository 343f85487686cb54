import type { Rule, Setting } from '@mingjian/law'
import { conductRules } from './law/conduct.ts'
import { resultRules } from './law/results.ts'
import { riskRatios, samplingFloor, samplingRules } from './law/sampling.ts'

export { isValidTeam, teamWithoutConflicts } from './law/conduct.ts'
export * from './law/results.ts'
export * from './law/sampling.ts'
export { rightsOnVisit } from './law/visit.ts'

export const rules: readonly Rule[] = [...samplingRules, ...conductRules, ...resultRules]

/** What an authority may set or correct. */
export const settings: readonly Setting<unknown>[] = [samplingFloor, riskRatios]
