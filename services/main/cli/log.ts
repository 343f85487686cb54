import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { verifyChain } from '@mingjian/kernel/adapters'
import { Command } from 'commander'
import { catchUpPublicLog, withLogLease } from '../run/follow-log.ts'
import type { Platform } from '../run/platform.ts'
import { Sentence } from './failure.ts'
import { answer, bar } from './terminal.ts'
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

type Log = Platform['publicLog']

/** Runs a question on a public log that has everything. */
const withPublicLog = async <T>(work: (log: Log, platform: Platform) => Promise<T>): Promise<T> => {
  const shown = bar()
  return withPlatform(async (platform) => {
    await catchUpPublicLog(platform, shown.progress)
    return work(platform.publicLog, platform)
  }).finally(shown.stop)
}
const newest = async (log: Log) => {
  const issued = await log.checkpoint()
  if (issued === undefined) throw new Sentence('The public log was not begun.')
  return issued
}

const exported = new Command('export')
  .description('导出公开日志：the public log as C2SP files: checkpoint, tile/…, and key.pub, a verifier key line')
  .argument('<dir>', 'the folder, made where it is missing')
  .option('--json', 'what was written as JSON')
  .action(async (folder: string, options: { json?: true }) => {
    const write = (path: string, bytes: Uint8Array | string): void => {
      try {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), bytes)
      } catch (error) {
        throw new Sentence(`${join(folder, path)} can't be written: ${(error as NodeJS.ErrnoException).code}`)
      }
    }
    const written = await withPublicLog(async (log) => {
      const issued = await newest(log)
      let files = 2
      for await (const { path, bytes } of log.files(issued)) {
        write(path, bytes)
        files += 1
      }
      write('key.pub', `${issued.keys.at(-1)}\n`)
      // Last, so that no checkpoint is there before what it signs.
      write('checkpoint', issued.note)
      return { origin: issued.note.split('\n')[0], size: issued.size, files }
    })
    answer(
      options.json ? JSON.stringify(written) : `${written.origin}: ${written.size} entries in ${written.files} files`,
    )
  })

const checkpoint = new Command('checkpoint')
  .description('公开日志检查点：the newest signed tree of the public log')
  .option('--json', 'as JSON, with the verifier keys')
  .action(async (options: { json?: true }) => {
    const issued = await withPublicLog(newest)
    if (options.json) answer(JSON.stringify(issued))
    else process.stdout.write(issued.note)
  })

const entry = new Command('entry')
  .description('条目证明：proof that the event of a position is in the public log, for `mingjian verify`')
  .argument('<position>', 'position of the event')
  .option('--json', 'the proof is JSON as always')
  .action(async (position: string) => {
    const proof = await withPublicLog((log) => log.entry(Number(position)))
    if (proof === undefined) throw new Sentence(`Event ${position} is not in the public log.`)
    if (proof === 'withheld') throw new Sentence(`Event ${position} is no longer public: its seal stays closed.`)
    answer(JSON.stringify(proof))
  })

const lists = new Command('lists')
  .description('名录证明：proof of the lists that an enterprise is on, or that it is on none, for `mingjian verify`')
  .argument('<uscc>', '统一社会信用代码')
  .option('--at <time>', 'as of the last checkpoint at this time, 2026-07-01T00:00:00Z')
  .option('--json', 'the proof is JSON as always')
  .action(async (uscc: string, { at }: { at?: string }) => {
    if (at !== undefined && Number.isNaN(Date.parse(at)))
      throw new Sentence(`${at} is no time such as 2026-07-01T00:00:00Z.`)
    const time = at === undefined ? undefined : new Date(at).toISOString()
    const proof = await withPublicLog((log) => log.lists(uscc, time))
    if (proof === undefined) throw new Sentence(`The public log had signed nothing by ${at}.`)
    answer(JSON.stringify(proof))
  })

const rotate = new Command('rotate')
  .description('更换密钥：a new key signs beside the old one from now on; with --retire the newest signs alone')
  .option('--retire', 'what others trust has been changed to the new key: the old one signs no more')
  .option('--json', 'the verifier keys as JSON')
  .action(async (options: { retire?: true; json?: true }) => {
    const issued = await withPublicLog((log, platform) =>
      withLogLease(platform, (fence) => log.rotate(fence, options.retire ? 'retire' : 'add')),
    )
    const keys = issued?.keys ?? []
    answer(options.json ? JSON.stringify({ keys }) : keys.join('\n'))
  })

export const logCommand = new Command('log').description('事件日志与公开日志')
for (const command of [verify, show, exported, checkpoint, entry, lists, rotate]) logCommand.addCommand(command)
