import { inMemory } from './adapters.ts'
import { reactionsContract } from './reactions.contract.ts'

reactionsContract('in memory', inMemory)
