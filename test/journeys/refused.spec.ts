import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { connect } from '@mingjian/kernel/adapters'
import { sentenceOf } from '@mingjian/main/cli/failure'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { answerOf, type Ended, folder, linesOf, mingjian, removeFolders, sample, start } from './command-line.ts'

// What can't run says so in one sentence that tells what to do, and ends with 1.

const register = folder()
const first = readFileSync(sample('enterprises'), 'utf8').split('\n').slice(0, 500).join('\n')

const sentence = ({ code, out, err }: Ended): string => {
  expect(err).not.toMatch(/^\s+at |node:internal|Error:|fault of the program/m)
  expect([code, out, err.trim().split('\n').length], err).toEqual([1, '', 1])
  return err
}

/** A program that holds a port; it takes connections and never says a word. */
const silent = async (): Promise<{ readonly port: number; readonly server: Server }> => {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0, server }
}

beforeAll(async () => {
  await answerOf(register, ['import', 'enterprises', '-'], { input: first })
})
afterAll(removeFolders)

test('a port that is in use', async () => {
  const { port, server } = await silent()
  const ended = await mingjian(folder(), ['start'], { env: { DEMO: '0', PORT: `${port}` }, by: 'launcher' })
  server.close()
  expect(sentence(ended)).toMatch(`Port ${port} is in use by another program`)
  expect(ended.err).toMatch(`PORT=${port + 1} npm start`)
})

test('a port, an address or a folder that can not be meant', async () => {
  const start = (env: NodeJS.ProcessEnv) => mingjian(folder(), ['start'], { env: { DEMO: '0', ...env } }).then(sentence)
  expect(await start({ PORT: 'http' })).toMatch('PORT=http must be a whole number from 0 to 65535')
  expect(await start({ HOST: '203.0.113.9', PORT: '0' })).toMatch('choose another HOST')
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(await start({ DATA_DIR: file })).toMatch('choose another DATA_DIR')
})

test('a second platform on the same data; commands join the first', async () => {
  const data = folder(register)
  const running = await start(data)
  const second = await mingjian(data, ['start'], { env: { DEMO: '0', PORT: '0' } })
  expect(sentence(second)).toMatch(/already runs on this data .*another DATA_DIR/)
  expect((await answerOf(data, ['import', 'enterprises', '-'], { input: first })).unchanged).toBe(500)
  expect((await running.json('/v1/statistics')).enterprises.total).toBe(500)
  expect((await running.stop()).code).toBe(0)
})

test('data of a newer version', async () => {
  const data = folder(register)
  const running = await start(data)
  const db = connect({ socket: join(data, 'run') }, 1)
  await db.query('update log.platform set version = version + 1')
  await db.close()
  await running.stop()
  for (const command of [['start'], ['lag'], ['import', 'enterprises', sample('enterprises')]])
    expect(sentence(await mingjian(data, command))).toMatch(/written by a newer Mingjian .*update the program/)
})

test('data of another Postgres', async () => {
  const data = folder()
  cpSync(register, data, { recursive: true })
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n')
  expect(sentence(await mingjian(data, ['start']))).toMatch(/belongs to Postgres 17.*another DATA_DIR/)
})

test('a database that is not there, does not answer, or is another one', async () => {
  const { port, server } = await silent()
  const given = (url: string) => mingjian(folder(), ['lag'], { env: { DATABASE_URL: url } }).then(sentence)
  const nowhere = new URL(inject('postgres'))
  nowhere.pathname = 'nowhere'
  const said = await Promise.all([
    given('postgresql://127.0.0.1:1/mingjian'),
    given(`postgresql://127.0.0.1:${port}/mingjian`),
    given('postgresql://nosuchhost.invalid/mingjian'),
    given(nowhere.href),
  ])
  server.close()
  expect(said[0]).toMatch(/does not answer: check .*DATABASE_URL/)
  expect(said[1]).toMatch(/does not answer: check .*DATABASE_URL/)
  expect(said[2]).toMatch(/host of DATABASE_URL is not known/)
  expect(said[3]).toMatch(/does not exist: create it first/)
})

// A disk of its own in a namespace of its own, full to a few blocks. Where the system has no such thing, the sentences alone are tested.
const OWN_DISK = ['unshare', '--user', '--mount', '--map-root-user']
const hasOwnDisk = spawnSync('unshare', [...OWN_DISK.slice(1), 'true']).status === 0
const ON_A_FULL_DISK = `
  mount -t tmpfs -o size=120M tmpfs "$DATA_DIR" && cp -r "$FROM/." "$DATA_DIR"
  free=$(df -Pk "$DATA_DIR" | tail -1 | awk '{ print $4 }')
  head -c $(( (free - 400) * 1024 )) /dev/zero > "$DATA_DIR/fill"
  "$@" import enterprises "$FILE" --json; echo "{\\"code\\": $?}"
  rm "$DATA_DIR/fill"
  "$@" import enterprises "$FILE" --json; "$@" log verify --json`

test.runIf(hasOwnDisk)('a full disk: what was recorded is safe, and with some space it goes on', async () => {
  const env = { FROM: register, FILE: sample('enterprises') }
  const { code, out, err } = await mingjian(folder(), [], {
    under: [...OWN_DISK, 'sh', '-c', ON_A_FULL_DISK, 'sh'],
    env,
  })
  expect(code, err).toBe(0)
  expect(err.trim()).toMatch(/^The disk .*is full: free some space .*$/)
  const [refused, repeated, verified] = linesOf(out)
  expect(refused).toEqual({ code: 1 })
  expect(repeated).toMatchObject({ read: 3000, rejected: 0 })
  expect(repeated.accepted + repeated.unchanged).toBe(3000)
  expect(verified).toEqual({ events: expect.any(Number), head: expect.any(String) })
})

test('every full disk is called so', () => {
  for (const code of ['53100', 'ENOSPC'])
    expect(sentenceOf(Object.assign(new Error('could not extend file'), { code }))).toMatch(
      /disk .*is full: free some space/,
    )
})
