import type { Rule } from '@mingjian/kernel'
import { annualReportRules } from './law/annual-report.ts'
import { publicationRules } from './law/publication.ts'
import { sanctionRules } from './law/sanctions.ts'

export * from './law/annual-report.ts'
export * from './law/publication.ts'

export const rules: readonly Rule[] = [...annualReportRules, ...publicationRules, ...sanctionRules]
