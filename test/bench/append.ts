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

/** Events per second appended by this log and by its peers on the same server, one after the other. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const rows: Measured[] = []
  const measure = async (
    work: (database: TestDatabase) => Promise<Measured>,
    options: { readonly bare?: boolean; readonly size?: number } = {},
  ): Promise<number> => {
    const database = await freshDatabase(server.url, options)
    try {
      await database.db.query('checkpoint')
      const measured = await work(database)
      rows.push(measured)
      say(`${measured.what}, ${measured.callers} callers: ${Math.round(measured.perSecond)}/s`)
      return measured.perSecond
    } finally {
      await database.drop()
    }
  }
  const raw = (work: (database: TestDatabase) => Promise<Measured>) => async (database: TestDatabase) => {
    await rawTable(database.db)
    return work(database)
  }
  try {
    const at: Record<number, number> = {}
    for (const callers of [1, 8, 32, 256]) at[callers] = await measure((test) => ours(test, callers, 1))
    const imports = Math.max(
      await measure((test) => ours(test, 1, 1000)),
      await measure((test) => ours(test, 2, 1000)),
      await measure((test) => ours(test, 4, 1000)),
    )
    const unnest = Math.max(
      await measure(raw(({ db }) => rawUnnest(db, 1, 350_000))),
      await measure(raw(({ db }) => rawUnnest(db, 2, 400_000))),
    )
    await measure(raw(({ db }) => rawCopy(db, 200_000)))
    const single = await measure(
      raw(({ db }) => rawInserts(db, 32, 80_000)),
      { size: 32 },
    )
    const emmettAt: Record<number, number> = {}
    for (const callers of [1, 8, 32, 256])
      emmettAt[callers] = await measure(({ url }) => emmett(url, callers), { bare: true })
    for (const callers of [1, 8, 32])
      await measure(
        async ({ db, url, open }) => {
          await installMessageDb(db, new URL(url).pathname.slice(1))
          return messageDb(open(32), callers)
        },
        { bare: true },
      )
    const goals = [
      { goal: '32 callers beside Emmett', ratio: (at[32] ?? 0) / (emmettAt[32] ?? 0), atLeast: 8 },
      { goal: '32 callers beside raw single INSERT from 32 clients', ratio: (at[32] ?? 0) / single, atLeast: 1 },
      { goal: '256 callers beside raw unnest × 1000', ratio: (at[256] ?? 0) / unnest, atLeast: 0.5 },
      { goal: 'appends of 1,000 beside raw unnest × 1000', ratio: imports / unnest, atLeast: 0.4 },
    ]
    return { name: 'append', unit: 'events/s', rows, goals }
  } finally {
    await server.stop()
  }
}
