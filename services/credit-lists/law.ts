import type { Rule } from '@mingjian/kernel'
import { abnormalRules } from './law/abnormal-rules.ts'

export * from './law/abnormal.ts'

export const rules: readonly Rule[] = [...abnormalRules]
