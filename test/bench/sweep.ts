import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sweepDeadlines } from '@mingjian/main/run/sweep'
import { freshDatabase, startServer } from '../postgres.ts'
import type { Report } from './measure.ts'
import { benchPlatform, importRegister, writeRegister } from './register.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const AS_OF = '2026-11-20'

/** The register's deadlines of three report years, about a tenth of the reports missing, some filed late: every listing and removal, day by day. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const rows: Record<string, number>[] = []
  try {
    for (const enterprises of SIZES) {
      const test = await freshDatabase(server.url)
      const platform = await benchPlatform(test.url)
      try {
        await importRegister(platform, await writeRegister(folder, enterprises))
        await platform.catchUp()
        const began = performance.now()
        const { acts, rounds, refused } = await sweepDeadlines(platform, AS_OF, {
          begin: true,
          firstReportYear: undefined,
        })
        const seconds = (performance.now() - began) / 1000
        if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`)
        const again = await sweepDeadlines(platform, AS_OF, { begin: true, firstReportYear: undefined })
        if (again.acts !== 0) throw new Error(`a repeated sweep did ${again.acts} acts`)
        await nothingLostOrDoubled(platform)
        const row = {
          enterprises,
          acts,
          rounds,
          seconds: Number(seconds.toFixed(1)),
          'µs/enterprise': Math.round((seconds / enterprises) * 1e6),
          'acts/s': Math.round(acts / seconds),
        }
        rows.push(row)
        say(JSON.stringify(row))
      } finally {
        await platform.close()
        await test.drop()
      }
    }
    const cost = (size: number): number => rows.find((row) => row.enterprises === size)?.['µs/enterprise'] ?? Number.NaN
    return {
      name: 'sweep',
      unit: 'acts/s',
      rows,
      goals: [
        { goal: 'cost of an enterprise at 10^5 beside 10^4', ratio: cost(100_000) / cost(10_000), atMost: 1.3 },
        { goal: 'cost of an enterprise at 10^6 beside 10^5', ratio: cost(1_000_000) / cost(100_000), atMost: 1.3 },
      ],
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every missed report was listed or marked once, and every removal has a listing before it. */
const nothingLostOrDoubled = async ({ db }: Awaited<ReturnType<typeof benchPlatform>>): Promise<void> => {
  const [row] = await db.query(
    `select count(*) filter (where type = 'AnnualReportMissed'), count(*) filter (where type in ('AbnormalOperationsListed', 'AbnormalStateMarked')),
            count(*) filter (where type in ('AbnormalOperationsDelisted', 'AbnormalStateCleared')), max(position), count(*) from log.event`,
  )
  const [missed = 0, listed = 0, removed = 0, head = 0, events = 0] = (row ?? []) as number[]
  if (missed === 0 || missed !== listed || removed > listed || head !== events)
    throw new Error(`missed ${missed}, listed ${listed}, removed ${removed}, ${events} of ${head} events`)
}
