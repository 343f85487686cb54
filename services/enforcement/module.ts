import { decider } from './penalties/decider.ts'

export { rules } from './law.ts'
export { reactions } from './reactions.ts'
export { penaltyRecord } from './record.ts'

export const deciders = [decider]
