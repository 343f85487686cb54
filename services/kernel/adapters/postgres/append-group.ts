import { type EventType, encode } from '@mingjian/schemas'
import type { Append, Appended } from '../../ports.ts'
import { arrayOf, dayOf } from './arrays.ts'
import { digestOf } from './chain.ts'
import type { Session } from './connection.ts'

/** An append whose events are already in the bytes that will be kept. */
export interface EncodedAppend {
  readonly append: Append
  readonly encoded: readonly { readonly version: number; readonly payload: Buffer; readonly schema: number }[]
  /** The command ids of its events, each once. */
  readonly ids: readonly string[]
  /** The streams that it writes, with the versions that they will have. */
  readonly written: ReadonlyMap<string, number>
}

/** Throws for what can't be kept as it is, before it joins others. */
export const encodeAppend = (asked: Append): EncodedAppend => {
  const append = guarded(asked)
  const written = new Map<string, number>()
  const encoded = append.events.map(({ stream, event, provenance }) => {
    dayOf(event.effectiveOn)
    const { actor, authority, commandId = '', correlationId = '', causationId = '' } = provenance
    for (const text of [stream, actor, authority, commandId, correlationId, causationId, ...event.basis])
      if (!text.isWellFormed()) throw new RangeError(`${JSON.stringify(text)} is no text`)
    const version = (written.get(stream) ?? append.expected.get(stream) ?? 0) + 1
    written.set(stream, version)
    return { version, ...encode(event.type, event.data as never) }
  })
  const ids = append.events.flatMap(({ provenance }) => provenance.commandId ?? [])
  return { append, encoded, ids: ids.length < 2 ? ids : [...new Set(ids)], written }
}

/** A stream that is written without having been read was taken to be new. */
const guarded = (append: Append): Append => {
  if (append.events.every(({ stream }) => append.expected.has(stream))) return append
  const expected = new Map(append.expected)
  for (const { stream } of append.events) if (!expected.has(stream)) expected.set(stream, 0)
  return { ...append, expected }
}

/**
 * Appends of which none reads or writes a stream that one before it writes, in one transaction: each is recorded whole or refused alone.
 * With `trustNew`, streams that are to be new are not looked for first, which is a tenth of the work: when one is there all the same, it
 * fails on the key of stream and version (`isTaken`), and is to be asked again without.
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
  const e = {
    append: [] as number[],
    stream: [] as string[],
    version: [] as number[],
    type: [] as EventType[],
    effectiveOn: [] as string[],
    actor: [] as string[],
    authority: [] as string[],
    basis: [] as string[],
    commandId: [] as (string | null)[],
    correlationId: [] as (string | null)[],
    causationId: [] as (string | null)[],
    schema: [] as number[],
    payload: [] as Buffer[],
    digest: [] as string[],
  }
  for (const [index, { append, encoded, ids, written }] of group.entries()) {
    if (append.fence !== undefined) {
      f.append.push(index)
      f.lease.push(append.fence.lease)
      f.token.push(append.fence.token)
    }
    for (const id of ids) {
      c.append.push(index)
      c.id.push(id)
    }
    for (const [at, { stream, event, provenance }] of append.events.entries()) {
      const { version, payload, schema } = encoded[at] as EncodedAppend['encoded'][number]
      const basis = event.basis.join('\n')
      const { actor, authority, commandId = null, correlationId = null, causationId = null } = provenance
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
      // biome-ignore format: the columns in table order
      e.digest.push(digestOf([stream, version, event.type, event.effectiveOn, recordedAt, actor, authority, basis, commandId, correlationId, causationId, schema], payload))
    }
    for (const [stream, version] of append.expected) {
      if (trustNew && version === 0 && written.has(stream)) continue
      r.append.push(index)
      r.stream.push(stream)
      r.version.push(version)
    }
  }
  const [row] = await db.query(
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
  return group.map(({ append }, index): Appended => {
    if (fenced.includes(index)) return { outcome: 'fenced' }
    if (known.includes(index)) return { outcome: 'known-command' }
    if (conflicts.includes(index)) return { outcome: 'conflict' }
    const from = next
    next += append.events.length
    return { outcome: 'recorded', first: from, last: next - 1 }
  })
}

/** Whether a stream that was to be new, or an event that was to be the next, is there already. */
export const isTaken = (error: unknown): boolean =>
  (error as { constraint?: unknown }).constraint === 'event_stream_version_key'
