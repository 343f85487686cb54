import { decider } from './registration/decider.ts'

export { enterpriseRecord } from './record.ts'

export const deciders = [decider]
