import { anyProjection } from '@mingjian/kernel'
import { clockModel } from '@mingjian/law'
import { decider as cases } from './cases/decider.ts'
import { decider as complaints } from './complaints/decider.ts'
import { decider as penalties } from './penalties/decider.ts'
import { caseClocks } from './projections/case-clocks.ts'
import { penaltyPublicity } from './projections/penalty-publicity.ts'
import { decider as reported } from './reported/decider.ts'

export { deadlines } from './deadlines.ts'
export { documents } from './documents.ts'
export { rules } from './law.ts'
export { reactions } from './reactions.ts'
export { penaltyRecord } from './record.ts'

export const deciders = [penalties, cases, complaints, reported]
export const projections = [anyProjection(penaltyPublicity), anyProjection(caseClocks)]
export const clockModels = [clockModel(penaltyPublicity, 'due_on'), clockModel(caseClocks, 'due_on')]
