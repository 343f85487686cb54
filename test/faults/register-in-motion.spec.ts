import { makeUscc } from '@mingjian/codes'
import { openDraw } from '@mingjian/inspection'
import { type Command, carryOut } from '@mingjian/kernel'
import { systemClock } from '@mingjian/kernel/adapters'
import { projections } from '@mingjian/main/modules'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import type { DrawOpened } from '@mingjian/schemas'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { planFor } from '../journeys/draw.ts'
import { company } from '../journeys/examples.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'

const AUTHORITY = '昆都仑区市场监督管理局'
let database: TestDatabase
let platform: Platform
beforeAll(async () => {
  database = await freshDatabase(inject('postgres'))
  platform = await openPlatform({ databaseUrl: database.url, dataDirectory: '', backupDirectory: undefined })
})
afterAll(async () => {
  await platform.close()
  await database.drop()
})

test('a register that is being written all the time is frozen as of one position', async () => {
  const { handler, log, projector } = platform
  const [objects] = projections.filter(({ name }) => name === 'inspection_object')
  if (objects === undefined) throw new Error('the library of objects has another name')
  const stop = new AbortController()
  const until = async (work: (at: number) => Promise<unknown>): Promise<void> => {
    for (let at = 0; !stop.signal.aborted; at += 1) await work(at)
  }
  const establishment = (uscc: string) => {
    const command: Command = { type: 'EstablishEnterprise', data: { uscc, items: company(`包头市${uscc}公司`) } }
    return { command, actor: 'import:test', authority: AUTHORITY }
  }
  const codeOf = (writer: number, at: number): string =>
    makeUscc('91150203', `M${writer}${String(at).padStart(6, '0')}`)
  const inspectors = ['K001', 'K002'].map((inspectorId): Command => {
    const certificate = { certificateNo: inspectorId, validFrom: '2022-01-01', validUntil: '2199-12-31' }
    const inspector = { inspectorId, department: AUTHORITY, ...certificate, specialities: [], conflicts: [] }
    return { type: 'RecordInspector', data: inspector }
  })
  await handler.handleAll(inspectors.map((command) => ({ command, actor: 'import:test', authority: AUTHORITY })))
  // So many that reading them takes longer than writing the next.
  await handler.handleAll(Array.from({ length: 3000 }, (_, at) => establishment(codeOf(9, at))))
  await platform.catchUp()
  const writing = [0, 1, 2, 3].map((writer) => until((at) => handler.handle(establishment(codeOf(writer, at)))))
  const folding = until(() => projector.advance(objects))
  const opened: DrawOpened[] = []
  const open = async (at: number): Promise<void> => {
    const plan = planFor(systemClock.today(), { id: `moving-${at}`, strata: [{ name: '全部', rate: '1/100' }] })
    const by = { actor: 'staff:test', authority: AUTHORITY }
    const outcome = await carryOut(openDraw, { plan }, by, platform, handler)
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome))
    opened.push(outcome.events[0]?.data as DrawOpened)
  }
  try {
    for (let at = 0; at < 5; at += 1) await open(at)
  } finally {
    stop.abort()
    await Promise.all([...writing, folding])
  }
  const established = await log.read(0, 1_000_000, ['EnterpriseEstablished'])
  for (const { populationSize, logPosition } of opened)
    expect(populationSize).toBe(established.filter(({ position }) => position <= logPosition).length)
})
