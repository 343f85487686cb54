import { anyProjection } from '@mingjian/kernel'
import { decider as draws } from './draws/decider.ts'
import { decider as inspectors } from './inspectors/decider.ts'
import { inspectionObject } from './projections/inspection-object.ts'
import { inspector } from './projections/inspector.ts'

export { verifyProof } from './draw/verify.ts'
export { rules } from './law.ts'
export { inspectorRecord } from './record.ts'
export { type RehearsalInput, type Rehearsed, rehearse } from './rehearsal.ts'

export const deciders = [inspectors, draws]
export const projections = [anyProjection(inspectionObject), anyProjection(inspector)]
