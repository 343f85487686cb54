import { once } from 'node:events'
import { Command } from 'commander'
import { queriesOf } from '../run/queries.ts'
import { civilDate } from './sweep.ts'
import { say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

interface Asked {
  readonly result?: string
  readonly authority?: string
  readonly from?: string
  readonly to?: string
}

export const resultsCommand = new Command('results')
  .description('抽查检查结果：published results of inspections, newest first, as JSON Lines')
  .option('--result <text>', 'one of the eight results')
  .option('--authority <name>', 'of this authority alone')
  .option('--from <date>', 'published on this day or later', civilDate)
  .option('--to <date>', 'published on this day or before', civilDate)
  .option('--json', 'JSON Lines, as always')
  .action(async ({ result, authority, from, to }: Asked) => {
    const count = await withPlatform(async (platform, config) => {
      await platform.catchUp()
      let lines = 0
      for await (const line of queriesOf(platform, config).allResults({ result, authority, from, to })) {
        lines += 1
        if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
      }
      return lines
    })
    say(`${count} 条`)
  })
