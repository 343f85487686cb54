import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startKafka } from '@mingjian/engines'
import { afterAll, describe, expect, inject, test, vi } from 'vitest'
import { findJava } from '../../deploy/engines/java.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingjian-local-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What becomes of a Kafka that another process starts in this environment; `said` is what that process says first. */
const elsewhere = (env: NodeJS.ProcessEnv, place = join(folder, 'elsewhere')) => {
  const program = `
    import { startKafka } from '@mingjian/engines'
    startKafka({ folder: ${JSON.stringify(place)} }).then(({ url }) => console.log(url), ({ message }) => console.log(message))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const said = new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))
  return { said: said.then((text) => text.trim()), kill: () => child.kill('SIGKILL') }
}
const answers = async (url: string): Promise<boolean> =>
  (await fetch(`http://${url}`).catch((error) => error.cause)).code !== 'ECONNREFUSED'

describe('an engine of this machine', () => {
  test('answers, keeps its data for the next start, and is not begun twice on it', async () => {
    const place = join(folder, 'kept')
    const first = await startKafka({ folder: place })
    await expect(startKafka({ folder: place })).rejects.toThrow(/Kafka already runs on this data/)
    await first.stop()
    const second = await startKafka({ folder: place })
    expect(await answers(second.url)).toBe(true)
    await second.kill()
    expect(await answers(second.url)).toBe(false)
    const third = await startKafka({ folder: place })
    await third.stop()
    expect(existsSync(join(place, 'data', 'meta.properties'))).toBe(true)
  })

  test('ends with the process that started it, even if that is killed', async () => {
    const { said, kill } = elsewhere({})
    const url = await said
    expect(url).toMatch(/^127\.0\.0\.1:\d+$/)
    expect(await answers(url)).toBe(true)
    kill()
    await expect.poll(() => answers(url)).toBe(false)
  })

  test('is missed in one sentence without Maven, without its archive, or when what was fetched is not what was pinned', async () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const said = async (env: NodeJS.ProcessEnv) => {
      const other = elsewhere({ ENGINES_DIR: join(folder, 'fetched'), ...env })
      return other.said.finally(other.kill)
    }
    expect(await said({ PATH: empty })).toMatch(/^Maven \(mvn\) is missing/)
    const maven = join(empty, 'mvn')
    writeFileSync(maven, '#!/bin/sh\necho "[ERROR] no network here"\nexit 1\n')
    chmodSync(maven, 0o755)
    expect(await said({ PATH: `${empty}:/bin` })).toBe('Maven could not fetch kafka: no network here')
    writeFileSync(maven, '#!/bin/sh\ntouch "$(echo "$5" | cut -c 6-)/HdrHistogram-2.2.2.jar"\n')
    expect(await said({ PATH: `${empty}:/bin` })).toMatch(/^HdrHistogram-2.2.2.jar of kafka is not the pinned file/)
  })

  test('is missed in one sentence without a Java, or with one that is too old', () => {
    const old = join(folder, 'jdk-11')
    mkdirSync(join(old, 'bin'), { recursive: true })
    writeFileSync(join(old, 'bin', 'java'), '#!/bin/sh\necho "    java.specification.version = 11" >&2\n', {
      mode: 0o755,
    })
    for (const home of ['', old]) {
      vi.stubEnv('JAVA_HOME', home)
      vi.stubEnv('PATH', join(old, 'bin'))
      expect(() => findJava([folder])).toThrow(/^Java 17 or newer is missing .*: install one, for example with/)
    }
    vi.unstubAllEnvs()
    expect(findJava().major).toBeGreaterThanOrEqual(17)
  })

  test('is taken from where the test run has it', () => {
    for (const kind of ['kafka', 'registry', 'elasticsearch'] as const) expect(inject(kind)).toMatch(/:\d+/)
  })
})
