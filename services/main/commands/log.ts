import { verifyChain } from '@mingjian/kernel/adapters'
import { Command } from 'commander'
import { answer, bar } from '../terminal.ts'
import { withPlatform } from './with-platform.ts'

const verify = new Command('verify')
  .description('核验日志：walk the whole event log: no gap, every event as it was recorded')
  .option('--json', 'the result as JSON')
  .action(async (options: { json?: true }) => {
    const shown = bar()
    const check = await withPlatform(async ({ db, log }) => {
      const head = await log.head()
      return verifyChain(db, (position) => shown.progress('核验', position, head))
    }).finally(shown.stop)
    const { events, head, fault } = check
    if (options.json) answer(JSON.stringify(check))
    else
      answer(
        fault === undefined
          ? `ok   ${events} events, chain ${head}`
          : `FAIL event ${fault.position} is ${fault.what}; ${events} events before it are as they were recorded`,
      )
    if (fault !== undefined) process.exitCode = 1
  })

const show = new Command('show')
  .description('查看事件：one event with its envelope as JSON')
  .argument('<position>', 'its position')
  .action(async (position: string) => {
    const [event] = await withPlatform(({ log }) => log.read(Number(position) - 1, 1))
    answer(JSON.stringify(event ?? null, null, 2))
  })

export const logCommand = new Command('log').description('事件日志').addCommand(verify).addCommand(show)
