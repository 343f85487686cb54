import { inMemory } from './adapters.ts'
import { deliveryContract } from './delivery.contract.ts'

deliveryContract('in memory', inMemory, 200)
