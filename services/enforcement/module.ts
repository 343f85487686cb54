import { anyProjection } from '@mingjian/kernel'
import { decider as cases } from './cases/decider.ts'
import { decider as penalties } from './penalties/decider.ts'
import { penaltyPublicity } from './projections/penalty-publicity.ts'

export { deadlines } from './deadlines.ts'
export { rules } from './law.ts'
export { reactions } from './reactions.ts'
export { penaltyRecord } from './record.ts'

export const deciders = [penalties, cases]
export const projections = [anyProjection(penaltyPublicity)]
