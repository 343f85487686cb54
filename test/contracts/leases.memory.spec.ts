import { inMemory } from './adapters.ts'
import { leasesContract } from './leases.contract.ts'

leasesContract('in memory', inMemory)
