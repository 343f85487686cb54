import { afterAll, expect, onTestFinished, test } from 'vitest'
import { folder, removeFolders, start, withoutServer } from '../journeys/command-line.ts'

afterAll(removeFolders)

const groupRuns = (group: number): boolean => {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

test.each([
  ['npm', 'SIGTERM'],
  ['npm', 'SIGINT'],
  ['npm', 'SIGHUP'],
  ['npm', 'SIGKILL'],
  ['launcher', 'SIGKILL'],
] as const)('with %s ended by %s everything ends: the platform, its port, its database', async (by, signal) => {
  const data = folder()
  const running = await start(data, { by })
  onTestFinished(() => {
    if (groupRuns(running.pid)) process.kill(-running.pid, 'SIGKILL')
  })
  // Resolves when nobody holds its output any more.
  await running.stop(signal)
  expect(await withoutServer(data)).toBe(true)
  await expect(running.get('/health/ready')).rejects.toThrow('fetch failed')
})
