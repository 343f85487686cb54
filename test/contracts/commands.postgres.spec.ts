import { inPostgres } from './adapters.ts'
import { commandsContract } from './commands.contract.ts'

commandsContract('in Postgres', inPostgres)
