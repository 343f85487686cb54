import { encode } from '@mingjian/schemas'
import type { Append, Appended } from '../../ports.ts'
import { arrayOf, dayOf } from './arrays.ts'
import { digestOf } from './chain.ts'
import type { Session } from './connection.ts'
import { AT, type Columns, type OwnRow } from './log-row.ts'

/** An append with its events encoded. */
export interface EncodedAppend {
  readonly append: Append
  /** Its events as stored; instant and positions are filled in at the append. */
  readonly rows: readonly OwnRow[]
  /** The command ids of its events, each once. */
  readonly ids: readonly string[]
  /** The streams that it writes, with the versions that they will have. */
  readonly written: ReadonlyMap<string, number>
}

/** Throws for an event that can't be stored as it is, before it joins others. */
export const encodeAppend = (asked: Append): EncodedAppend => {
  const append = guarded(asked)
  const written = new Map<string, number>()
  const rows = append.events.map(({ stream, event, provenance }): OwnRow => {
    const { type, effectiveOn } = event
    const { actor, authority, commandId = null, correlationId = null, causationId = null } = provenance
    const basis = event.basis.join('\n')
    dayOf(effectiveOn)
    for (const text of [stream, actor, authority, basis, commandId, correlationId, causationId])
      if (text?.isWellFormed() === false) throw new RangeError(`${JSON.stringify(text)} is no text`)
    const { payload, schema } = encode(type, event.data as never)
    const version = (written.get(stream) ?? append.expected.get(stream) ?? 0) + 1
    written.set(stream, version)
    // biome-ignore format: the columns in table order
    return [0, stream, version, type, effectiveOn, '', actor, authority, basis, commandId, correlationId, causationId, schema, payload]
  })
  const ids = append.events.flatMap(({ provenance }) => provenance.commandId ?? [])
  return { append, rows, ids: ids.length < 2 ? ids : [...new Set(ids)], written }
}

/** A stream that is written and was not read counts as new. */
const guarded = (append: Append): Append => {
  if (append.events.every(({ stream }) => append.expected.has(stream))) return append
  const expected = new Map(append.expected)
  for (const { stream } of append.events) if (!expected.has(stream)) expected.set(stream, 0)
  return { ...append, expected }
}

/**
 * Appends of which none reads or writes a stream that one before it writes, in one transaction: each is recorded whole or refused alone.
 * With `trustNew`, new streams are not looked up first, which saves a tenth of the time. One that exists all the same fails on the key of
 * stream and version (`isTaken`); the caller then repeats the append without `trustNew`.
 */
export const appendGroup = async (
  db: Session,
  recordedAt: string,
  group: readonly EncodedAppend[],
  trustNew: boolean,
): Promise<readonly Appended[]> => {
  const r = { append: [] as number[], stream: [] as string[], version: [] as number[] }
  const c = { append: [] as number[], id: [] as string[] }
  const f = { append: [] as number[], lease: [] as string[], token: [] as number[] }
  for (const [index, { append, ids, written }] of group.entries()) {
    if (append.fence !== undefined) {
      f.append.push(index)
      f.lease.push(append.fence.lease)
      f.token.push(append.fence.token)
    }
    for (const id of ids) {
      c.append.push(index)
      c.id.push(id)
    }
    for (const [stream, version] of append.expected) {
      if (trustNew && version === 0 && written.has(stream)) continue
      r.append.push(index)
      r.stream.push(stream)
      r.version.push(version)
    }
  }
  const rows = group.flatMap((encoded) => encoded.rows)
  for (const row of rows) row[AT.recordedAt] = recordedAt
  const column = (element: Parameters<typeof arrayOf>[0], name: keyof typeof AT): Buffer => {
    const cells = rows.map((row) => row[AT[name]])
    // A column that is null in every row is sent as an empty array: unnested beside the others, it is filled up with null.
    return arrayOf(element, cells.every((cell) => cell === null) ? [] : cells)
  }
  const digests = rows.map((row) => digestOf(row.slice(AT.stream, AT.payload) as Columns, row[AT.payload]))
  const [answer] = await db.query(
    'select * from log.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23)',
    [
      arrayOf('int4', r.append),
      arrayOf('text', r.stream),
      arrayOf('int4', r.version),
      arrayOf('int4', c.append),
      arrayOf('text', c.id),
      arrayOf('int4', f.append),
      arrayOf('text', f.lease),
      arrayOf('int8', f.token),
      arrayOf(
        'int4',
        group.flatMap((encoded, index) => encoded.rows.map(() => index)),
      ),
      column('text', 'stream'),
      column('int4', 'version'),
      column('text', 'type'),
      column('date', 'effectiveOn'),
      recordedAt,
      column('text', 'actor'),
      column('text', 'authority'),
      column('text', 'basis'),
      column('text', 'commandId'),
      column('text', 'correlationId'),
      column('text', 'causationId'),
      column('int4', 'schema'),
      column('bytea', 'payload'),
      arrayOf('bytea', digests),
    ],
    'append',
  )
  const [conflicts, known, fenced, first] = answer as unknown as [number[], number[], number[], number]
  let next = first
  return group.map(({ rows }, index): Appended => {
    if (fenced.includes(index)) return { outcome: 'fenced' }
    if (known.includes(index)) return { outcome: 'known-command' }
    if (conflicts.includes(index)) return { outcome: 'conflict' }
    const from = next
    for (const row of rows) {
      row[AT.position] = next
      next += 1
    }
    return { outcome: 'recorded', first: from, last: next - 1 }
  })
}

/** Whether the error says that a stream or an event expected to be new exists. */
export const isTaken = (error: unknown): boolean =>
  (error as { constraint?: unknown }).constraint === 'event_stream_version_key'
