import { type AnyDecider, type Command, isRefusal, type Refusal } from './decider.ts'
import { type DocumentedAct, type DocumentTemplates, documentHash, documentOf, nameAfter } from './document.ts'
import { type NewEvent, type PastEvent, type Series, streamOf, subjectOf } from './event.ts'
import type { Clock, EventLog, Fence, PendingEvent, Provenance } from './ports.ts'
import { turns } from './turns.ts'

/** A command with who asks for it. With an id it is carried out once, however often it arrives. */
export interface Request extends Provenance {
  readonly command: Command
}

export type Outcome =
  | {
      readonly outcome: 'recorded'
      readonly events: readonly NewEvent[]
      readonly first: number
      readonly last: number
    }
  /** Nothing new to record: it is so already. */
  | { readonly outcome: 'unchanged' }
  /** This command id was carried out before, with the events at these positions. */
  | { readonly outcome: 'repeated'; readonly first: number; readonly last: number }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }

/** The log kept changing under a decision, more often than contention explains. */
export class Contended extends Error {}
/** The lease under which a role acts has passed to another process. */
export class Fenced extends Error {}

export interface CommandHandler {
  handle(request: Request): Promise<Outcome>
  /** All of these requests' events are recorded together, or none; each request sees what those before it did. */
  handleAll(requests: readonly Request[], fence?: Fence): Promise<readonly Outcome[]>
  /** Which of these requests would record something now, or be refused; nothing is recorded. */
  preview(requests: readonly Request[]): Promise<readonly ('new' | 'unchanged' | Refusal)[]>
}

// Several processes may want one stream at once, and each of them is as likely as another to come first.
const ATTEMPTS = 200
const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/**
 * The one way in: known id? → load → decide → number → append; decided again when the log moved meanwhile. Acts that have a template get the
 * hash of their document.
 */
