import { inMemory } from './adapters.ts'
import { deadlinesContract } from './deadlines.contract.ts'

deadlinesContract('in memory', inMemory)
