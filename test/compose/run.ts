// node test/compose/run.ts [PROFILE…]: brings the compose file up, each profile in turn, and takes a journey through it. Needs a Docker engine with
// compose; images that this machine lacks are stood in for by images of the same names, made of the local archives and this checkout.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { patience } from '../patience.ts'
import { makeStandIns } from './stand-ins.ts'

const root = join(import.meta.dirname, '..', '..')
const PROJECT = 'mingjian-journey'
const TOKEN = 'a-token-of-this-journey'
const env = { ...process.env, POSTGRES_PASSWORD: 'journey', STAFF_TOKEN: TOKEN, DEMO: '0' }
const PROFILES: Readonly<
  Record<string, { readonly service: string; readonly staff: string; readonly pages: readonly string[] }>
> = {
  default: { service: 'app', staff: 'http://localhost:8080', pages: ['http://localhost:8080'] },
  split: { service: 'api', staff: 'http://localhost:8080', pages: ['http://localhost:8090', 'http://localhost:8091'] },
}

const docker = (args: readonly string[], input?: string): string => {
  const { status, stdout, stderr, error } = spawnSync('docker', args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  })
  if (error !== undefined || status !== 0)
    throw new Error(
      `docker ${args.slice(0, 6).join(' ')}: ${error?.message ?? stderr.trim().split('\n').slice(-5).join('\n')}`,
    )
  return stdout
}
const compose = (profile: string, args: readonly string[], input?: string): string =>
  docker(['compose', '-p', PROJECT, '--profile', profile, ...args], input)

let failed = 0
const check = (what: string, holds: boolean): void => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
  if (!holds) failed += 1
}

/** What an address answers, as soon as it satisfies. */
// biome-ignore lint/suspicious/noExplicitAny: answers as they come
const answered = async (url: string, satisfies: (body: any) => boolean): Promise<boolean> => {
  for (const until = performance.now() + patience(30); performance.now() < until; await sleep(500)) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok && satisfies(await response.json())) return true
  }
  return false
}

const journey = async (profile: string): Promise<void> => {
  const { service, staff, pages } = PROFILES[profile] ?? { service: '', staff: '', pages: [] }
  const mingjian = (args: readonly string[], input?: string): string =>
    compose(profile, ['exec', '-T', service, 'node', 'services/main/mingjian.ts', ...args], input)
  const file = (name: string): string => readFileSync(join(root, 'test/data/sample-register', `${name}.jsonl`), 'utf8')
  const enterprises = file('enterprises')
  const imported = JSON.parse(mingjian(['import', 'enterprises', '-', '--json'], enterprises))
  check(`${profile}: 3,000 enterprises are imported`, imported.accepted === 3000)
  mingjian(['import', 'annual-reports', '-', '--json'], file('reports'))
  const swept = JSON.parse(mingjian(['sweep', '--as-of', '2026-10-31', '--json']))
  check(`${profile}: the deadlines are carried out`, swept.acts > 0)

  const [first] = enterprises.split('\n').map((line) => (line === '' ? undefined : JSON.parse(line)))
  for (const page of pages) {
    const found = await answered(
      `${page}/v1/enterprises?q=${encodeURIComponent(first.name)}`,
      ({ items }) => items?.[0]?.uscc === first.uscc,
    )
    check(`${profile}: ${page} finds ${first.name}`, found)
    const listed = await answered(`${page}/v1/lists/abnormal?limit=1`, ({ items }) => items.length === 1)
    check(`${profile}: ${page} shows the list of abnormal operations`, listed)
  }
  const act = (key: string): Promise<Response> =>
    fetch(`${staff}/v1/commands/DeregisterEnterprise`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'idempotency-key': key, 'content-type': 'application/json' },
      body: '{}',
    })
  check(`${profile}: the door of staff is open to staff`, (await act('one')).status === 400)
  const seen = await answered(`${pages[0]}/health/ready`, ({ status }) => status !== undefined)
  check(`${profile}: it is ready`, seen)
  const lags = mingjian(['lag', '--json'])
  console.log(`     lag ${lags.trim().slice(0, 300)}`)
}

await makeStandIns()
// With the host's network: packages come from the registry that this machine reaches.
docker(['build', '--network', 'host', '--file', 'deploy/Dockerfile', '--tag', 'mingjian:0.1.0', '.'])
check('the image of the platform is built by its Dockerfile', true)
for (const profile of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PROFILES)) {
  try {
    docker(['compose', '-p', PROJECT, '--profile', profile, 'config', '-q'])
    check(`${profile}: the compose file is valid`, true)
    compose(profile, ['up', '-d', '--no-build', '--wait', '--wait-timeout', '600'])
    check(`${profile}: every service is healthy`, true)
    await journey(profile)
  } catch (error) {
    check(`${profile}: ${(error as Error).message}`, false)
    console.log(compose(profile, ['ps', '-a']), compose(profile, ['logs', '--no-color', '--tail', '15']))
  } finally {
    compose(profile, ['down', '-v'])
  }
}
process.exitCode = failed === 0 ? 0 : 1
