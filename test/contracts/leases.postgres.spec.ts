import { inPostgres } from './adapters.ts'
import { leasesContract } from './leases.contract.ts'

leasesContract('in Postgres', inPostgres)
