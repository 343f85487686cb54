import { addDays } from '@mingjian/codes'
import { boardOf, clocksIn } from '@mingjian/law'
import { Command } from 'commander'
import { clockModels } from '../modules.ts'
import { civilDate } from './sweep.ts'
import { answer, say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

const AHEAD_DAYS = 30

export const boardCommand = new Command('board')
  .description('时限看板：who must do what by which day, and what is overdue: the running clocks of all acts')
  .option('--as-of <date>', 'a clock that ended before this day is overdue (default: today)', civilDate)
  .option('--until <date>', `clocks up to this day (default: ${AHEAD_DAYS} days ahead)`, civilDate)
  .option('--who <name>', 'of this authority, or of the enterprise with this code')
  .option('--overdue', 'only what is overdue')
  .option('--json', 'as JSON Lines')
  .action(async (options: { asOf?: string; until?: string; who?: string; overdue?: true; json?: true }) => {
    const lines = await withPlatform(async (platform) => {
      await platform.catchUp()
      const { asOf = platform.clock.today(), until = addDays(asOf, AHEAD_DAYS), who, overdue } = options
      return boardOf(platform.reads, clockModels, { asOf, until, who, overdue })
    })
    for (const line of lines) {
      const { by, overdue, subject, what, who, basis, count } = line
      answer(
        options.json
          ? JSON.stringify(line)
          : `${by} ${overdue ? '逾期' : '　　'} ${count === 1 ? subject : `${count} 户`} ${what} ｜ ${who} ｜ ${basis}`,
      )
    }
    say(`${clocksIn(lines)} 项，逾期 ${clocksIn(lines.filter(({ overdue }) => overdue))} 项`)
  })
