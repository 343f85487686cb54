import { inMemory } from './adapters.ts'
import { readModelsContract } from './read-models.contract.ts'

readModelsContract('in memory', inMemory)
