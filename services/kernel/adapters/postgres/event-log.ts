import { createHash, hash } from 'node:crypto'
import { decode, type EventType, encode } from '@mingjian/schemas'
import { type RecordedEvent, subjectOf } from '../../event.ts'
import type { Append, Appended, Clock, EventLog } from '../../ports.ts'
import { arrayOf, type Connection, type Session } from './connection.ts'

export const COLUMNS =
  'position, stream, version, type, effective_on, recorded_at, actor, authority, basis, command_id, correlation_id, causation_id, schema, payload'
// Enough to keep the server busy, small enough that the last of a burst doesn't wait long.
const GROUP_EVENTS = 4096

interface Waiting {
  readonly append: Append
  readonly resolve: (appended: Appended) => void
  readonly reject: (error: unknown) => void
}

export const eventOf = (row: readonly unknown[]): RecordedEvent => {
  const [
    position,
    stream,
    version,
    type,
    effectiveOn,
    recordedAt,
    actor,
    authority,
    basis,
    commandId,
    correlationId,
    causationId,
    schema,
    payload,
  ] = row as [
    number,
    string,
    number,
    EventType,
    string,
    string,
    string,
    string,
    string,
    string | null,
    string | null,
    string | null,
    number,
    Buffer,
  ]
  return {
    position,
    stream,
    subject: subjectOf(stream),
    version,
    type,
    data: decode(type, schema, payload),
    effectiveOn,
    recordedAt,
    actor,
    authority,
    basis: basis === '' ? [] : basis.split(' '),
    commandId,
    correlationId,
    causationId,
  } as RecordedEvent
}

/** SHA-256 over everything that is kept of an event but its place: the JSON array of its columns in table order, a zero byte, the payload. */
const digestOf = (columns: readonly unknown[], payload: Uint8Array): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(JSON.stringify(columns)), Buffer.of(0), payload]), 'buffer')

/**
 * The log in Postgres. Concurrent appends of a process travel together in one transaction under one lock, so positions are dense and
 * in commit order, and a caller knows its own at once. `bigserial` would lose late commits to readers; a lock per append would be slow.
 */
export const postgresEventLog = (db: Connection, clock: Pick<Clock, 'now'>): EventLog => {
  const queue: Waiting[] = []
  // Two groups under way: while one waits for its commit, the next is already with the server.
  let flushing = 0

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = takeGroup(queue)
      try {
        const results = await appendGroup(
          db,
          clock.now(),
          group.map((waiting) => waiting.append),
        )
        for (const [index, waiting] of group.entries()) waiting.resolve(results[index] as Appended)
      } catch (error) {
        for (const waiting of group) waiting.reject(error)
      }
    }
  }
  const events = async (
    session: Session,
    where: string,
    values: readonly unknown[],
    name: string,
  ): Promise<RecordedEvent[]> =>
    (await session.query(`select ${COLUMNS} from log.event where ${where}`, values, name)).map(eventOf)

  return {
    append: (append) =>
      new Promise((resolve, reject) => {
        queue.push({ append, resolve, reject })
        if (flushing >= 2) return
        flushing += 1
        setImmediate(() => flush().finally(() => (flushing -= 1)))
      }),
    readStreams: async (streams) => {
      const found = new Map<string, RecordedEvent[]>()
      if (streams.length === 0) return found
      for (const event of await events(
        db,
        'stream = any($1::text[]) order by stream, version',
        [arrayOf('text', streams)],
        'streams',
      )) {
        const known = found.get(event.stream)
        if (known === undefined) found.set(event.stream, [event])
        else known.push(event)
      }
      return found
    },
    // '0' is the character after '/', so this is the range of all streams of the subject.
    readSubject: (subject) =>
      events(db, 'stream >= $1 and stream < $2 order by position', [`${subject}/`, `${subject}0`], 'subject'),
    read: (after, limit, types) =>
      types === undefined
        ? events(db, 'position > $1 order by position limit $2', [after, limit], 'page')
        : events(
            db,
            'position > $1 and type = any($3::text[]) order by position limit $2',
            [after, limit, arrayOf('text', types)],
            'typed-page',
          ),
    last: async (stream) => (await events(db, 'stream = $1 order by version desc limit 1', [stream], 'last'))[0],
    commands: async (ids) => {
      const rows = await db.query(
        'select id, first, last from log.command where id = any($1::text[])',
        [arrayOf('text', ids)],
        'commands',
      )
      return new Map(rows.map(([id, first, last]) => [id as string, { first: first as number, last: last as number }]))
    },
    head: async () =>
      Number((await db.query('select coalesce(max(position), 0) from log.event', [], 'head'))[0]?.[0] ?? 0),
  }
}

/** The longest run of waiting appends that share no stream and no command id; one that does waits for the next group and is judged there. */
const takeGroup = (queue: Waiting[]): Waiting[] => {
  const streams = new Set<string>()
  const ids = new Set<string>()
  const group: Waiting[] = []
  let events = 0
  while (queue.length > 0 && events < GROUP_EVENTS) {
    const next = queue[0] as Waiting
    const own = next.append.events.flatMap(({ provenance }) => provenance.commandId ?? [])
    if ([...next.append.expected.keys()].some((stream) => streams.has(stream)) || own.some((id) => ids.has(id))) break
    for (const stream of next.append.expected.keys()) streams.add(stream)
    for (const id of own) ids.add(id)
    events += next.append.events.length
    group.push(next)
    queue.shift()
  }
  return group
}

