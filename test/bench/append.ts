import type { Append } from '@mingjian/kernel'
import { postgresEventLog, verifyChain } from '@mingjian/kernel/adapters'
import { freshDatabase, startServer, type TestDatabase } from '../postgres.ts'
import { establishment } from './append-events.ts'
import { emmett, installMessageDb, messageDb, rawCopy, rawInserts, rawTable, rawUnnest } from './append-peers.ts'
import { closedLoop, type Measured, type Report } from './measure.ts'

const RECORDED_AT = { now: () => new Date().toISOString() }

const appendOf = (from: number, size: number): Append => {
  const made = Array.from({ length: size }, (_, offset) => establishment(from + offset))
  return {
    expected: new Map(made.map(({ stream }) => [stream, 0])),
    events: made.map(({ stream, event, commandId }) => ({
      stream,
      event,
      provenance: { actor: 'import:bench', authority: '150207', commandId },
    })),
  }
}

/** Nothing lost, nothing doubled: as many events as were acknowledged, positions dense, the chain whole. */
const whole = async ({ db }: TestDatabase, acknowledged: readonly number[]): Promise<void> => {
  const positions = [...acknowledged].sort((a, b) => a - b)
  positions.forEach((position, index) => {
    if (position !== index + 1) throw new Error(`position ${index + 1} was acknowledged as ${position}`)
  })
  const [row] = await db.query(
    'select count(*), coalesce(max(position), 0), count(distinct (stream, version)) from log.event',
  )
  if (row?.some((value) => value !== positions.length))
    throw new Error(`${positions.length} events were acknowledged, the log holds ${row?.join(', ')}`)
  const { fault } = await verifyChain(db)
  if (fault !== undefined) throw new Error(`event ${fault.position} is ${fault.what}`)
}

const ours = async (test: TestDatabase, callers: number, size: number): Promise<Measured> => {
  const log = postgresEventLog(test.db, RECORDED_AT)
  // Made before the clock starts, as the peers' rows are.
  const made = Array.from({ length: 150_000 / size }, (_, index) => appendOf(1 + index * size, size))
  let next = 0
  const acknowledged: number[] = []
  const measured = await closedLoop(size === 1 ? 'append' : `append × ${size}`, callers, async () => {
    const append = made[next] ?? appendOf(1 + next * size, size)
    next += 1
    const appended = await log.append(append)
    if (appended.outcome !== 'recorded') throw new Error(`an append to a new stream was answered ${appended.outcome}`)
    for (let position = appended.first; position <= appended.last; position += 1) acknowledged.push(position)
    return size
  })
  await whole(test, acknowledged)
  return measured
}

type Work = (database: TestDatabase) => Promise<Measured>
interface Contender {
  readonly work: Work
  readonly bare?: boolean
  readonly size?: number
}

const raw = (work: Work, size?: number): Contender => ({
  work: async (database) => {
    await rawTable(database.db)
    return work(database)
  },
  ...(size === undefined ? {} : { size }),
})
const log = (callers: number, size = 1): Contender => ({ work: (database) => ours(database, callers, size) })
const inEmmett = (callers: number): Contender => ({ work: ({ url }) => emmett(url, callers), bare: true })
const inMessageDb = (callers: number): Contender => ({
  work: async ({ db, url, open }) => {
    await installMessageDb(db, new URL(url).pathname.slice(1))
    return messageDb(open(32), callers)
  },
  bare: true,
})
const singles = raw(({ db }) => rawInserts(db, 32, 60_000), 32)
const unnest = (callers: number): Contender => raw(({ db }) => rawUnnest(db, callers, 350_000))

/** Side by side, so that what else the machine does meets both; the median of so many rounds is what counts. */
const ROUNDS = 3
const DUELS = [
  { goal: '32 callers beside Emmett', ours: log(32), peer: inEmmett(32), atLeast: 8 },
  { goal: '32 callers beside raw single INSERT from 32 clients', ours: log(32), peer: singles, atLeast: 1 },
  { goal: '256 callers beside raw unnest × 1000', ours: log(256), peer: unnest(2), atLeast: 0.5 },
  { goal: 'appends of 1,000 beside raw unnest × 1000', ours: log(4, 1000), peer: unnest(2), atLeast: 0.4 },
] as const
const ALONE = [
  log(1),
  log(8),
  log(1, 1000),
  inEmmett(1),
  inEmmett(8),
  inEmmett(256),
  inMessageDb(1),
  inMessageDb(8),
  inMessageDb(32),
  unnest(1),
  raw(({ db }) => rawCopy(db, 200_000)),
]

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Events per second appended by this log and by its peers on the same server, one after the other. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const measured = new Map<string, Measured[]>()
  const measure = async ({ work, ...options }: Contender): Promise<number> => {
    const database = await freshDatabase(server.url, options)
    try {
      await database.db.query('checkpoint')
      const one = await work(database)
      const key = `${one.what}, ${one.callers} callers`
      measured.set(key, [...(measured.get(key) ?? []), one])
      say(`${key}: ${Math.round(one.perSecond)}/s`)
      return one.perSecond
    } finally {
      await database.drop()
    }
  }
  try {
    // A fresh server makes its WAL files, and every client's code is compiled, in a round that doesn't count.
    for (const { ours, peer } of DUELS) for (const contender of [ours, peer]) await measure(contender)
    measured.clear()
    const ratios = DUELS.map((): number[] => [])
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [index, { ours, peer }] of DUELS.entries())
        ratios[index]?.push((await measure(ours)) / (await measure(peer)))
    for (const contender of ALONE) await measure(contender)
    return {
      name: 'append',
      unit: 'events/s',
      rows: [...measured.values()].flatMap(([first, ...rest]) =>
        first === undefined
          ? []
          : { ...first, perSecond: Math.round(median([first, ...rest].map(({ perSecond }) => perSecond))) },
      ),
      goals: DUELS.map(({ goal, atLeast }, index) => ({ goal, ratio: median(ratios[index] ?? []), atLeast })),
    }
  } finally {
    await server.stop()
  }
}
