import { inPostgres } from './adapters.ts'
import { eventLogContract } from './event-log.contract.ts'

eventLogContract('in Postgres', inPostgres)
