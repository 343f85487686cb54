import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UnusableData } from '../unusable-data.ts'
import { verifyChain } from './chain.ts'
import type { Connection } from './connection.ts'

/** One whole copy of the data, and what its log was when the copy was begun. */
export interface Backup {
  readonly name: string
  /** RFC 3339 UTC, when it was complete. */
  readonly at: string
  readonly events: number
  /** The hash behind the newest event: `log verify` on what was restored must pass through it. */
  readonly chain: string
}

/** Folders of a backup directory: whole copies, and the server's own log between and after them. */
const BASES = 'base'
const LOG = 'wal'
/** What a copy doesn't need: the log comes from the archive, the rest belongs to a running server. */
const LEFT_OUT = /^(postmaster\.(pid|opts)|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.+)$/
/** How much work a lost disk costs at most. */
const LOST_SECONDS = 60

const quoted = (path: string): string => `"${path.replace(/(["\\$`])/g, '\\$1').replaceAll('%', '%%')}"`

/** The settings of a server that archives its log into a backup directory. A segment is there whole or not at all. */
export const archiving = (backupDirectory: string): Readonly<Record<string, string>> => {
  const folder = join(resolve(backupDirectory), LOG)
  mkdirSync(folder, { recursive: true })
  const file = `${quoted(folder)}/%f`
  return {
    archive_mode: 'on',
    archive_command: `test -f ${file} || (cp %p ${file}.part && mv ${file}.part ${file})`,
    archive_timeout: `${LOST_SECONDS}s`,
  }
}

/** Copies the data of a running server while it runs. Throws `UnusableData` where its log is not kept in that directory. */
export const backUp = async (
  db: Connection,
  dataDirectory: string,
  backupDirectory: string,
  now: () => string,
): Promise<Backup> => {
  const [kept] = await db.query(
    `select current_setting('archive_mode') = 'on' and current_setting('archive_command') = $1`,
    [archiving(backupDirectory).archive_command],
  )
  if (kept?.[0] !== true)
    throw new UnusableData(
      `The running platform does not keep its log in ${backupDirectory}: stop it and start it with BACKUP_DIR=${backupDirectory}.`,
    )
  const { fault, events, head } = await verifyChain(db)
  if (fault !== undefined)
    throw new UnusableData(`Event ${fault.position} is ${fault.what}: what is damaged is not kept as a backup.`)
  const data = join(resolve(dataDirectory), 'postgres')
  const folder = join(resolve(backupDirectory), BASES)
  const name = now().replace(/[:.]/g, '-')
  const fresh = join(folder, `${name}.part`)
  mkdirSync(folder, { recursive: true })
  try {
    // One connection from start to stop: when it closes, the server ends a broken-off backup too.
    const backup = await db.session(async (session) => {
      await session.query('select pg_backup_start($1, true)', [name])
      await cp(data, fresh, { recursive: true, filter: (source) => !LEFT_OUT.test(source.slice(data.length + 1)) })
      const [stopped] = await session.query('select labelfile from pg_backup_stop(true)')
      writeFileSync(join(fresh, 'backup_label'), String(stopped?.[0]))
      const done: Backup = { name, at: now(), events, chain: head }
      writeFileSync(join(fresh, 'mingjian-backup.json'), JSON.stringify(done))
      return done
    })
    renameSync(fresh, join(folder, name))
    return backup
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
}

/** Whole copies, oldest first. */
export const backups = (backupDirectory: string): readonly Backup[] => {
  const folder = join(resolve(backupDirectory), BASES)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.part'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name, 'mingjian-backup.json'), 'utf8')) as Backup)
}

/**
 * Lays the newest copy from before a moment (RFC 3339 UTC) into a data directory that holds none; the next server that is started on it reads the
 * archived log up to that moment, or to its end, and goes on from there.
 */
export const layBackup = (backupDirectory: string, dataDirectory: string, until?: string): Backup => {
  const data = join(resolve(dataDirectory), 'postgres')
  if (existsSync(data))
    throw new UnusableData(`${dataDirectory} holds data already: choose another DATA_DIR, or move it away first.`)
  const backup = backups(backupDirectory).findLast(({ at }) => until === undefined || at <= until)
  if (backup === undefined)
    throw new UnusableData(
      `${backupDirectory} holds no backup${until === undefined ? '' : ` from before ${until}`}: mingjian backup makes one.`,
    )
  const fresh = `${data}.new-${process.pid}`
  mkdirSync(resolve(dataDirectory), { recursive: true })
  cpSync(join(resolve(backupDirectory), BASES, backup.name), fresh, { recursive: true })
  rmSync(join(fresh, 'mingjian-backup.json'))
  const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  const settings = [
    `restore_command = ${literal(`cp ${quoted(join(resolve(backupDirectory), LOG))}/%f %p`)}`,
    // This setting is read before names of time zones are known.
    ...(until === undefined ? [] : [`recovery_target_time = ${literal(until.replace(/Z$/, '+00'))}`]),
    `recovery_target_action = 'promote'`,
  ]
  writeFileSync(join(fresh, 'postgresql.auto.conf'), `${settings.join('\n')}\n`)
  writeFileSync(join(fresh, 'recovery.signal'), '')
  renameSync(fresh, data)
  return backup
}
