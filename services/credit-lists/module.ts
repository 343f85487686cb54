import { anyProjection } from '@mingjian/kernel'
import { clockModel, derivedClockModel } from '@mingjian/law'
import { decider as abnormalObjections } from './abnormal-objections/decider.ts'
import { decider as abnormalOperations } from './abnormal-operations/decider.ts'
import { decider as objections } from './objections/decider.ts'
import { abnormalClocks } from './projections/abnormal-clocks.ts'
import { clocksOf } from './projections/abnormal-days.ts'
import { objectionClocks } from './projections/objection-clocks.ts'
import { recordObjectionClocks } from './projections/record-objection-clocks.ts'
import { restorationClocks } from './projections/restoration-clocks.ts'
import { riskFacts } from './projections/risk-facts.ts'
import { seriousClocks } from './projections/serious-clocks.ts'
import { decider as restoration } from './restoration/decider.ts'
import { decider as risk } from './risk/decider.ts'
import { decider as seriousViolations } from './serious-violations/decider.ts'
import { decider as verifications } from './verifications/decider.ts'

export { deadlines } from './deadlines.ts'
export { documents } from './documents.ts'
export { rules } from './law.ts'
export { reactions } from './reactions.ts'
export { abnormalHistoryRecord } from './record.ts'
export { type Classification, type Classified, classifyRisk } from './risk/classify.ts'

export const deciders = [
  abnormalOperations,
  abnormalObjections,
  seriousViolations,
  verifications,
  restoration,
  objections,
  risk,
]
export const projections = [
  anyProjection(abnormalClocks),
  anyProjection(objectionClocks),
  anyProjection(restorationClocks),
  anyProjection(seriousClocks),
  anyProjection(recordObjectionClocks),
  anyProjection(riskFacts),
]
export const clockModels = [
  derivedClockModel(abnormalClocks, clocksOf, 'first_by'),
  clockModel(objectionClocks),
  clockModel(restorationClocks),
  clockModel(seriousClocks),
  clockModel(recordObjectionClocks),
]
