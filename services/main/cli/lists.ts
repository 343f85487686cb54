import { once } from 'node:events'
import { Argument, Command } from 'commander'
import { queriesOf } from '../run/queries.ts'
import { civilDate } from './sweep.ts'
import { say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

export const listsCommand = new Command('lists')
  .description('名录：the entries of a list in force, as JSON Lines')
  .addArgument(
    new Argument('<list>', 'which list; the abnormal one carries the marks of sole traders').choices([
      'abnormal',
      'serious',
    ]),
  )
  .option('--as-of <date>', 'at the end of this day (default: today)', civilDate)
  .option('--history', 'the removed ones too, with removedOn')
  .option('--json', 'JSON Lines, as always')
  .action(async (list: 'abnormal' | 'serious', { asOf, history }: { asOf?: string; history?: true }) => {
    const count = await withPlatform(async (platform, config) => {
      await platform.catchUp()
      let lines = 0
      for await (const line of queriesOf(platform, config).lists(list, { asOf, history: history ?? false })) {
        lines += 1
        if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
      }
      return lines
    })
    say(`${count} 条`)
  })
