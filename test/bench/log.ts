import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Append, EventLog, NewEvent } from '@mingjian/kernel'
import { postgresEventLog, postgresLeases, systemClock } from '@mingjian/kernel/adapters'
import { followLog } from '@mingjian/main/run/follow-log'
import { openPublicLog } from '@mingjian/main/run/public-log'
import { freshDatabase, startServer } from '../postgres.ts'
import type { Report } from './measure.ts'

const ENTRIES = 100_000
const PROOFS = 2000
const WARM_UP = 500
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

/** Milliseconds of each piece of work, one after the other, in ascending order; the first are to warm up and don't count. */
const timed = async (work: (at: number) => Promise<unknown>): Promise<readonly number[]> => {
  const took: number[] = []
  for (let at = -WARM_UP; at < PROOFS; at += 1) {
    const began = performance.now()
    await work(at + WARM_UP)
    if (at >= 0) took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)
}

const FLOW_PER_SECOND = 2000
const FLOW_SECONDS = 10
const FLOW_APPEND = 20

/** Milliseconds from the acknowledgement of an append to the checkpoint that has it, while events flow and a follower enters them. */
const flow = async (
  log: EventLog,
  publicLog: ReturnType<typeof openPublicLog>,
  from: number,
): Promise<{ readonly took: readonly number[]; readonly perSecond: number }> => {
  const waiting: { readonly last: number; readonly at: number }[] = []
  const took: number[] = []
  let appending = true
  const watch = async (): Promise<void> => {
    while (appending || waiting.length > 0) {
      const { size = 0 } = (await publicLog.checkpoint()) ?? {}
      const now = performance.now()
      while (waiting[0] !== undefined && waiting[0].last <= size) took.push(now - (waiting.shift()?.at ?? now))
      await sleep(5)
    }
  }
  const watching = watch()
  const began = performance.now()
  const appends = (FLOW_PER_SECOND * FLOW_SECONDS) / FLOW_APPEND
  for (let at = 0; at < appends; at += 1) {
    await sleep(Math.max(0, began + (at * 1000 * FLOW_APPEND) / FLOW_PER_SECOND - performance.now()))
    await log.append(appendOf(from + at * FLOW_APPEND, FLOW_APPEND))
    waiting.push({ last: from + (at + 1) * FLOW_APPEND, at: performance.now() })
  }
  const perSecond = (appends * FLOW_APPEND * 1000) / (performance.now() - began)
  appending = false
  await watching
  return { took: took.sort((a, b) => a - b), perSecond }
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
    const following = await followLog({ publicLog, leases, db, holder: 'bench' }, [])
    const flowing = await flow(log, publicLog, ENTRIES).finally(() => following.stop())
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
        {
          ...row(`from an append to the checkpoint that has it, at ${FLOW_PER_SECOND}/s`, flowing.took),
          perSecond: Math.round(flowing.perSecond),
        },
        { what: 'memory after 20 steps and at most, MiB', from: memory[20] ?? 0, to: Math.max(...memory) },
      ],
      goals: [
        { goal: 'entries a second, of 2,000', ratio: perSecond / 2000, atLeast: 1 },
        { goal: 'a proof, p99 of 5 ms', ratio: Math.max(share(entry, 0.99), share(lists, 0.99)) / 5, atMost: 1 },
        { goal: 'in a checkpoint, p99 of a second', ratio: share(flowing.took, 0.99) / 1000, atMost: 1 },
        {
          goal: 'appends while they are entered, of 2,000/s',
          ratio: flowing.perSecond / FLOW_PER_SECOND,
          atLeast: 0.95,
        },
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
