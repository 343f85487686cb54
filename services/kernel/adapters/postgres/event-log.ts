import { setImmediate as turn } from 'node:timers/promises'
import { decode, type EventType } from '@mingjian/schemas'
import type { PastEvent, RecordedEvent } from '../../event.ts'
import type { Appended, Clock, EventLog } from '../../ports.ts'
import { appendGroup, type EncodedAppend, encodeAppend, isTaken } from './append-group.ts'
import { arrayOf } from './arrays.ts'
import { type Connection, isDataError, type Session } from './connection.ts'
import { basisOf, COLUMNS, eventOf, type LogRow } from './log-row.ts'
import { type LogPage, logTail } from './log-tail.ts'

// Events of one group: few enough that the last of a burst doesn't wait long; below the lower bound a second group costs more than it saves.
const MOST = 4096
const FEWEST = 16

const OF_STREAMS = 'stream = any($1::text[]) order by stream, version'

interface Waiting extends EncodedAppend {
  readonly resolve: (appended: Appended) => void
  readonly reject: (error: unknown) => void
}

type PastRow = readonly [
  stream: string,
  position: number,
  type: EventType,
  effectiveOn: string,
  basis: string,
  schema: number,
  payload: Buffer,
]

export const eventsOf = async (
  db: Session,
  where: string,
  values: readonly unknown[],
  name?: string,
): Promise<RecordedEvent[]> =>
  (await db.query(`select ${COLUMNS} from log.event where ${where}`, values, name)).map(eventOf)

/** Beyond every position. */
const END = 2 ** 53

/** Up to `limit` events after a position and not beyond another, of these types or of all. */
export const logPage = async (
  db: Session,
  { after, upTo = END, types, limit }: { after: number; upTo?: number; types?: readonly string[]; limit: number },
): Promise<readonly LogRow[]> =>
  (await db.query(
    `select ${COLUMNS} from log.page($1, $2, $3, $4)`,
    [after, upTo, types === undefined ? null : arrayOf('text', types), limit],
    'page',
  )) as unknown as readonly LogRow[]

export interface PostgresEventLog extends EventLog {
  /** The events after a reader's position that this process recorded itself; undefined where the log must be read. */
  recent(reader: string, after: number, limit: number, types: readonly string[]): LogPage | undefined
}

/**
 * The log in Postgres. Concurrent appends of a process travel together in one transaction under one lock, so positions are dense and
 * in commit order, and a caller knows its own at once. `bigserial` would lose late commits to readers; a lock per append would be slow.
 */
export const postgresEventLog = (db: Connection, clock: Pick<Clock, 'now'>): PostgresEventLog => {
  const tail = logTail()
  let queue: Waiting[] = []
  let flushing = 0
  /** Events of the groups under way. */
  let underWay = 0

  // Two groups under way, on one connection: while one is with the server, the other is encoded and sent, and never waits for a lock.
  const flush = async (): Promise<void> => {
    flushing += 1
    for (;;) {
      // Callers that were just answered often append at once; a turn of the event loop lets them join.
      await turn()
      const waiting = queue.reduce((events, { append }) => events + append.events.length, underWay)
      const { group, rest } = takeGroup(queue, Math.min(MOST, Math.max(FEWEST, waiting / 2)))
      queue = rest
      if (group.length === 0) break
      const events = group.reduce((sum, { append }) => sum + append.events.length, 0)
      underWay += events
      await record(group)
      underWay -= events
    }
    flushing -= 1
  }
  const record = async (group: readonly Waiting[], trustNew = true): Promise<void> => {
    try {
      const recordedAt = new Date(clock.now()).toISOString()
      const results = await appendGroup(db.pipelined, recordedAt, group, trustNew)
      for (const [index, waiting] of group.entries()) {
        const appended = results[index] as Appended
        if (appended.outcome === 'recorded') tail.add(appended.first, waiting.rows)
        waiting.resolve(appended)
      }
    } catch (error) {
      if (trustNew && isTaken(error)) await record(group, false)
      // One append that no column can hold must not fail the others.
      else if (group.length > 1 && isDataError(error)) for (const alone of group) await record([alone])
      else {
        // After an outage the database may be another one.
        tail.clear()
        for (const waiting of group) waiting.reject(error)
      }
    }
  }
  const events = (where: string, values: readonly unknown[], name: string): Promise<RecordedEvent[]> =>
    eventsOf(db, where, values, name)

  return {
    append: async (append) => {
      const encoded = encodeAppend(append)
      return new Promise((resolve, reject) => {
        queue.push({ ...encoded, resolve, reject })
        if (flushing < 2) flush()
      })
    },
    readStreams: async (streams) => {
      if (streams.length === 0) return new Map()
      return Map.groupBy(await events(OF_STREAMS, [arrayOf('text', streams)], 'streams'), ({ stream }) => stream)
    },
    readPast: async (streams) => {
      const found = new Map<string, PastEvent[]>()
      if (streams.length === 0) return found
      const rows = await db.query(
        `select stream, position, type, effective_on, basis, schema, payload from log.event where ${OF_STREAMS}`,
        [arrayOf('text', streams)],
        'past',
      )
      let current: string | undefined
      let past: PastEvent[] = []
      for (const row of rows) {
        const [stream, position, type, effectiveOn, basis, schema, payload] = row as PastRow
        if (stream !== current) {
          current = stream
          past = []
          found.set(stream, past)
        }
        const event = { position, type, data: decode(type, schema, payload), effectiveOn, basis: basisOf(basis) }
        past.push(event as PastEvent)
      }
      return found
    },
    // '0' is the character after '/', so this is the range of all streams of the subject.
    readSubject: (subject) =>
      events('stream >= $1 and stream < $2 order by position', [`${subject}/`, `${subject}0`], 'subject'),
    read: async (after, limit, types) =>
      (await logPage(db, { after, limit, ...(types === undefined ? {} : { types }) })).map(eventOf),
    recent: tail.after,
    last: async (stream) => (await events('stream = $1 order by version desc limit 1', [stream], 'last'))[0],
    commands: async (ids) => {
      // By index, one id at a time: a join would be planned as a scan of the whole log.
      const rows = await db.query(
        `select id, min(position), max(position) from unnest($1::text[]) id
         cross join lateral (select position from log.event where command_id = id offset 0) e group by id`,
        [arrayOf('text', ids)],
        'commands',
      )
      return new Map(rows.map(([id, first, last]) => [id as string, { first: first as number, last: last as number }]))
    },
    head: async () =>
      Number((await db.query('select coalesce(max(position), 0) from log.event', [], 'head'))[0]?.[0] ?? 0),
  }
}

/**
 * Waiting appends, up to `most` events, of which none reads or writes a stream that one before it writes, and no two carry one command id.
 * An append that conflicts waits for a later group.
 */
const takeGroup = (
  queue: readonly Waiting[],
  most: number,
): { readonly group: readonly Waiting[]; readonly rest: Waiting[] } => {
  const written = new Set<string>()
  const taken = new Set<string>()
  const group: Waiting[] = []
  const rest: Waiting[] = []
  let events = 0
  for (const [index, waiting] of queue.entries()) {
    if (events >= most) return { group, rest: [...rest, ...queue.slice(index)] }
    const { append, ids } = waiting
    const clashes = append.expected.keys().some((stream) => written.has(stream)) || ids.some((id) => taken.has(id))
    if (clashes) {
      rest.push(waiting)
      continue
    }
    for (const { stream } of append.events) written.add(stream)
    for (const id of ids) taken.add(id)
    events += append.events.length
    group.push(waiting)
  }
  return { group, rest }
}
