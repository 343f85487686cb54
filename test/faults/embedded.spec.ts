import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, openServer, postgresEventLog, prepare, UnusableData, verifyChain } from '@mingjian/kernel/adapters'
import { tables } from '@mingjian/main/modules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordHistory } from './history.ts'

const clock = { now: () => '2026-07-01T08:00:00.120Z' }
let folder: string
const processes: ChildProcess[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingjian-embedded-'))
})
afterAll(() => {
  for (const child of processes) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const openElsewhere = async (): Promise<{ readonly child: ChildProcess; readonly started: boolean }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'opener.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  processes.push(child)
  const said = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  return { child, started: said.trim() === 'true' }
}
const gone = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

const eventsHere = async (): Promise<number> => {
  const server = await openServer(folder)
  const db = connect({ socket: server.socket })
  try {
    expect((await verifyChain(db)).fault).toBeUndefined()
    return await postgresEventLog(db, clock).head()
  } finally {
    await db.close()
    await server.stop()
  }
}

test('of processes that open the same new folder at once, one makes and starts it and the others join', async () => {
  const opened = await Promise.all([openElsewhere(), openElsewhere()])
  expect(opened.map(({ started }) => started).sort()).toEqual([false, true])
  const server = await openServer(folder)
  expect(server.started).toBe(false)
  expect(readdirSync(folder).sort()).toEqual(['postgres', 'run'])
  const db = connect({ socket: server.socket })
  await prepare(db, tables)
  await recordHistory(postgresEventLog(db, clock), 20)
  await server.stop()
  expect(await postgresEventLog(db, clock).head(), 'who only joined does not stop it').toBe(20)
  await db.close()
  for (const { child } of opened.sort((a, b) => Number(a.started) - Number(b.started))) {
    const ended = gone(child)
    child.stdin?.end()
    await ended
  }
})

test('a server whose process was killed leaves no orphan, and the next start finds everything', async () => {
  const { child, started } = await openElsewhere()
  expect(started).toBe(true)
  const ended = gone(child)
  child.kill('SIGKILL')
  await ended
  expect(await eventsHere()).toBe(20)
})

test('a lock left behind by a machine that went down does not keep the next start out', async () => {
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`)
  expect(await eventsHere()).toBe(20)
})

test('data of another Postgres is refused with a sentence, and stays as it is', async () => {
  const file = join(folder, 'postgres', 'PG_VERSION')
  writeFileSync(file, '17\n')
  const refused = openServer(folder)
  await expect(refused).rejects.toThrow(UnusableData)
  await expect(refused).rejects.toThrow(/belongs to Postgres 17; this Mingjian brings 18: use .*\.$/)
  writeFileSync(file, '18\n')
  expect(await eventsHere()).toBe(20)
})

/** Mounts a file system of a few megabytes, where that is allowed. */
const smallDisk = (): { readonly path: string; grow(): void; remove(): void } | undefined => {
  const path = mkdtempSync(join(tmpdir(), 'mingjian-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=150m', 'none', path], { stdio: 'ignore' })
  } catch {
    rmSync(path, { recursive: true })
    return undefined
  }
  return {
    path,
    grow: () => execFileSync('mount', ['-o', 'remount,size=400m', path]),
    remove: () => {
      execFileSync('umount', ['-l', path])
      rmSync(path, { recursive: true })
    },
  }
}

test('a full disk is said in a sentence and loses nothing that was acknowledged', async ({ skip }) => {
  const disk = smallDisk()
  if (disk === undefined) return skip('mounting a small disk takes rights that this user lacks')
  try {
    const home = join(disk.path, 'data')
    mkdirSync(home)
    let server = await openServer(home)
    let db = connect({ socket: server.socket })
    await prepare(db, tables)
    let log = postgresEventLog(db, clock)
    let acknowledged = 0
    const fill = async (): Promise<never> => {
      for (;;) {
        const events = Array.from({ length: 200 }, (_, index) => ({
          stream: `${acknowledged + index}/a`,
          event: {
            type: 'LicenceRevoked' as const,
            data: { reason: '满'.repeat(500), remedy: null },
            effectiveOn: '2026-07-01',
            basis: [],
          },
          provenance: { actor: 'a', authority: 'b' },
        }))
        const appended = await log.append({ expected: new Map(), events })
        if (appended.outcome !== 'recorded') throw new Error(appended.outcome)
        acknowledged = appended.last
      }
    }
    const failure = await fill().catch((error: unknown) => error as Error & { code?: string })
    expect(failure.message, 'disk_full, or the server went down for want of room for its journal').toMatch(
      /No space left|terminat|ended|closed/i,
    )
    await db.close()
    await server.stop()
    const refused = await openServer(home).then(
      (opened) => opened,
      (error: Error) => error,
    )
    if (refused instanceof Error)
      expect(refused.message).toBe(
        `The disk that holds ${home} is full: free some space and start again; nothing recorded is lost.`,
      )
    else await refused.stop()

    disk.grow()
    server = await openServer(home)
    db = connect({ socket: server.socket })
    log = postgresEventLog(db, clock)
    expect(await log.head()).toBeGreaterThanOrEqual(acknowledged)
    expect((await verifyChain(db)).fault).toBeUndefined()
    await db.close()
    await server.stop()
  } finally {
    await sleep(100)
    disk.remove()
  }
})
