import { Command } from 'commander'
import { backupCommands } from './commands/backup.ts'
import { boardCommand } from './commands/board.ts'
import { drawCommand } from './commands/draw.ts'
import { importCommand } from './commands/import.ts'
import { lawCommand } from './commands/law.ts'
import { listsCommand } from './commands/lists.ts'
import { logCommand } from './commands/log.ts'
import { projectionCommands } from './commands/projections.ts'
import { ratingsCommand } from './commands/ratings.ts'
import { resultsCommand } from './commands/results.ts'
import { riskCommand } from './commands/risk.ts'
import { startCommand } from './commands/start.ts'
import { sweepCommand } from './commands/sweep.ts'
import { verifyCommand } from './commands/verify.ts'
import { sentenceOf } from './failure.ts'
import { say } from './terminal.ts'

const program = new Command('mingjian')
  .description(
    '明鉴：市场监管与信用平台。Standard output holds the answer; progress goes to standard error. Exit codes: 0 done, 1 failed, 2 done with rejects.',
  )
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true })

for (const command of [
  startCommand,
  importCommand,
  sweepCommand,
  listsCommand,
  boardCommand,
  riskCommand,
  ratingsCommand,
  resultsCommand,
  drawCommand,
  verifyCommand,
  lawCommand,
  ...projectionCommands,
  logCommand,
  ...backupCommands,
])
  program.addCommand(command)

// Who reads the answer may have read enough, as `head` has.
let enough = false
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  enough = true
})

try {
  await program.parseAsync()
} catch (error) {
  if (process.env.DEBUG) console.error(error)
  if (!enough) {
    say(sentenceOf(error))
    process.exitCode = 1
  }
}
// Whatever still waits, as the client of an engine may that went away, has nothing left to do; the answer is written out first.
process.stdout.write('', () => process.exit())
