import { inPostgres } from './adapters.ts'
import { deliveryContract } from './delivery.contract.ts'

deliveryContract('in Postgres', inPostgres, 12)
