import { inPostgres } from './adapters.ts'
import { deadlinesContract } from './deadlines.contract.ts'

deadlinesContract('in Postgres', inPostgres)
