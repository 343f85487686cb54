import type { Module } from '@mingjian/http'
import { anyProjection } from '@mingjian/kernel'
import { clockModel, derivedClockModel } from '@mingjian/law'
import { decider as abnormalObjections } from './abnormal-objections/decider.ts'
import { decider as abnormalOperations } from './abnormal-operations/decider.ts'
import { deadlines } from './deadlines.ts'
import { documents } from './documents.ts'
import { rules } from './law.ts'
import { decider as objections } from './objections/decider.ts'
import { abnormalClocks } from './projections/abnormal-clocks.ts'
import { clocksOf } from './projections/abnormal-days.ts'
import { objectionClocks } from './projections/objection-clocks.ts'
import { recordObjectionClocks } from './projections/record-objection-clocks.ts'
import { restorationClocks } from './projections/restoration-clocks.ts'
import { riskFacts } from './projections/risk-facts.ts'
import { seriousClocks } from './projections/serious-clocks.ts'
import { reactions } from './reactions.ts'
import { abnormalHistoryRecord } from './record.ts'
import { decider as restoration } from './restoration/decider.ts'
import { decider as risk } from './risk/decider.ts'
import { decider as seriousViolations } from './serious-violations/decider.ts'
import { decider as verifications } from './verifications/decider.ts'

export { type Classification, type Classified, classifyRisk } from './risk/classify.ts'

export const module: Module = {
  name: 'credit-lists',
  deciders: [abnormalOperations, abnormalObjections, seriousViolations, verifications, restoration, objections, risk],
  projections: [
    anyProjection(abnormalClocks),
    anyProjection(objectionClocks),
    anyProjection(restorationClocks),
    anyProjection(seriousClocks),
    anyProjection(recordObjectionClocks),
    anyProjection(riskFacts),
  ],
  reactions,
  deadlines,
  documents,
  clockModels: [
    derivedClockModel(abnormalClocks, clocksOf, 'first_by'),
    clockModel(objectionClocks),
    clockModel(restorationClocks),
    clockModel(seriousClocks),
    clockModel(recordObjectionClocks),
  ],
  records: [abnormalHistoryRecord],
  law: { rules },
}
