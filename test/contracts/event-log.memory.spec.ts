import { inMemory } from './adapters.ts'
import { eventLogContract } from './event-log.contract.ts'

eventLogContract('in memory', inMemory)
