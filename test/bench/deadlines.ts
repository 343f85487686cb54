import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sweepDeadlines } from '@mingjian/main/sweep'
import { freshDatabase, startServer, type TestDatabase } from '../postgres.ts'
import type { Report } from './measure.ts'
import { benchPlatform, importEnterprises, writeRegister } from './register.ts'

const SIZES = (process.env.CLOCKS || '10000,100000,1000000').split(',').map(Number)
/** The day after the window of 2025's reports: of a register without any report, everybody misses it and is listed on that day. */
const DAY = '2026-07-01'
const OWN = fileURLToPath(import.meta.url)
const LAUNCHER = fileURLToPath(new URL('../../deploy/launch.mjs', import.meta.url))
const CORE = '0'

interface Measured {
  readonly acts: number
  readonly seconds: number
  readonly megabytes: number
}

/** Every clock of a register due on one day: an act for each enterprise that missed the report, and the listing that follows from it. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const rows: Record<string, string | number>[] = []
  const measure = async (enterprises: number, cores: 'all' | 'one'): Promise<number> => {
    const test = await freshDatabase(server.url)
    try {
      const platform = await benchPlatform(test.url)
      await importEnterprises(platform, await writeRegister(folder, enterprises))
      await platform.catchUp()
      await platform.close()
      // What an import leaves to be done in the background is not the sweep's, nor done on its core.
      await test.db.query('vacuum analyze')
      await test.db.query('checkpoint')
      if (cores === 'one') await holdServer(test)
      const { acts, seconds, megabytes } = await sweepOn(test.url, cores)
      await nothingLostOrDoubled(test)
      const each = (seconds / acts) * 1e6
      const row = {
        enterprises,
        cores,
        clocks: acts,
        seconds: Number(seconds.toFixed(1)),
        'µs/clock': Number(each.toFixed(1)),
        'clocks/s': Math.round(acts / seconds),
        'peak MB': megabytes,
      }
      rows.push(row)
      say(JSON.stringify(row))
      return each
    } finally {
      await test.drop()
    }
  }
  try {
    const costs: number[] = []
    for (const enterprises of SIZES) costs.push(await measure(enterprises, 'all'))
    const [first = Number.NaN] = costs
    const last = costs.at(-1) ?? Number.NaN
    const largest = SIZES.at(-1) ?? 0
    const goals = [
      ...costs.slice(1).map((cost, index) => ({
        goal: `cost of a clock among ${SIZES[index + 1]} beside ${SIZES[0]} enterprises`,
        ratio: cost / first,
        atMost: 1.3,
      })),
      { goal: 'seconds for 10^6 clocks', ratio: last, atMost: 60 },
    ]
    if (canHold())
      goals.push({ goal: 'seconds for 10^6 clocks on one core', ratio: await measure(largest, 'one'), atMost: 60 })
    else say('one core is measured on Linux with taskset, and without DATABASE_URL')
    return { name: 'deadlines', unit: 'clocks/s', rows, goals }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process as `mingjian sweep` is started, with all cores of the machine or one. */
const sweepOn = async (url: string, cores: 'all' | 'one'): Promise<Measured> => {
  const command = [process.execPath, LAUNCHER, OWN, 'sweep', url]
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

/** One missed report for each enterprise that owed one, one entry or mark for each of them. */
const nothingLostOrDoubled = async ({ db }: TestDatabase): Promise<void> => {
  const [row] = await db.query(
    `select count(*) filter (where type = 'AnnualReportMissed'), count(distinct stream) filter (where type = 'AnnualReportMissed'),
            count(*) filter (where type in ('AbnormalOperationsListed', 'AbnormalStateMarked')),
            count(distinct stream) filter (where type in ('AbnormalOperationsListed', 'AbnormalStateMarked')) from log.event`,
  )
  const counts = new Set(row as readonly unknown[])
  if (counts.size !== 1 || counts.has(0)) throw new Error(`missed and listed, in all and once each: ${row}`)
}

if (import.meta.main) {
  const platform = await benchPlatform(process.argv.at(-1) ?? '')
  const options = { begin: true, firstReportYear: 2025 }
  const began = performance.now()
  const { acts, refused } = await sweepDeadlines(platform, DAY, options)
  const seconds = (performance.now() - began) / 1000
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`)
  const again = await sweepDeadlines(platform, DAY, options)
  if (again.acts !== 0) throw new Error(`a repeated sweep did ${again.acts} acts`)
  await platform.close()
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000)
  process.stdout.write(JSON.stringify({ acts, seconds, megabytes } satisfies Measured))
}
