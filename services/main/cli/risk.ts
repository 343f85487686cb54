import { once } from 'node:events'
import { classifyRisk } from '@mingjian/credit-lists'
import { Command } from 'commander'
import { civilDate } from './sweep.ts'
import { answer, say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

export const riskCommand = new Command('risk')
  .description('信用风险分类：internal; a class is no rating and is not published')
  .addCommand(
    new Command('classify')
      .description(
        'the class A to D of every enterprise in operation, from the facts of a day; an event only where it changed',
      )
      .option('--as-of <date>', 'by the end of this day (default: today)', civilDate)
      .option('--list', 'a line for every enterprise, with the facts that its class rests on, as JSON Lines')
      .option('--json', 'the result as JSON')
      .action(async ({ asOf, list, json }: { asOf?: string; list?: true; json?: true }) => {
        const { classes, changed, refused } = await withPlatform(async (platform) => {
          await platform.catchUp()
          const found = await classifyRisk(platform, asOf ?? platform.clock.today(), async (classified) => {
            if (list && !process.stdout.write(`${JSON.stringify(classified)}\n`)) await once(process.stdout, 'drain')
          })
          await platform.catchUp()
          return found
        })
        for (const { uscc, code, text } of refused) say(`${uscc}: ${code} ${text.zh} ${text.en}`)
        if (json) answer(JSON.stringify({ classes, changed, refused }))
        else if (!list)
          answer(
            `${Object.entries(classes)
              .map(([name, count]) => `${name} 类 ${count} 户`)
              .join('，')}；变动 ${changed} 户`,
          )
        if (refused.length > 0) process.exitCode = 2
      }),
  )