export const commandHandler = (
  log: EventLog,
  clock: Clock,
  deciders: readonly AnyDecider[],
  templates: DocumentTemplates = {},
): CommandHandler => {
  const deciderOf = new Map<string, AnyDecider>()
  for (const decider of deciders) for (const type of Object.keys(decider.commands)) deciderOf.set(type, decider)

  const turn = turns()
  const ahead: Ahead = new Map()

  const plan = (request: Request) => {
    const decider = deciderOf.get(request.command.type)
    if (decider === undefined) throw new Error(`no decider for command ${request.command.type}`)
    const command = request.command as Command<string, never>
    const stream = streamOf(decider.subject(command), decider.aggregate)
    const subject = subjectOf(stream)
    // Its registered name stands in its documents.
    const registration = USCC_SHAPE.test(subject) ? streamOf(subject, 'registration') : undefined
    const facts = decider.facts.streams(command, request.authority)
    return { request, decider, command, stream, facts, registration }
  }

  const commandsOf = async (requests: readonly Request[]): Promise<Awaited<ReturnType<EventLog['commands']>>> => {
    const ids = requests.flatMap(({ commandId }) => commandId ?? [])
    return ids.length === 0 ? new Map() : log.commands(ids)
  }

  /** With `trustNew`, ids are taken for new until the log refuses to record them twice: only what would record nothing is asked after. */
  const decideAll = async (planned: readonly ReturnType<typeof plan>[], trustNew: boolean) => {
    const [today, now] = [clock.today(), clock.now()]
    const read = new Set<string>()
    for (const { stream, facts, registration } of planned) {
      read.add(stream)
      for (const fact of facts) read.add(fact)
      if (registration !== undefined) read.add(registration)
    }
    const batch = new Batch(templates, read, await log.readPast([...read]))
    // Asked after the streams were read: an id that is unknown now is not the reason for what they say.
    const known = await commandsOf(trustNew ? [] : planned.map(({ request }) => request))
    const here = new Map<string, Decision>()

    const decided = planned.map(({ request, decider, command, stream, facts }): Decision => {
      const { commandId, actor, authority } = request
      const before = commandId === undefined ? undefined : (known.get(commandId) ?? here.get(commandId))
      if (before !== undefined) return 'outcome' in before ? again(before) : { outcome: 'repeated', ...before }
      const outcome = decider.decide(command, batch.state(decider, stream), {
        today,
        now,
        actor,
        authority,
        facts: facts.reduce(
          (known, fact) => batch.past(fact).reduce(decider.facts.evolve, known),
          decider.facts.initial,
        ),
      })
      let decision: Decision
      if (isRefusal(outcome)) decision = { outcome: 'refused', refusal: outcome }
      else {
        const from = batch.pending.length
        for (const event of outcome) batch.add(decider, stream, event, request)
        decision = { outcome: 'recorded', from, to: batch.pending.length }
      }
      if (commandId !== undefined) here.set(commandId, decision)
      return decision
    })
    if (!trustNew) return { batch, decided }
    const isSilent = (decision: Decision | undefined): boolean =>
      decision !== undefined && ('to' in decision ? decision.from === decision.to : decision.outcome === 'refused')
    const silent = await commandsOf(planned.flatMap(({ request }, index) => (isSilent(decided[index]) ? request : [])))
    const checked = decided.map((decision, index): Decision => {
      const before = isSilent(decision) ? silent.get(planned[index]?.request.commandId ?? '') : undefined
      return before === undefined ? decision : { outcome: 'repeated', ...before }
    })
    return { batch, decided: checked }
  }

  /** Decides, numbers, and begins to record. What was read for the decision is gone when that is awaited. */
  const begin = async (planned: readonly ReturnType<typeof plan>[], fence: Fence | undefined, trustNew: boolean) => {
    const { batch, decided } = await decideAll(planned, trustNew)
    return turn(batch.series(), async () => {
      const numbered = await batch.number(log, ahead)
      batch.document()
      const { versions, pending } = batch
      // Not awaited here: whoever has the next turn continues the series while this is being written.
      return { recorded: record(versions, pending, fence), numbered, pending, decided }
    })
  }

  const attempt = async (
    planned: readonly ReturnType<typeof plan>[],
    fence: Fence | undefined,
    trustNew: boolean,
  ): Promise<readonly Outcome[] | undefined> => {
    const { recorded, numbered, pending, decided } = await begin(planned, fence, trustNew)
    const first = await recorded.catch((error) => {
      settle(numbered, false)
      throw error
    })
    settle(numbered, first !== undefined)
    if (first === undefined) return undefined
    return decided.map((decision): Outcome => {
      if (!('from' in decision)) return decision
      const { outcome, from, to } = decision
      if (from === to) return { outcome: 'unchanged' }
      const positions = { first: first + from, last: first + to - 1 }
      if (outcome === 'again') return { outcome: 'repeated', ...positions }
      return { outcome, events: pending.slice(from, to).map(({ event }) => event), ...positions }
    })
  }

  /** What follows on numbers that were not recorded after all is refused by the log, and numbered again from what it holds. */
  const settle = (numbered: ReadonlyMap<string, Continued>, recorded: boolean): void => {
    for (const [stream, continued] of numbered) {
      continued.underWay -= 1
      if ((!recorded || continued.underWay === 0) && ahead.get(stream) === continued) ahead.delete(stream)
    }
  }

  /** The position of the first event, or nothing when the log has moved on. */
  const record = async (
    expected: ReadonlyMap<string, number>,
    events: readonly PendingEvent[],
    fence: Fence | undefined,
  ): Promise<number | undefined> => {
    if (events.length === 0) return 0
    const appended = await log.append({
      expected,
      events,
      ...(fence === undefined ? {} : { fence }),
    })
    if (appended.outcome === 'fenced') throw new Fenced(`lease ${fence?.lease} has passed to another process`)
    return appended.outcome === 'recorded' ? appended.first : undefined
  }

  // In this process, commands to one stream take turns: they would only reject each other.
  const handleAll = (requests: readonly Request[], fence?: Fence): Promise<readonly Outcome[]> => {
    const planned = requests.map(plan)
    return turn(
      planned.map(({ stream }) => stream),
      async () => {
        for (let tries = 0; tries < ATTEMPTS; tries += 1) {
          const outcomes = await attempt(planned, fence, tries === 0)
          if (outcomes !== undefined) return outcomes
        }
        throw new Contended(`the log changed under ${requests[0]?.command.type} ${ATTEMPTS} times in a row: try again`)
      },
    )
  }
  return {
    handleAll,
    preview: async (requests) =>
      (await decideAll(requests.map(plan), false)).decided.map((decision) => {
        if (decision.outcome === 'refused') return decision.refusal
        return decision.outcome === 'recorded' && decision.from < decision.to ? 'new' : 'unchanged'
      }),
    handle: async (request) => {
      const [outcome] = await handleAll([request])
      if (outcome === undefined) throw new Error('a request without an outcome')
      return outcome
    },
  }
}

