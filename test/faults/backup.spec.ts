import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EventLog } from '@mingjian/kernel'
import { connect, openServer, postgresEventLog, prepare } from '@mingjian/kernel/adapters'
import { tables } from '@mingjian/main/modules'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
let backups: string
let data: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingjian-backup-'))
  // A name that a shell would take apart: the server's archive command must not.
  backups = join(folder, "kept elsewhere $HOME 50% 'disk'")
  data = join(folder, 'data')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const root = join(import.meta.dirname, '..', '..')
/** A command of the command line in this place; what it answers, or what it says when it fails. */
const mingjian = (args: readonly string[], env: Readonly<Record<string, string>>): unknown => {
  try {
    const answer = execFileSync(process.execPath, [join(root, 'services/main/mingjian.ts'), ...args, '--json'], {
      env: { PATH: process.env.PATH, DATA_DIR: data, BACKUP_DIR: backups, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return JSON.parse(answer)
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr)
  }
}

/** Records so many events, each of an enterprise of its own. */
const record = async (log: EventLog, name: string, events: number): Promise<void> => {
  for (let index = 0; index < events; index += 1)
    await log.append({
      expected: new Map(),
      events: [
        {
          stream: `${name}${index}/registration`,
          event: { type: 'LicenceRevoked', data: { reason: null, remedy: null }, effectiveOn: '2026-07-01', basis: [] },
          provenance: { actor: 'staff', authority: '150203' },
        },
      ],
    })
}

test('a lost disk loses nothing that the backup directory holds, and a moment before a mistake can be gone back to', async () => {
  const server = await openServer(data, { backupDirectory: backups })
  const db = connect({ socket: server.socket })
  await prepare(db, tables)
  const log = postgresEventLog(db, { now: () => '2026-07-01T08:00:00.120Z' })
  await record(log, 'a', 20)
  const backup = mingjian(['backup'], {})
  expect(backup).toMatchObject({ events: 20, chain: expect.stringMatching(/^[0-9a-f]{64}$/) })

  // Work goes on: what the backup itself doesn't hold comes from the kept log.
  await record(log, 'b', 30)
  await sleep(20)
  const [row] = await db.query('select clock_timestamp()')
  const before = String(row?.[0])
  await sleep(20)
  await record(log, 'mistake', 40)
  await db.query('select pg_switch_wal()')
  for (;;) {
    const [archived] = await db.query(
      'select last_archived_wal >= pg_walfile_name(pg_switch_wal()) or archived_count > 2 from pg_stat_archiver',
    )
    if (archived?.[0] === true) break
    await sleep(50)
  }
  await db.close()
  await server.stop()
  rmSync(data, { recursive: true })

  expect(mingjian(['restore'], {})).toMatchObject({ from: backup, events: 90 })
  expect(mingjian(['restore'], {})).toMatch(/holds data already: choose another DATA_DIR/)
  const earlier = { DATA_DIR: join(folder, 'earlier') }
  expect(mingjian(['restore', '--to', before], earlier)).toMatchObject({ from: backup, events: 50 })
  expect(mingjian(['log', 'verify'], earlier)).toMatchObject({ events: 50 })
  expect(mingjian(['backup'], earlier), 'and it goes on from there').toMatchObject({ events: 50 })
})

test('where nothing is kept, a sentence says what to do', () => {
  expect(mingjian(['restore'], { DATA_DIR: join(folder, 'new'), BACKUP_DIR: join(folder, 'none') })).toMatch(
    /holds no backup: mingjian backup makes one/,
  )
  expect(mingjian(['backup'], { BACKUP_DIR: '' })).toMatch(/Say where backups are kept/)
  expect(mingjian(['backup'], { DATABASE_URL: 'postgres://x' })).toMatch(/own tools/)
})
