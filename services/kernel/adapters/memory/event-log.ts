import { decode, encode } from '@mingjian/schemas'
import { type RecordedEvent, subjectOf } from '../../event.ts'
import type { Append, Appended, Clock, EventLog } from '../../ports.ts'
import type { MemoryLeases } from './leases.ts'

/** The log in an array: for unit tests, and as the model that the real one is checked against. */
export const memoryEventLog = (clock: Pick<Clock, 'now'>, leases?: MemoryLeases): EventLog => {
  const events: RecordedEvent[] = []
  const streams = new Map<string, RecordedEvent[]>()
  const commands = new Map<string, { first: number; last: number }>()

  const judge = ({ expected, events: wanted, fence }: Append): Appended['outcome'] => {
    if (fence !== undefined && leases?.holds(fence) !== true) return 'fenced'
    if (wanted.some(({ provenance }) => commands.has(provenance.commandId ?? ''))) return 'known-command'
    const touched = new Set([...expected.keys(), ...wanted.map(({ stream }) => stream)])
    for (const stream of touched)
      if ((streams.get(stream)?.length ?? 0) !== (expected.get(stream) ?? 0)) return 'conflict'
    return 'recorded'
  }

  const record = ({ stream, event, provenance }: Append['events'][number], recordedAt: string): void => {
    const { payload, schema } = encode(event.type, event.data as never)
    const past = streams.get(stream) ?? []
    const recorded = {
      position: events.length + 1,
      stream,
      subject: subjectOf(stream),
      version: past.length + 1,
      type: event.type,
      // Read back from its bytes, as from a real log: members that the schema lacks are gone.
      data: decode(event.type, schema, payload),
      effectiveOn: event.effectiveOn,
      recordedAt,
      actor: provenance.actor,
      authority: provenance.authority,
      basis: [...event.basis],
      commandId: provenance.commandId ?? null,
      correlationId: provenance.correlationId ?? null,
      causationId: provenance.causationId ?? null,
    } as RecordedEvent
    events.push(recorded)
    streams.set(stream, [...past, recorded])
    if (recorded.commandId === null) return
    const first = commands.get(recorded.commandId)?.first ?? recorded.position
    commands.set(recorded.commandId, { first, last: recorded.position })
  }

  const readStreams = async (names: readonly string[]): Promise<ReadonlyMap<string, RecordedEvent[]>> =>
    new Map(
      names.flatMap((name) => {
        const found = streams.get(name)
        return found === undefined ? [] : [[name, found]]
      }),
    )

  return {
    append: async (append) => {
      // Encoded once before anything is recorded: all of it, or nothing.
      for (const { event } of append.events) encode(event.type, event.data as never)
      const outcome = judge(append)
      if (outcome !== 'recorded') return { outcome }
      const first = events.length + 1
      const recordedAt = new Date(clock.now()).toISOString()
      for (const pending of append.events) record(pending, recordedAt)
      return { outcome, first, last: events.length }
    },
    readStreams,
    readPast: readStreams,
    readSubject: async (subject) => events.filter((event) => event.subject === subject),
    read: async (after, limit, types) =>
      (types === undefined
        ? events.slice(after)
        : events.slice(after).filter(({ type }) => types.includes(type as never))
      ).slice(0, limit),
    last: async (stream) => streams.get(stream)?.at(-1),
    commands: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = commands.get(id)
          return found === undefined ? [] : [[id, found]]
        }),
      ),
    head: async () => events.length,
  }
}
