import type { Rule } from '@mingjian/kernel'
import { publicityRules } from './law/publicity-rules.ts'

export * from './law/publicity.ts'

export const rules: readonly Rule[] = [...publicityRules]
