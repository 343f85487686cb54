import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { arrayOf, type Connection, verifyChain } from '@mingjian/kernel/adapters'
import { freshDatabase, startServer, type TestDatabase } from '../postgres.ts'
import { rawTable } from './append-peers.ts'
import type { Goal, Report } from './measure.ts'
import { benchPlatform, importRegister, writeRegister } from './register.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const PAGE = 1000

/** The same events, already made, by `unnest` × 1000 into a table of the same columns and indexes; reading them is not counted. */
const rawSeconds = async (db: Connection): Promise<{ readonly events: number; readonly seconds: number }> => {
  await rawTable(db)
  let seconds = 0
  let events = 0
  for (;;) {
    const rows = await db.query(
      'select * from log.event where position > $1 order by position limit $2',
      [events, PAGE],
      'raw-page',
    )
    if (rows.length === 0) return { events, seconds }
    const column = (index: number): never[] => rows.map((row) => row[index] as never)
    const began = performance.now()
    await db.query(
      `insert into raw select * from unnest($1::bigint[], $2::text[], $3::int[], $4::text[], $5::date[], $6::text[]::timestamptz[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::int[], $14::bytea[], $15::bytea[])`,
      [
        arrayOf('int8', column(0)),
        arrayOf('text', column(1)),
        arrayOf('int4', column(2)),
        arrayOf('text', column(3)),
        arrayOf('date', column(4)),
        arrayOf('text', column(5)),
        arrayOf('text', column(6)),
        arrayOf('text', column(7)),
        arrayOf('text', column(8)),
        arrayOf('text', column(9)),
        arrayOf('text', column(10)),
        arrayOf('text', column(11)),
        arrayOf('int4', column(12)),
        arrayOf('bytea', column(13)),
        arrayOf('bytea', column(14)),
      ],
      'raw-insert',
    )
    seconds += (performance.now() - began) / 1000
    events += rows.length
  }
}

const measure = async (test: TestDatabase, folder: string, enterprises: number, goals: Goal[]) => {
  const files = await writeRegister(folder, enterprises)
  const platform = await benchPlatform(test.url)
  globalThis.gc?.()
  let peak = 0
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const began = performance.now()
  const records = await importRegister(platform, files)
  const seconds = (performance.now() - began) / 1000
  clearInterval(sampling)
  await platform.close()
  const { fault, events: chained } = await verifyChain(test.db)
  if (fault !== undefined) throw new Error(`event ${fault.position} is ${fault.what}`)
  const raw = await rawSeconds(test.db)
  if (raw.events !== chained) throw new Error(`${raw.events} events were read, the chain has ${chained}`)
  const [size] = await test.db.query(`select pg_total_relation_size('log.event')`)
  const ratio = raw.seconds / seconds
  const megabytes = Math.round(peak / 1e6)
  if (enterprises === SIZES.at(-1)) {
    goals.push({ goal: `${records} records beside raw unnest × 1000 of their events`, ratio, atLeast: 0.4 })
    goals.push({ goal: 'peak memory of the importer, as a share of 500 MB', ratio: megabytes / 500, atMost: 1 })
  }
  return {
    enterprises,
    records,
    events: raw.events,
    'records/s': Math.round(records / seconds),
    'µs/record': Math.round((seconds / records) * 1e6),
    'raw events/s': Math.round(raw.events / raw.seconds),
    ratio: Number(ratio.toFixed(2)),
    'peak MB': megabytes,
    'bytes/event': Math.round(Number(size?.[0]) / raw.events),
  }
}

/** Files of the invented register through the importer, from the first byte to the last committed event. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const rows: Record<string, number>[] = []
  const goals: Goal[] = []
  try {
    for (const size of SIZES) {
      const test = await freshDatabase(server.url)
      try {
        const row = await measure(test, folder, size, goals)
        rows.push(row)
        say(JSON.stringify(row))
      } finally {
        await test.drop()
      }
    }
    const cost = (size: number): number =>
      rows.find(({ enterprises }) => enterprises === size)?.['µs/record'] ?? Number.NaN
    goals.push({ goal: 'cost of a record at 10^6 beside 10^4', ratio: cost(1_000_000) / cost(10_000), atMost: 1.3 })
    return { name: 'import', unit: 'records/s', rows, goals }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
