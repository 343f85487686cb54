import { inPostgres } from './adapters.ts'
import { reactionsContract } from './reactions.contract.ts'

reactionsContract('in Postgres', inPostgres)
