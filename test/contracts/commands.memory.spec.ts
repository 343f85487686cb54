import { inMemory } from './adapters.ts'
import { commandsContract } from './commands.contract.ts'

commandsContract('in memory', inMemory)
