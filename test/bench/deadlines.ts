import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sweepDeadlines } from '@mingjian/main/sweep'
import { freshDatabase, startServer } from '../postgres.ts'
import type { Report } from './measure.ts'
import { benchPlatform, importEnterprises, writeRegister } from './register.ts'

const SIZES = (process.env.CLOCKS || '10000,100000,1000000').split(',').map(Number)
/** The day after the window of 2025's reports: of a register without any report, everybody misses it and is listed on that day. */
const DAY = '2026-07-01'

/** Every clock of a register due on one day: an act for each enterprise that missed the report, and the listing that follows from it. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const rows: Record<string, number>[] = []
  try {
    for (const enterprises of SIZES) {
      const test = await freshDatabase(server.url)
      const platform = await benchPlatform(test.url)
      try {
        await importEnterprises(platform, await writeRegister(folder, enterprises))
        await platform.catchUp()
        const began = performance.now()
        const { acts, refused } = await sweepDeadlines(platform, DAY, { begin: true, firstReportYear: 2025 })
        const seconds = (performance.now() - began) / 1000
        if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`)
        const again = await sweepDeadlines(platform, DAY, { begin: true, firstReportYear: 2025 })
        if (again.acts !== 0) throw new Error(`a repeated sweep did ${again.acts} acts`)
        await nothingLostOrDoubled(platform)
        const row = {
          enterprises,
          clocks: acts,
          seconds: Number(seconds.toFixed(1)),
          'µs/clock': Math.round((seconds / acts) * 1e6),
          'clocks/s': Math.round(acts / seconds),
        }
        rows.push(row)
        say(JSON.stringify(row))
      } finally {
        await platform.close()
        await test.drop()
      }
    }
    const [first, ...larger] = rows
    const last = rows.at(-1)
    return {
      name: 'deadlines',
      unit: 'clocks/s',
      rows,
      goals: [
        ...larger.map((row) => ({
          goal: `cost of a clock among ${row.clocks} beside ${first?.clocks}`,
          ratio: (row['µs/clock'] ?? Number.NaN) / (first?.['µs/clock'] ?? Number.NaN),
          atMost: 1.3,
        })),
        { goal: 'seconds for 10^6 clocks', ratio: (last?.['µs/clock'] ?? Number.NaN) as number, atMost: 60 },
      ],
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One missed report for each enterprise that owed one, one entry or mark for each of them. */
const nothingLostOrDoubled = async ({ db }: Awaited<ReturnType<typeof benchPlatform>>): Promise<void> => {
  const [row] = await db.query(
    `select count(*) filter (where type = 'AnnualReportMissed'), count(distinct stream) filter (where type = 'AnnualReportMissed'),
            count(*) filter (where type in ('AbnormalOperationsListed', 'AbnormalStateMarked')),
            count(distinct stream) filter (where type in ('AbnormalOperationsListed', 'AbnormalStateMarked')) from log.event`,
  )
  const counts = new Set(row as readonly unknown[])
  if (counts.size !== 1 || counts.has(0)) throw new Error(`missed and listed, in all and once each: ${row}`)
}
