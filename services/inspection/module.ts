import { anyPreparedAct, anyProjection } from '@mingjian/kernel'
import { decider as draws } from './draws/decider.ts'
import { openDraw } from './draws/open.ts'
import { replaceInspector } from './draws/replace.ts'
import { runDraw } from './draws/run.ts'
import { decider as inspections } from './inspections/decider.ts'
import { decider as inspectors } from './inspectors/decider.ts'
import { decider as items } from './items/decider.ts'
import { decider as objects } from './objects/decider.ts'
import { decider as plans } from './plans/decider.ts'
import { inspectionItem } from './projections/inspection-item.ts'
import { inspectionObject } from './projections/inspection-object.ts'
import { inspectionPlan } from './projections/inspection-plan.ts'
import { inspector } from './projections/inspector.ts'
import { rating } from './projections/rating.ts'
import { visit } from './projections/visit.ts'
import { decider as ratings } from './ratings/decider.ts'
import { decider as visits } from './visits/decider.ts'
import { issueTaskSlip } from './visits/slip.ts'

export { documents } from './documents.ts'
export { withLog } from './draw/proof.ts'
export { REPLACEMENT_REASONS } from './draws/ceremony.ts'
export { openDraw } from './draws/open.ts'
export { type Handed, leafOf, proofFor } from './draws/proofs.ts'
export { replaceInspector } from './draws/replace.ts'
export { drawRoutes } from './draws/routes.ts'
export { runDraw } from './draws/run.ts'
export { type DrawStatus, statusOf } from './draws/status.ts'
export { rules } from './law.ts'
export { type VisitTask, visit } from './projections/visit.ts'
export type { RatingBox } from './ratings/box.ts'
export { ASPECTS } from './ratings/decider.ts'
export { prepareCodes, rate } from './ratings/rate.ts'
export { reactions } from './reactions.ts'
export { inspectorRecord } from './record.ts'
export { type RehearsalInput, type Rehearsed, rehearse } from './rehearsal.ts'
export { visitRoutes } from './routes.ts'
export { type Slip, type Slips, slipsOf } from './slips.ts'
export { clockModels } from './visit-clocks.ts'
export { pointsOf } from './visits/conduct.ts'

export const deciders = [items, objects, inspectors, plans, draws, visits, inspections, ratings]
export const acts = [
  anyPreparedAct(openDraw),
  anyPreparedAct(runDraw),
  anyPreparedAct(replaceInspector),
  anyPreparedAct(issueTaskSlip),
]
export const projections = [
  anyProjection(inspectionItem),
  anyProjection(inspectionObject),
  anyProjection(inspector),
  anyProjection(inspectionPlan),
  anyProjection(visit),
  anyProjection(rating),
]
