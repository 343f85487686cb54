import { backUp, layBackup, verifyChain } from '@mingjian/kernel/adapters'
import { Command, InvalidArgumentError } from 'commander'
import { type Config, configFrom } from '../run/config.ts'
import { Sentence } from './failure.ts'
import { answer, say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

/** A server of its own is backed up with its own tools. */
const embeddedPlaces = ({ databaseUrl, dataDirectory, backupDirectory }: Config) => {
  if (databaseUrl !== undefined)
    throw new Sentence('The database of DATABASE_URL is backed up with its own tools: deploy/runbook.md says how.')
  if (backupDirectory === undefined)
    throw new Sentence('Say where backups are kept: BACKUP_DIR=/another/disk before the command, and before npm start.')
  return { dataDirectory, backupDirectory }
}

const backup = new Command('backup')
  .description(
    '备份：copy the data of this platform into BACKUP_DIR while it runs, beside the log that is kept there as it grows',
  )
  .option('--json', 'the result as JSON')
  .action(async (options: { json?: true }) => {
    const { dataDirectory, backupDirectory } = embeddedPlaces(configFrom(process.env))
    const done = await withPlatform(({ db, clock }) => backUp(db, dataDirectory, backupDirectory, clock.now))
    answer(options.json ? JSON.stringify(done) : `已备份 ${done.name}：${done.events} events, chain ${done.chain}`)
  })

const moment = (text: string): string => {
  const instant = new Date(text)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(instant.getTime()))
    throw new InvalidArgumentError('must be a moment like 2026-11-25T10:30:00+08:00')
  return instant.toISOString()
}

const restore = new Command('restore')
  .description(
    '恢复：lay the newest backup of BACKUP_DIR into an empty DATA_DIR and bring it up to a moment, or to the end of the kept log',
  )
  .option('--to <moment>', 'RFC 3339: what was recorded later is left out', moment)
  .option('--json', 'the result as JSON')
  .action(async ({ to, json }: { to?: string; json?: true }) => {
    const { dataDirectory, backupDirectory } = embeddedPlaces(configFrom(process.env))
    const laid = layBackup(backupDirectory, dataDirectory, to)
    say(`恢复 ${laid.name} …`)
    const { events, head, fault } = await withPlatform(({ db }) => verifyChain(db))
    if (fault !== undefined) throw new Sentence(`Event ${fault.position} is ${fault.what}: restore an older backup.`)
    answer(
      json
        ? JSON.stringify({ from: laid, events, head })
        : `已恢复 ${events} events, chain ${head}; npm start goes on from here.`,
    )
  })

export const backupCommands = [backup, restore]
