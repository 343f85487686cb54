import type { Rule } from '@mingjian/kernel'
import { conductRules } from './law/conduct.ts'
import { resultRules } from './law/results.ts'
import { samplingRules } from './law/sampling.ts'

export * from './law/results.ts'
export * from './law/sampling.ts'

export const rules: readonly Rule[] = [...samplingRules, ...conductRules, ...resultRules]
