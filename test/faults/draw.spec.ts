import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyProof } from '@mingjian/inspection/draw'
import { connect, postgresEventLog, systemClock } from '@mingjian/kernel/adapters'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folder, killedAfter, mingjian, removeFolders, sample } from '../journeys/command-line.ts'
import { NONCES, planFor, sha256 } from '../journeys/draw.ts'
import { freshDatabase, startServer } from '../postgres.ts'

const PLAN = planFor(systemClock.today(), { id: 'killed' })
const server = await startServer()
const database = await freshDatabase(server.url)
const data = folder()
const options = { env: { DATABASE_URL: database.url } }
const plan = join(data, 'plan.json')
writeFileSync(plan, JSON.stringify(PLAN))

beforeAll(async () => {
  for (const kind of ['enterprises', 'inspectors']) {
    const { code, err } = await mingjian(data, ['import', kind, sample(kind)], options)
    expect(err).toBeDefined()
    expect(code).not.toBe(1)
  }
})
afterAll(async () => {
  await database.drop()
  await server.stop()
  removeFolders()
})

const commit = (official: string) => [
  'commit',
  'killed',
  '--official',
  official,
  '--sha256',
  sha256(NONCES[official] ?? ''),
]
const reveal = (official: string) => ['reveal', 'killed', '--official', official, '--nonce', NONCES[official] ?? '']
const STEPS = [
  ['open', plan],
  commit('甲'),
  commit('乙'),
  reveal('乙'),
  reveal('甲'),
  ['run', 'killed', '--public', '3 7 1'],
]

const typesIn = async (subject: string): Promise<readonly string[]> => {
  const db = connect({ url: database.url }, 1)
  const events = await postgresEventLog(db, systemClock).readSubject(subject)
  await db.close()
  return events.map(({ type }) => type)
}

test('a ceremony killed at every step goes on exactly there', async () => {
  const began = performance.now()
  await mingjian(data, ['draw', 'status', 'killed'], options)
  const usual = performance.now() - began
  for (const step of STEPS) {
    for (const part of [0.5, 0.8, 1]) await killedAfter(data, ['draw', ...step], usual * part, options)
    const { code, err } = await mingjian(data, ['draw', ...step], options)
    // A reveal that was recorded before the kill is refused when it is repeated, and nothing else is.
    expect([code, err]).toEqual(code === 0 ? [0, err] : [1, expect.stringContaining('already-revealed')])
  }

  expect(await typesIn('killed')).toEqual([
    'DrawOpened',
    'DrawNonceCommitted',
    'DrawNonceCommitted',
    'DrawCommitted',
    'DrawNonceRevealed',
    'DrawNonceRevealed',
    'DrawSeeded',
    'DrawConducted',
    'DrawAudited',
    'InspectionObjectsDrawn',
  ])
  const { out } = await mingjian(data, ['draw', 'proof', 'killed'], options)
  expect(verifyProof(out).ok).toBe(true)
  const [first] = JSON.parse(out).selected
  expect((await typesIn(first.uscc)).filter((type) => type === 'InspectionTaskDrawn')).toHaveLength(1)
})
