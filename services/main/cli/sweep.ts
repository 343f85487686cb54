import { isCivilDate } from '@mingjian/codes'
import { Command, InvalidArgumentError } from 'commander'
import { sweepDeadlines } from '../run/sweep.ts'
import { refusalText } from './refusal.ts'
import { answer, bar, say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

export const civilDate = (text: string): string => {
  if (!isCivilDate(text)) throw new InvalidArgumentError('a day of the calendar, YYYY-MM-DD')
  return text
}

export const sweepCommand = new Command('sweep')
  .description(
    '到期事项：carry out everything that the law asks for by a day (missed reports, listings, removals); repeated, it does nothing',
  )
  .option('--as-of <date>', 'by the end of this day (default: today)', civilDate)
  .option('--json', 'the result as JSON')
  .action(async (options: { asOf?: string; json?: true }) => {
    const shown = bar()
    const swept = await withPlatform(async (platform, config) => {
      const result = await sweepDeadlines(
        platform,
        options.asOf ?? platform.clock.today(),
        { begin: true, firstReportYear: config.firstReportYear },
        shown.progress,
      )
      await platform.catchUp(shown.progress)
      return result
    }).finally(shown.stop)
    const { acts, refused } = swept
    for (const { deadline, key, day, refusal } of refused) say(`${day} ${deadline} ${key}: ${refusalText(refusal)}`)
    answer(options.json ? JSON.stringify({ acts, refused }) : `办理到期事项 ${acts} 件，不予办理 ${refused.length} 件`)
    if (refused.length > 0) process.exitCode = 2
  })