/** Where a series will stand when every batch under way has been recorded. */
interface Continued {
  version: number
  last: number
  underWay: number
}
type Ahead = Map<string, Continued>

type Decision =
  /** Events of the batch's pending ones; `again`: those of a request before it with the same id. */
  | { readonly outcome: 'recorded' | 'again'; readonly from: number; readonly to: number }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'repeated'; readonly first: number; readonly last: number }

const again = (decision: Decision): Decision => ('from' in decision ? { ...decision, outcome: 'again' } : decision)

/** What one attempt has read and decided so far. */
class Batch {
  readonly versions = new Map<string, number>()
  readonly pending: PendingEvent[] = []
  readonly #loaded: ReadonlyMap<string, readonly PastEvent[]>
  readonly #added = new Map<string, PastEvent[]>()
  readonly #states = new Map<string, unknown>()
  readonly #templates: DocumentTemplates
  /** By the stream of a series, whose decisions get its next numbers. */
  readonly #series = new Map<string, { readonly of: Series; readonly waiting: PendingEvent[] }>()
  /** By index of the pending event: what its document needs to know beside it. */
  readonly #written = new Map<number, Pick<DocumentedAct, 'subject' | 'name' | 'past'>>()

  constructor(templates: DocumentTemplates, read: Iterable<string>, loaded: ReadonlyMap<string, readonly PastEvent[]>) {
    this.#templates = templates
    this.#loaded = loaded
    for (const stream of read) this.versions.set(stream, loaded.get(stream)?.length ?? 0)
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

  add(decider: AnyDecider, stream: string, event: NewEvent, provenance: Provenance): void {
    const { actor, authority, commandId, correlationId, causationId } = provenance
    const documented = this.#templates[event.type] !== undefined
    if (documented) {
      const subject = subjectOf(stream)
      const name = nameAfter(this.past(streamOf(subject, 'registration')))
      this.#written.set(this.pending.length, { subject, name, past: this.past(stream) })
    }
    const { numbered } = event
    const pending = {
      stream,
      // A copy of its own where its number and the hash of its document are entered later.
      event: documented || numbered !== undefined ? ({ ...event, data: { ...event.data } } as NewEvent) : event,
      provenance: {
        actor,
        authority,
        ...(commandId === undefined ? {} : { commandId }),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...(causationId === undefined ? {} : { causationId }),
      },
    }
    this.pending.push(pending)
    if (numbered !== undefined) this.#toNumber(numbered, pending)
    const added = this.#added.get(stream)
    if (added === undefined) this.#added.set(stream, [event])
    else added.push(event)
    this.#states.set(stream, decider.evolve(this.state(decider, stream), event))
  }

  #toNumber(of: Series, pending: PendingEvent): void {
    const stream = streamOf(of.name, String(of.year))
    const series = this.#series.get(stream)
    if (series === undefined) this.#series.set(stream, { of, waiting: [pending] })
    else series.waiting.push(pending)
  }

  /** The streams of the series from which decisions want a number. */
  series(): Iterable<string> {
    return this.#series.keys()
  }

  /** Seals every act that has a document with the hash of its text: anybody can write the text again from the event, and compare. */
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
   * Gives every decision its number: the series' own stream holds the last one, so numbers run without a gap or a double. Returns what was
   * continued, which is ahead of the log until it is recorded.
   */
  async number(log: EventLog, ahead: Ahead): Promise<ReadonlyMap<string, Continued>> {
    const numbered = new Map<string, Continued>()
    for (const [stream, { of, waiting }] of this.#series) {
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
