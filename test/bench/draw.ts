import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { commitmentOf, type DrawInput, draw, inTicketOrder, ticketsOf } from '@mingjian/inspection/draw'
import { installSampler, sample } from '../conformance/consistent-sampler.ts'
import { freshDatabase, startServer } from '../postgres.ts'
import type { Goal, Measured, Report } from './measure.ts'

const SEED = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b'
const CLASSES = { A: '1/100', B: '2/100', C: '3/100', D: '6/100' }
const INSPECTORS = 200

/** Invented codes in ascending order, each a text of its own as a database returns it. */
const codes = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    Buffer.from(`91150203Y${String(i).padStart(9, '0')}`, 'latin1').toString('latin1'),
  )

export const inputOf = (count: number): DrawInput => {
  const nonces = ['11'.repeat(32), '22'.repeat(32)]
  const objects = codes(count).map((code, i) => Buffer.from(`${code},${'ABCD'[i % 4]}`, 'latin1').toString('latin1'))
  return {
    plan: {
      id: 'bench',
      rates: CLASSES,
      floor: '3/100',
      inspectorsPerObject: 2,
      window: { from: '2026-12-01', to: '2026-12-31' },
    },
    objects,
    inspectors: Array.from({ length: INSPECTORS }, (_, i) => ({
      inspectorId: `K${String(i).padStart(4, '0')}`,
      certificateNo: `150203${i}`,
      validFrom: '2022-01-01',
      validUntil: '2028-12-31',
      department: '市场监督管理局',
      specialities: [],
      conflicts: objects.slice(10 * i, 10 * i + 10).map((line) => line.slice(0, 18)),
    })),
    commitments: nonces.map((nonce, i) => ({ official: `${i}`, sha256: commitmentOf(nonce) })),
    reveals: nonces.map((nonce, i) => ({ official: `${i}`, nonce })),
    publicValue: '3 7 1',
  }
}

/** Seconds of the fastest of some runs: what the work costs when nothing else wants the processor. */
const fastest = (runs: number, work: () => void): number => {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return (performance.now() - start) / 1000
  })
  return Math.min(...times)
}

const select = (ids: readonly string[]): readonly string[] => {
  const most = Math.ceil(ids.length * 0.03)
  const lowest = inTicketOrder(SEED, ids, 18, most).subarray(0, most)
  return ticketsOf(
    SEED,
    Array.from(lowest, (index) => ids[index] as string),
  )
}

/** What anybody would write first, even without tickets that a stranger's program gives too: hash, sort, take. */
const plain = (ids: readonly string[]): readonly string[] => {
  const front = hash('sha256', SEED)
  const keyed = ids.map((id) => hash('sha256', front + id) + id)
  return keyed.sort().slice(0, Math.ceil(ids.length * 0.03))
}

const whole = (input: DrawInput): void => {
  const drawn = draw(input)
  if ('code' in drawn) throw new Error(drawn.text.en)
}

/** What a database would do: seconds of the lowest 3 % by the hash of seed and id, sorted. */
const onPostgres = async (ids: readonly string[]): Promise<number> => {
  const server = await startServer()
  const database = await freshDatabase(server.url, { bare: true, size: 1 })
  try {
    const { db } = database
    await db.query('create table object (id text not null)')
    await db.query('insert into object select unnest($1::text[])', [ids])
    await db.query('analyze object')
    const start = performance.now()
    await db.query("select id from object order by sha256(convert_to($1 || id, 'UTF8')) limit $2", [
      SEED,
      Math.ceil(ids.length * 0.03),
    ])
    return (performance.now() - start) / 1000
  } finally {
    await database.drop()
    await server.stop()
  }
}

/** Seconds of the same hashes in C on one core, sorted too; undefined where there is no compiler or no libcrypto to link. */
const nativeLimit = async (count: number): Promise<number | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-limit-'))
  const program = join(folder, 'limit')
  const source = fileURLToPath(new URL('sha256-limit.c', import.meta.url))
  try {
    await promisify(execFile)('cc', ['-O2', '-w', source, '-lcrypto', '-o', program])
    return Number((await promisify(execFile)(program, [String(count)])).stdout)
  } catch {
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const LARGE = 10_000_000

/** Objects per second of the draw and of its peers; the sampler's own time, without starting Python or passing the ids. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const python = await installSampler()
  const rows: Measured[] = []
  const note = (what: string, objects: number, seconds: number): number => {
    const row = { what: `${what} of 10^${Math.log10(objects)}`, callers: 1, perSecond: objects / seconds }
    rows.push(row)
    say(`${row.what}: ${seconds.toFixed(3)} s`)
    return seconds
  }
  const goals: Goal[] = []
  const beside = async (size: number, runs: number): Promise<void> => {
    const ids = codes(size)
    const own = note(
      'selection',
      size,
      fastest(runs, () => select(ids)),
    )
    note(
      'crypto.hash, sort',
      size,
      fastest(2, () => plain(ids)),
    )
    note('Postgres, order by sha256(seed || id)', size, await onPostgres(ids))
    const limit = await nativeLimit(size)
    if (limit !== undefined) {
      note('C, libcrypto, one core', size, limit)
      if (size > 10_000) goals.push({ goal: `selection of ${size} beside SHA-256 in C`, ratio: own / limit, atMost: 5 })
    }
    const peer = note('consistent_sampler', size, (await sample(python, SEED, ids, size * 0.03)).seconds)
    if (size > 10_000)
      goals.push({ goal: `selection of ${size} beside consistent_sampler`, ratio: peer / own, atLeast: 10 })
  }
  const wholeOf = new Map<number, number>()
  for (const size of [10_000, 100_000, 1_000_000]) {
    const runs = size === 1_000_000 ? 5 : 20
    await beside(size, runs)
    const input = inputOf(size)
    const seconds = fastest(runs, () => whole(input))
    wholeOf.set(size, note('commitment, selection, pairing', size, seconds))
  }
  const large = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url)])
  const { seconds, megabytes }: { seconds: number; megabytes: number } = JSON.parse(large.stdout)
  note('commitment, selection, pairing', LARGE, seconds)
  const perObject = (size: number): number => (wholeOf.get(size) ?? 0) / size
  goals.push(
    { goal: 'draw of 10^6 in 2.5 s', ratio: 2.5 / (wholeOf.get(1_000_000) ?? 0), atLeast: 1 },
    { goal: 'draw of 10^7 in 30 s', ratio: 30 / seconds, atLeast: 1 },
    { goal: 'draw of 10^7 in 2 GB', ratio: 2000 / megabytes, atLeast: 1 },
    {
      goal: 'an object of 10^6 costs what one of 10^5 does',
      ratio: perObject(100_000) / perObject(1_000_000),
      atLeast: 1 / 1.3,
    },
    {
      goal: 'an object of 10^7 costs what one of 10^6 does',
      ratio: perObject(1_000_000) / (seconds / LARGE),
      atLeast: 1 / 1.3,
    },
  )
  return { name: 'draw', unit: 'objects/s', rows, goals }
}

// In a process of its own, so that the memory measured is this draw's.
if (import.meta.main) {
  const input = inputOf(LARGE)
  const seconds = fastest(1, () => whole(input))
  process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1000 }))
}