const appendGroup = async (
  db: Connection,
  recordedAt: string,
  appends: readonly Append[],
): Promise<readonly Appended[]> => {
  const r = { append: [] as number[], stream: [] as string[], version: [] as number[] }
  const c = { append: [] as number[], id: [] as string[], from: [] as number[], to: [] as number[] }
  const f = { append: [] as number[], lease: [] as string[], token: [] as number[] }
  const e = {
    append: [] as number[],
    stream: [] as string[],
    version: [] as number[],
    type: [] as string[],
    effectiveOn: [] as string[],
    actor: [] as string[],
    authority: [] as string[],
    basis: [] as string[],
    commandId: [] as (string | null)[],
    correlationId: [] as (string | null)[],
    causationId: [] as (string | null)[],
    schema: [] as number[],
    payload: [] as Buffer[],
    digest: [] as Buffer[],
  }
  for (const [index, { expected, events, fence }] of appends.entries()) {
    const versions = new Map(expected)
    for (const [stream, version] of expected) {
      r.append.push(index)
      r.stream.push(stream)
      r.version.push(version)
    }
    if (fence !== undefined) {
      f.append.push(index)
      f.lease.push(fence.lease)
      f.token.push(fence.token)
    }
    for (const { stream, event, provenance } of events) {
      const version = (versions.get(stream) ?? 0) + 1
      versions.set(stream, version)
      const { payload, schema } = encode(event.type, event.data as never)
      const basis = event.basis.join(' ')
      const { actor, authority, commandId = null, correlationId = null, causationId = null } = provenance
      const columns = [
        stream,
        version,
        event.type,
        event.effectiveOn,
        recordedAt,
        actor,
        authority,
        basis,
        commandId,
        correlationId,
        causationId,
        schema,
      ]
      if (commandId !== null) {
        if (c.id.at(-1) === commandId && c.append.at(-1) === index) c.to[c.to.length - 1] = e.stream.length
        else {
          c.append.push(index)
          c.id.push(commandId)
          c.from.push(e.stream.length)
          c.to.push(e.stream.length)
        }
      }
      e.append.push(index)
      e.stream.push(stream)
      e.version.push(version)
      e.type.push(event.type)
      e.effectiveOn.push(event.effectiveOn)
      e.actor.push(actor)
      e.authority.push(authority)
      e.basis.push(basis)
      e.commandId.push(commandId)
      e.correlationId.push(correlationId)
      e.causationId.push(causationId)
      e.schema.push(schema)
      e.payload.push(payload)
      e.digest.push(digestOf(columns, payload))
    }
  }
  const [row] = await db.query(
    'select * from log.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25)',
    [
      arrayOf('int4', r.append),
      arrayOf('text', r.stream),
      arrayOf('int4', r.version),
      arrayOf('int4', c.append),
      arrayOf('text', c.id),
      arrayOf('int4', c.from),
      arrayOf('int4', c.to),
      arrayOf('int4', f.append),
      arrayOf('text', f.lease),
      arrayOf('int8', f.token),
      arrayOf('int4', e.append),
      arrayOf('text', e.stream),
      arrayOf('int4', e.version),
      arrayOf('text', e.type),
      arrayOf('date', e.effectiveOn),
      recordedAt,
      arrayOf('text', e.actor),
      arrayOf('text', e.authority),
      arrayOf('text', e.basis),
      arrayOf('text', e.commandId),
      arrayOf('text', e.correlationId),
      arrayOf('text', e.causationId),
      arrayOf('int4', e.schema),
      arrayOf('bytea', e.payload),
      arrayOf('bytea', e.digest),
    ],
    'append',
  )
  const [conflicts, known, fenced, first] = row as unknown as [number[], number[], number[], number]
  let next = first
  return appends.map(({ events }, index): Appended => {
    if (fenced.includes(index)) return { outcome: 'fenced' }
    if (known.includes(index)) return { outcome: 'known-command' }
    if (conflicts.includes(index)) return { outcome: 'conflict' }
    const from = next
    next += events.length
    return { outcome: 'recorded', first: from, last: next - 1 }
  })
}

export interface ChainCheck {
  readonly events: number
  /** The hash behind the newest event: the same log gives the same value. */
  readonly head: string
  /** The first event that is missing or not as it was recorded. */
  readonly fault?: { readonly position: number; readonly what: string }
}

/** Walks the whole log: positions without a gap, every event as its hash says. Constant memory. */
export const verifyChain = async (
  db: Connection,
  progress: (position: number) => void = () => {},
): Promise<ChainCheck> => {
  let previous: Buffer = Buffer.alloc(0)
  let after = 0
  for (;;) {
    const rows = await db.query(
      `select ${COLUMNS}, hash from log.event where position > $1 order by position limit 5000`,
      [after],
      'verify',
    )
    if (rows.length === 0) return { events: after, head: previous.toString('hex') }
    for (const row of rows) {
      const position = row[0] as number
      if (position !== after + 1)
        return { events: after, head: previous.toString('hex'), fault: { position: after + 1, what: 'missing' } }
      const stored = row[14] as Buffer
      const chained = createHash('sha256')
        .update(previous)
        .update(digestOf(row.slice(1, 13), row[13] as Buffer))
        .digest()
      if (!chained.equals(stored))
        return { events: after, head: previous.toString('hex'), fault: { position, what: 'not as it was recorded' } }
      previous = stored
      after = position
    }
    progress(after)
  }
}
