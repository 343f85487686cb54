import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, openServer, prepare, type Server } from '@mingjian/kernel/adapters'
import { tables } from '@mingjian/main/modules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectWhole, startWriter, type Writer } from './acknowledged.ts'

let folder: string
let server: Server
let writers: readonly Writer[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingjian-killed-'))
  server = await openServer(folder)
})
afterAll(async () => {
  for (const writer of writers) writer.kill()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a Postgres killed in mid-append keeps every acknowledged event, and the writers go on when it is back', async () => {
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(server.socket)}`
  const db = connect({ url })
  await prepare(db, tables)
  writers = [startWriter(url, 'p0', 16, 100_000, 60), startWriter(url, 'p1', 16, 100_000, 60)]
  const seen = (): number => writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  const goesOn = async (): Promise<void> => {
    for (const before = seen(); seen() < before + 100; ) await sleep(5)
  }
  for (const kills of [1, 2]) {
    await goesOn()
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    const acknowledged = writers.flatMap((writer) => [...writer.acknowledged])
    server = await openServer(folder)
    expect(server.started, `after kill ${kills}`).toBe(true)
    await expectWhole(db, acknowledged)
  }
  await goesOn()
  for (const writer of writers) writer.kill()
  await Promise.all(writers.map(({ ended }) => ended))
  await expectWhole(
    db,
    writers.flatMap(({ acknowledged }) => acknowledged),
  )
  await db.close()
})
