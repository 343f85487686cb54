import type { Module } from '@mingjian/http'
import { anyProjection } from '@mingjian/kernel'
import { ratingTables } from './adapters/rating-tables.ts'
import { documents } from './documents.ts'
import { decider as draws } from './draws/decider.ts'
import { openDraw } from './draws/open.ts'
import { replaceInspector } from './draws/replace.ts'
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
import { type DrawRouteOptions, drawRoutes } from './routes/draws.ts'
import { type EvidenceRouteOptions, evidenceRoutes } from './routes/evidence.ts'
import { type RatingRouteOptions, ratingRoutes } from './routes/ratings.ts'
import { slipRoutes } from './routes/slips.ts'
import { type VisitRouteOptions, visitRoutes } from './routes/visits.ts'
import type { SlipPorts } from './slips.ts'
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
export { pointsOf } from './visits/findings.ts'

type RouteOptions = DrawRouteOptions & EvidenceRouteOptions & RatingRouteOptions & SlipPorts & VisitRouteOptions

export const module: Module<RouteOptions> = {
  name: 'inspection',
  deciders: [items, objects, inspectors, plans, draws, visits, inspections, ratings],
  preparedActs: [openDraw, runDraw, replaceInspector, issueTaskSlip],
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
    const options = { ...ports, prefix: '/v1' }
    await app.register(drawRoutes, options)
    await app.register(visitRoutes, options)
    await app.register(evidenceRoutes, options)
    await app.register(slipRoutes, options)
    await app.register(ratingRoutes, options)
  },
}
