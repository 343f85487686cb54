import { inPostgres } from './adapters.ts'
import { publicLogStoreContract } from './public-log-store.contract.ts'

publicLogStoreContract('in Postgres', inPostgres)
