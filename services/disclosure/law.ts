import type { Rule, Setting } from '@mingjian/law'
import { annualReportRules, reportWindowExceptions } from './law/annual-report.ts'
import { publicationRules } from './law/publication.ts'
import { sanctionRules } from './law/sanctions.ts'

export * from './law/annual-report.ts'
export * from './law/publication.ts'

export const rules: readonly Rule[] = [...annualReportRules, ...publicationRules, ...sanctionRules]

/** What an authority may set or correct. */
export const settings: readonly Setting<unknown>[] = [reportWindowExceptions]
