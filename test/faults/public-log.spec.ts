import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresEventLog, systemClock } from '@mingjian/kernel/adapters'
import { openPublicLog } from '@mingjian/main/run/public-log'
import { isSignedBy, merkleRoot, readCheckpoint, readVerifierKey } from '@mingjian/proofs'
import { postgresPublicLogStore } from '@mingjian/public-log/adapters'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../postgres.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'mingjian-log-'))
beforeAll(async () => {
  database = await freshDatabase(inject('postgres'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Every checkpoint that any process has shown. */
const shown = new Set<string>()
const started: { kill(): void; readonly ended: Promise<void> }[] = []
const start = (holder: string) => {
  const program = join(import.meta.dirname, 'public-log-process.ts')
  const child = spawn(process.execPath, [program, database.url, folder, holder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) shown.add(JSON.parse(line) as string)
  })
  const running = {
    kill: () => child.kill('SIGKILL'),
    ended: new Promise<void>((resolve) => child.once('close', () => resolve())),
  }
  started.push(running)
  return running
}
afterAll(async () => {
  for (const one of started) one.kill()
  await Promise.all(started.map(({ ended }) => ended))
})

/** Events without end, so that processes die while they enter them; the returned function ends them and says how many there are. */
const recording = (): (() => Promise<number>) => {
  const log = postgresEventLog(database.db, systemClock)
  let going = true
  const record = async (): Promise<number> => {
    let events = 0
    for (; going; events += 10) {
      await log.append({
        expected: new Map(),
        events: Array.from({ length: 10 }, (_, i) => ({
          stream: `${String(events + i).padStart(18, '0')}/registration`,
          event: { type: 'LicenceRevoked', data: { reason: null, remedy: null }, effectiveOn: '2026-07-01', basis: [] },
          provenance: { actor: 'staff', authority: '昆都仑区市场监督管理局' },
        })),
      })
      await sleep(20)
    }
    return events
  }
  const recorded = record()
  return () => {
    going = false
    return recorded
  }
}

test('a writer that dies leaves no fork: the log never shows two faces, and every event is in it once', async () => {
  const stop = recording()
  for (let round = 0; round < 5; round += 1) {
    const before = shown.size
    const [one, two] = [start(`a${round}`), start(`b${round}`)]
    while (shown.size < before + 4) await sleep(5)
    await sleep(round * 23)
    one.kill()
    two.kill()
    await Promise.all([one.ended, two.ended])
  }
  const events = await stop()
  const last = start('last')
  const { db } = database
  const log = openPublicLog(
    { db, log: postgresEventLog(db, systemClock), clock: systemClock },
    { dataDirectory: folder },
  )
  while ((await log.position()) < events) await sleep(20)
  last.kill()
  await last.ended

  const entries: Uint8Array[] = []
  const issued = await log.checkpoint()
  if (issued === undefined) throw new Error('the log was begun')
  expect(issued.size).toBe(events)
  for await (const { path, bytes } of log.files(issued)) {
    if (!path.startsWith('tile/entries/')) continue
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let at = 0; at < bytes.length; at += 2 + view.getUint16(at))
      entries.push(bytes.slice(at + 2, at + 2 + view.getUint16(at)))
  }
  const positions = entries.map((entry) => JSON.parse(new TextDecoder().decode(entry)).position)
  expect(positions).toEqual(Array.from({ length: events }, (_, index) => index + 1))

  const key = readVerifierKey(issued.keys[0] ?? '')
  if (key === undefined) throw new Error('the log has a key')
  expect(readdirSync(join(folder, 'log-keys')), 'one key for one log').toHaveLength(1)
  const roots = new Map<number, string>()
  for (const note of new Set([...shown, issued.note])) {
    const checkpoint = readCheckpoint(note)
    if (checkpoint === undefined) throw new Error(`no checkpoint: ${note}`)
    expect(isSignedBy(checkpoint, key)).toBe(true)
    const root = roots.get(checkpoint.size) ?? merkleRoot(entries.slice(0, checkpoint.size)).toHex()
    roots.set(checkpoint.size, root)
    expect(checkpoint.root.toHex(), `the tree of ${checkpoint.size} entries`).toBe(root)
  }
  expect(roots.size).toBeGreaterThan(10)
  expect(await postgresPublicLogStore(db).head()).toMatchObject({ size: events, position: events })
})
