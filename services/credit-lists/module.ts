import { anyProjection } from '@mingjian/kernel'
import { decider } from './abnormal-operations/decider.ts'
import { reportCure } from './projections/report-cure.ts'

export { deadlines } from './deadlines.ts'
export { rules } from './law.ts'
export { reactions } from './reactions.ts'
export { abnormalHistoryRecord } from './record.ts'

export const deciders = [decider]
export const projections = [anyProjection(reportCure)]
