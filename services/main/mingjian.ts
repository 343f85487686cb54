import { Command } from 'commander'
import { backupCommands } from './cli/backup.ts'
import { boardCommand } from './cli/board.ts'
import { drawCommand } from './cli/draw.ts'
import { sentenceOf } from './cli/failure.ts'
import { importCommand } from './cli/import.ts'
import { lawCommand } from './cli/law.ts'
import { listsCommand } from './cli/lists.ts'
import { logCommand } from './cli/log.ts'
import { projectionCommands } from './cli/projections.ts'
import { ratingsCommand } from './cli/ratings.ts'
import { resultsCommand } from './cli/results.ts'
import { riskCommand } from './cli/risk.ts'
import { startCommand } from './cli/start.ts'
import { sweepCommand } from './cli/sweep.ts'
import { say } from './cli/terminal.ts'
import { verifyCommand } from './cli/verify.ts'

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
