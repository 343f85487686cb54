import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sweepDeadlines } from '@mingjian/main/run/sweep'
import { freshDatabase, startServer, type TestDatabase } from '../postgres.ts'
import { fillQueue, workQueue } from './job-queue.ts'
import type { Goal, Report } from './measure.ts'
import { benchPlatform, importEnterprises, writeRegister } from './register.ts'

const SIZES = (process.env.CLOCKS || '10000,100000,1000000').split(',').map(Number)
/** The day after the window of 2025's reports: of a register without any report, everybody misses it and is listed on that day. */
const DAY = '2026-07-01'
const OWN = fileURLToPath(import.meta.url)
const LAUNCHER = fileURLToPath(new URL('../../deploy/launch.mjs', import.meta.url))
const CORE = '0'

type Cores = 'all' | 'one'

interface Measured {
  readonly acts: number
  readonly seconds: number
  readonly megabytes: number
}

interface Cost {
  readonly clocks: number
  /** µs a clock. */
  readonly each: number
}

/** Every clock of a register due on one day: an act for each enterprise that missed the report, and the listing that follows from it. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const rows: Record<string, string | number>[] = []
  const measure = async (what: string, work: Work, size: number, cores: Cores): Promise<Cost> => {
    const test = await freshDatabase(server.url)
    try {
      await work.prepare(test, folder, size)
      // What this leaves to be done in the background is not what is measured, nor done on its core.
      await test.db.query('vacuum analyze')
      await test.db.query('checkpoint')
      if (cores === 'one') await holdServer(test)
      const { acts, seconds, megabytes } = await inProcess(work.name, test.url, cores)
      await work.nothingLostOrDoubled(test)
      const each = (seconds / acts) * 1e6
      const row = {
        what,
        cores,
        clocks: acts,
        seconds: Number(seconds.toFixed(1)),
        'µs/clock': Number(each.toFixed(1)),
        'clocks/s': Math.round(acts / seconds),
        'peak MB': megabytes,
      }
      rows.push(row)
      say(JSON.stringify(row))
      return { clocks: acts, each }
    } finally {
      await test.drop()
    }
  }
  /** The sweep at the largest size, and as many jobs of a queue that decides nothing. */
  const beside = async (cores: Cores, ours: Cost): Promise<Goal> => {
    const jobs = await measure('pg-boss', JOBS, ours.clocks, cores)
    if (jobs.clocks !== ours.clocks) throw new Error(`${jobs.clocks} jobs instead of ${ours.clocks}`)
    return {
      goal: `cost of a clock beside a job of pg-boss, ${cores === 'one' ? 'one core' : 'all cores'}`,
      ratio: ours.each / jobs.each,
      atMost: 2,
    }
  }
  const swept = (enterprises: number, cores: Cores): Promise<Cost> =>
    measure(`sweep of ${enterprises}`, SWEEP, enterprises, cores)
  try {
    const costs: Cost[] = []
    for (const enterprises of SIZES) costs.push(await swept(enterprises, 'all'))
    const [first, last] = [costs[0], costs.at(-1)]
    if (first === undefined || last === undefined) throw new Error('no sizes')
    const goals: Goal[] = [
      ...costs.slice(1).map(({ each }, index) => ({
        goal: `cost of a clock among ${SIZES[index + 1]} beside ${SIZES[0]} enterprises`,
        ratio: each / first.each,
        atMost: 1.3,
      })),
      { goal: 'seconds for 10^6 clocks', ratio: last.each, atMost: 60 },
      await beside('all', last),
    ]
    if (canHold()) {
      const one = await swept(SIZES.at(-1) ?? 0, 'one')
      goals.push({ goal: 'seconds for 10^6 clocks on one core', ratio: one.each, atMost: 60 }, await beside('one', one))
    } else say('one core is measured on Linux with taskset, and without DATABASE_URL')
    return { name: 'deadlines', unit: 'clocks/s', rows, goals }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process as a command is started, the sweep with the heap that the launcher gives it; with all cores of the machine or one. */
const inProcess = async (name: Work['name'], url: string, cores: Cores): Promise<Measured> => {
  const command = [process.execPath, LAUNCHER, OWN, name, url]
  const [file = '', ...rest] = cores === 'one' ? ['taskset', '-c', CORE, ...command] : command
  return JSON.parse((await promisify(execFile)(file, rest)).stdout)
}

const canHold = (): boolean => {
  if (process.platform !== 'linux' || process.env.DATABASE_URL !== undefined) return false
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const parentOf = (pid: string): string => {
  try {
    return /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? ''
  } catch {
    // It has gone meanwhile.
    return ''
  }
}

const hold = (pid: string): void => {
  try {
    execFileSync('taskset', ['-c', '-p', CORE, pid], { stdio: 'ignore' })
  } catch (error) {
    if (parentOf(pid) !== '') throw error
  }
}

/** Holds the database server, and all that it starts from now on, on one core. */
const holdServer = async ({ db }: TestDatabase): Promise<void> => {
  const server = parentOf(String((await db.query('select pg_backend_pid()'))[0]?.[0]))
  hold(server)
  for (const pid of readdirSync('/proc')) if (/^\d+$/.test(pid) && parentOf(pid) === server) hold(pid)
}

/** What is due in a database, and all of it done. */
interface Work {
  /** What the process that does it is told. */
  readonly name: 'sweep' | 'jobs'
  readonly prepare: (test: TestDatabase, folder: string, size: number) => Promise<void>
  readonly run: (url: string) => Promise<Pick<Measured, 'acts' | 'seconds'>>
  readonly nothingLostOrDoubled: (test: TestDatabase) => Promise<void>
}

const SWEEP: Work = {
  name: 'sweep',
  prepare: async ({ url }, folder, enterprises) => {
    const platform = await benchPlatform(url)
    await importEnterprises(platform, await writeRegister(folder, enterprises))
    await platform.catchUp()
    await platform.close()
  },
  run: async (url) => {
    const platform = await benchPlatform(url)
    const options = { begin: true, firstReportYear: 2025 }
    const began = performance.now()
    const { acts, refused } = await sweepDeadlines(platform, DAY, options)
    const seconds = (performance.now() - began) / 1000
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`)
    const again = await sweepDeadlines(platform, DAY, options)
    if (again.acts !== 0) throw new Error(`a repeated sweep did ${again.acts} acts`)
    await platform.close()
    return { acts, seconds }
  },
  /** One missed report for each enterprise that owed one, one entry or mark for each of them. */
  nothingLostOrDoubled: async ({ db }) => {
    const [row] = await db.query(
      `select count(*) filter (where type = 'AnnualReportMissed'), count(distinct stream) filter (where type = 'AnnualReportMissed'),
              count(*) filter (where type in ('AbnormalOperationsListed', 'AbnormalStateMarked')),
              count(distinct stream) filter (where type in ('AbnormalOperationsListed', 'AbnormalStateMarked')) from log.event`,
    )
    const counts = new Set(row as readonly unknown[])
    if (counts.size !== 1 || counts.has(0)) throw new Error(`missed and listed, in all and once each: ${row}`)
  },
}

/** A queue of jobs, as a team would use one: a job for every clock, done when a row says so, and nothing decided. */
const JOBS: Work = {
  name: 'jobs',
  prepare: ({ url }, _folder, jobs) => fillQueue(url, jobs),
  run: workQueue,
  nothingLostOrDoubled: async ({ db }) => {
    const [row] = await db.query(
      "select count(*), (select count(*) from pgboss.job), (select count(*) from pgboss.job where state = 'completed') from act",
    )
    const counts = new Set(row as readonly unknown[])
    if (counts.size !== 1 || counts.has(0)) throw new Error(`recorded, queued and completed: ${row}`)
  },
}

if (import.meta.main) {
  const [name, url = ''] = process.argv.slice(2)
  const { acts, seconds } = await (name === SWEEP.name ? SWEEP : JOBS).run(url)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000)
  process.stdout.write(JSON.stringify({ acts, seconds, megabytes } satisfies Measured))
}
