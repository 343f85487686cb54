import type { Module } from '@mingjian/http'
import { anyPreparedAct, anyProjection } from '@mingjian/kernel'
import { ratingTables } from './adapters/rating-tables.ts'
import { documents } from './documents.ts'
import { decider as draws } from './draws/decider.ts'
import { openDraw } from './draws/open.ts'
import { replaceInspector } from './draws/replace.ts'
import { type DrawRouteOptions, drawRoutes } from './draws/routes.ts'
import { runDraw } from './draws/run.ts'
import { decider as inspections } from './inspections/decider.ts'
import { decider as inspectors } from './inspectors/decider.ts'
import { decider as items } from './items/decider.ts'
import { rules, settings } from './law.ts'
import { decider as objects } from './objects/decider.ts'
import { decider as plans } from './plans/decider.ts'
import { inspectionItem } from './projections/inspection-item.ts'
import { inspectionObject } from './projections/inspection-object.ts'
import { inspectionPlan } from './projections/inspection-plan.ts'
import { inspector } from './projections/inspector.ts'
import { rating } from './projections/rating.ts'
import { visit } from './projections/visit.ts'
import { decider as ratings } from './ratings/decider.ts'
import { reactions } from './reactions.ts'
import { inspectorRecord } from './record.ts'
import { type VisitRouteOptions, visitRoutes } from './routes.ts'
import { clockModels } from './visit-clocks.ts'
import { decider as visits } from './visits/decider.ts'
import { issueTaskSlip } from './visits/slip.ts'

export { withLog } from './draw/proof.ts'
export { REPLACEMENT_REASONS } from './draws/ceremony.ts'
export { openDraw } from './draws/open.ts'
export { type Handed, leafOf, proofFor } from './draws/proofs.ts'
export { replaceInspector } from './draws/replace.ts'
export { runDraw } from './draws/run.ts'
export { type DrawStatus, statusOf } from './draws/status.ts'
export { type VisitTask, visit } from './projections/visit.ts'
export type { RatingBox } from './ratings/box.ts'
export { ASPECTS } from './ratings/decider.ts'
export { prepareCodes, rate } from './ratings/rate.ts'
export { type RehearsalInput, type Rehearsed, rehearse } from './rehearsal.ts'
export { type Slip, type Slips, slipsOf } from './slips.ts'
export { pointsOf } from './visits/conduct.ts'

export const module: Module<DrawRouteOptions & VisitRouteOptions> = {
  name: 'inspection',
  deciders: [items, objects, inspectors, plans, draws, visits, inspections, ratings],
  preparedActs: [
    anyPreparedAct(openDraw),
    anyPreparedAct(runDraw),
    anyPreparedAct(replaceInspector),
    anyPreparedAct(issueTaskSlip),
  ],
  projections: [
    anyProjection(inspectionItem),
    anyProjection(inspectionObject),
    anyProjection(inspector),
    anyProjection(inspectionPlan),
    anyProjection(visit),
    anyProjection(rating),
  ],
  reactions,
  documents,
  clockModels,
  records: [inspectorRecord],
  law: { rules, settings },
  tables: ratingTables,
  routes: async (app, ports) => {
    await app.register(drawRoutes, { ...ports, prefix: '/v1' })
    await app.register(visitRoutes, { ...ports, prefix: '/v1' })
  },
}
