import { inPostgres } from './adapters.ts'
import { readModelsContract } from './read-models.contract.ts'

readModelsContract('in Postgres', inPostgres)
