import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Append, NewEvent } from '@mingjian/kernel'
import { postgresEventLog, postgresLeases, systemClock } from '@mingjian/kernel/adapters'
import { openPublicLog } from '../../services/main/public-log.ts'
import { freshDatabase, startServer } from '../postgres.ts'
import type { Report } from './measure.ts'

const ENTRIES = 100_000
const PROOFS = 2000
const uscc = (i: number): string => `91150203MA${String((i * 7_919_317) % 100_000_000).padStart(8, '0')}`

/** Listings of ever more enterprises, each a way in the map of its own, and every tenth a removal. */
const eventOf = (i: number): NewEvent =>
  i % 10 === 9
    ? {
        type: 'AbnormalOperationsDelisted',
        data: { ground: 'annual_report_missed', years: [2025], decision: `〔2026〕${i}号`, reason: '已补报年度报告' },
        effectiveOn: '2026-08-03',
        basis: [],
      }
    : {
        type: 'AbnormalOperationsListed',
        data: {
          ...{ ground: 'annual_report_missed', year: 2025, decision: `〔2026〕${i}号`, reason: '未公示年度报告' },
          ...{ remedy: null, evidence: null },
        },
        effectiveOn: '2026-07-08',
        basis: [],
      }

const appendOf = (from: number, size: number): Append => ({
  expected: new Map(),
  events: Array.from({ length: size }, (_, offset) => ({
    // A removal follows the listing before it.
    stream: `${uscc(from + offset - ((from + offset) % 10 === 9 ? 1 : 0))}/bench-${from + offset}`,
    event: eventOf(from + offset),
    provenance: { actor: 'bench', authority: '昆都仑区市场监督管理局' },
  })),
})

/** Milliseconds of each piece of work, one after the other, in ascending order. */
const timed = async (work: (at: number) => Promise<unknown>): Promise<readonly number[]> => {
  const took: number[] = []
  for (let at = 0; at < PROOFS; at += 1) {
    const began = performance.now()
    await work(at)
    took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)
}

/** Entries a second that are entered, signed and kept, and how long a proof takes from a log of so many. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const database = await freshDatabase(server.url)
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-log-'))
  try {
    const { db } = database
    const log = postgresEventLog(db, systemClock)
    for (let from = 0; from < ENTRIES; from += 1000) await log.append(appendOf(from, 1000))
    const publicLog = openPublicLog({ db, log, clock: systemClock }, { dataDirectory: folder })
    const leases = postgresLeases(db)
    const rss = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20)
    const memory: number[] = []
    const began = performance.now()
    for (let steps = 1; steps > 0; ) {
      const fence = await leases.take('public-log', 'bench', 60)
      steps = fence === undefined ? 0 : await publicLog.advance(fence)
      memory.push(rss())
    }
    const perSecond = (ENTRIES * 1000) / (performance.now() - began)
    const { size = 0 } = (await publicLog.checkpoint()) ?? {}
    if (size !== ENTRIES) throw new Error(`${ENTRIES} events happened, ${size} were entered`)
    say(`${Math.round(perSecond)} entries/s, ${memory[20]} to ${Math.max(...memory)} MiB`)
    const entry = await timed((at) => publicLog.entry(1 + ((at * 104_729) % ENTRIES)))
    const lists = await timed((at) => publicLog.lists(uscc(at * 3)))
    const share = (took: readonly number[], part: number): number => took[Math.floor(took.length * part)] ?? 0
    const row = (what: string, took: readonly number[]) => ({
      what,
      ...{ p50Ms: Number(share(took, 0.5).toFixed(2)), p99Ms: Number(share(took, 0.99).toFixed(2)) },
    })
    return {
      name: 'log',
      unit: 'entries/s, ms',
      rows: [
        { what: `entered, of ${ENTRIES}`, perSecond: Math.round(perSecond) },
        row('proof of an entry', entry),
        row('proof of the lists', lists),
        { what: 'memory after 20 steps and at most, MiB', from: memory[20] ?? 0, to: Math.max(...memory) },
      ],
      goals: [
        { goal: 'entries a second, of 2,000', ratio: perSecond / 2000, atLeast: 1 },
        { goal: 'a proof, median of 5 ms', ratio: Math.max(share(entry, 0.5), share(lists, 0.5)) / 5, atMost: 1 },
        {
          goal: 'memory at the end beside that after 20 steps',
          ratio: Math.max(...memory) / (memory[20] ?? 1),
          atMost: 1.5,
        },
      ],
    }
  } finally {
    await database.drop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
