import { randomUUID } from 'node:crypto'
import { makeUscc } from '@mingjian/codes'
import { configFrom } from '@mingjian/main/run/config'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { company } from '../journeys/examples.ts'
import { freshDatabase, type TestDatabase } from '../postgres.ts'
import { startRoles } from '../processes.ts'

const WRITERS = 8

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase(inject('postgres'))
})
afterAll(() => database.drop())

const environment = (): NodeJS.ProcessEnv => ({
  DATABASE_URL: database.url,
  DATA_DIR: `/tmp/mingjian-stopping-${randomUUID()}`,
})

/** Starts a process and tells it to end; returns its exit code with what it said. */
const startedAndStopped = async (roles: string, more: NodeJS.ProcessEnv = {}) => {
  const started = await startRoles(roles, { ...environment(), ...more })
  onTestFinished(() => started.kill('SIGKILL'))
  started.kill('SIGTERM')
  return { code: await started.ended, said: started.said() }
}

/** Commands without a pause until they are stopped. */
const writing = ({ handler }: Platform) => {
  let going = true
  let recorded = 0
  const write = async (writer: number): Promise<void> => {
    const uscc = makeUscc('91150203', `MA0T000${writer}`)
    for (let step = 0; going; step += 1) {
      const items = company(`包头市${writer}号${step}次商贸有限公司`)
      const { outcome } = await handler.handle({
        command:
          step === 0
            ? { type: 'EstablishEnterprise', data: { uscc, items } }
            : { type: 'ChangeRegistration', data: { uscc, items, on: '2026-06-01' } },
        actor: 'import:test',
        authority: '昆都仑区市场监督管理局',
      })
      expect(outcome).toBe('recorded')
      recorded += 1
    }
  }
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer))
  return {
    recorded: () => recorded,
    stop: async () => {
      going = false
      await Promise.all(writers)
    },
  }
}

test('while others write without a pause a process comes to work, and ends when it is told to', async () => {
  const platform = await openPlatform(configFrom(environment()))
  const { recorded, stop } = writing(platform)
  try {
    await expect.poll(recorded).toBeGreaterThan(10 * WRITERS)
    const before = recorded()
    expect(await startedAndStopped('projections,reactions')).toMatchObject({ code: 0 })
    expect(recorded()).toBeGreaterThan(before)
  } finally {
    await stop()
    await platform.close()
  }
})

test('a process that is told to ends, though the client of an engine leaves something behind', async () => {
  const left = 'data:text/javascript,setInterval(()=>{},1e6)'
  expect(await startedAndStopped('projections', { NODE_OPTIONS: `--import=${left}` })).toMatchObject({ code: 0 })
})
