import type { AnyDecider } from './decider.ts'
import { type DocumentedAct, type DocumentTemplates, documentHash, documentOf, type Naming } from './document.ts'
import { type NewEvent, type PastEvent, type Series, streamOf } from './event.ts'
import type { EventLog, PendingEvent, Provenance } from './ports.ts'

/** Where a series will stand when every batch under way has been recorded. */
export interface Continued {
  version: number
  last: number
  underWay: number
}
export type Ahead = Map<string, Continued>

/** The decider of a request, and its streams. */
export interface Deciding {
  readonly request: Provenance
  readonly decider: AnyDecider
  readonly subject: string
  readonly stream: string
  /** The stream that knows the subject's name. */
  readonly named: string | undefined
}

/** What one attempt has read and decided up to now. */
export class Decisions {
  readonly versions = new Map<string, number>()
  readonly pending: PendingEvent[] = []
  readonly #loaded = new Map<string, readonly PastEvent[]>()
  readonly #added = new Map<string, PastEvent[]>()
  readonly #states = new Map<string, unknown>()
  readonly #templates: DocumentTemplates
  readonly #naming: Naming
  /** The series, few in a batch, with the decisions that wait for their next numbers. */
  readonly #series: { readonly of: Series; readonly stream: string; readonly waiting: PendingEvent[] }[] = []
  /** By index of the pending event: what its document needs beside the event. */
  readonly #written = new Map<number, Pick<DocumentedAct, 'subject' | 'name' | 'past'>>()

  constructor(templates: DocumentTemplates, naming: Naming) {
    this.#templates = templates
    this.#naming = naming
  }

  /** Reads those of these streams that have not been read. */
  async read(log: EventLog, streams: Iterable<string>): Promise<void> {
    const unread: string[] = []
    for (const stream of streams) {
      if (this.versions.has(stream)) continue
      this.versions.set(stream, 0)
      unread.push(stream)
    }
    for (const [stream, past] of await log.readPast(unread)) {
      this.#loaded.set(stream, past)
      this.versions.set(stream, past.length)
    }
  }

  past(stream: string): readonly PastEvent[] {
    const added = this.#added.get(stream)
    const loaded = this.#loaded.get(stream) ?? []
    return added === undefined ? loaded : [...loaded, ...added]
  }

  state(decider: AnyDecider, stream: string): unknown {
    if (!this.#states.has(stream)) this.#states.set(stream, this.past(stream).reduce(decider.evolve, decider.initial))
    return this.#states.get(stream)
  }

  add({ request, decider, subject, stream, named }: Deciding, event: NewEvent): void {
    const documented = this.#templates[event.type] !== undefined
    if (documented) {
      const name = named === undefined ? '' : this.#naming.nameAfter(this.past(named))
      this.#written.set(this.pending.length, { subject, name, past: this.past(stream) })
    }
    const { numbered } = event
    const pending = {
      stream,
      // Copied, because its number and the hash of its document are filled in later.
      event: documented || numbered !== undefined ? ({ ...event, data: { ...event.data } } as NewEvent) : event,
      provenance: request,
    }
    this.pending.push(pending)
    if (numbered !== undefined) this.#toNumber(numbered, pending)
    const added = this.#added.get(stream)
    if (added === undefined) this.#added.set(stream, [event])
    else added.push(event)
    this.#states.set(stream, decider.evolve(this.state(decider, stream), event))
  }

  #toNumber(of: Series, pending: PendingEvent): void {
    const series = this.#series.find((known) => known.of.name === of.name && known.of.year === of.year)
    if (series !== undefined) series.waiting.push(pending)
    else this.#series.push({ of, stream: streamOf(of.name, String(of.year)), waiting: [pending] })
  }

  /** The streams of the series from which decisions want a number. */
  series(): readonly string[] {
    return this.#series.map(({ stream }) => stream)
  }

  /** Enters the hash of its document into every act that has one: anybody can write the text from the event, and compare. */
  document(): void {
    for (const [index, known] of this.#written) {
      const pending = this.pending[index]
      if (pending === undefined) continue
      const { event, provenance } = pending
      const { type, data, effectiveOn, basis } = event
      const act = { type, data, effectiveOn, basis, ...known, authority: provenance.authority } as DocumentedAct
      const document = documentOf(this.#templates, act)
      if (document !== undefined) Object.assign(data, { documentSha256: documentHash(document) })
    }
  }

  /**
   * Gives every decision its number: the series' own stream holds the last one, so numbers run without a gap or a double. Returns the
   * continued series, which are ahead of the log until the append.
   */
  async number(log: EventLog, ahead: Ahead): Promise<ReadonlyMap<string, Continued>> {
    const numbered = new Map<string, Continued>()
    for (const { of, stream, waiting } of this.#series) {
      const continued = ahead.get(stream) ?? (await standing(log, stream))
      const { version, last: issued } = continued
      this.versions.set(stream, version)
      let last = issued
      for (const { event } of waiting) {
        last += 1
        Object.assign(event.data, { decision: `${of.name}〔${of.year}〕${last}号` })
      }
      const [first] = waiting
      if (first === undefined) continue
      this.pending.push({
        stream,
        event: {
          type: 'DocumentNumbersIssued',
          data: { series: of.name, year: of.year, first: issued + 1, last },
          effectiveOn: first.event.effectiveOn,
          basis: [],
        },
        provenance: { actor: first.provenance.actor, authority: first.provenance.authority },
      })
      Object.assign(continued, { version: version + 1, last, underWay: continued.underWay + 1 })
      ahead.set(stream, continued)
      numbered.set(stream, continued)
    }
    return numbered
  }
}

const standing = async (log: EventLog, stream: string): Promise<Continued> => {
  const last = await log.last(stream)
  return { version: last?.version ?? 0, last: last?.type === 'DocumentNumbersIssued' ? last.data.last : 0, underWay: 0 }
}
