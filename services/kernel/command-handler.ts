import type { CivilDate } from '@mingjian/codes'
import { type AnyDecider, type Command, isRefusal } from './decider.ts'
import { type Ahead, type Continued, type Deciding, Decisions } from './decisions.ts'
import { type DocumentTemplates, type Naming, nameless } from './document.ts'
import { type NewEvent, streamOf } from './event.ts'
import type { Clock, EventLog, Fence, PendingEvent, Provenance } from './ports.ts'
import type { Refusal } from './refusal.ts'
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

/** A request, and what became of it. */
export interface Handled {
  readonly request: Request
  readonly outcome: Outcome
}

/** What follows at once from an event that has been decided. */
export type Follow = (decided: PendingEvent) => readonly Request[]

/** The log changed under a decision more often than contention explains. */
export class Contended extends Error {}
/** The lease under which a role acts has passed to another process. */
export class Fenced extends Error {}

export interface CommandHandler {
  handle(request: Request): Promise<Outcome>
  /** All of these requests' events are recorded together, or none; each request sees what those before it did. */
  handleAll(requests: readonly Request[], fence?: Fence): Promise<readonly Outcome[]>
  /** Likewise, together with the requests that follow from their events. The outcomes of `requests` come first, then those of what followed. */
  handleWithFollowing(requests: readonly Request[], follow: Follow, fence?: Fence): Promise<readonly Handled[]>
  /** Which of these requests would record something now, or be refused; nothing is recorded. */
  preview(requests: readonly Request[]): Promise<readonly ('new' | 'unchanged' | Refusal)[]>
}

// Several processes may compete for one stream, each with the same chance.
const ATTEMPTS = 200

/**
 * The one way in: known id? → load → decide, and what follows at once → number → append; a conflict in the log starts it over. Acts with a
 * template get the hash of their document, which is addressed to the name that `naming` gives.
 */
export const commandHandler = (
  log: EventLog,
  clock: Clock,
  deciders: readonly AnyDecider[],
  templates: DocumentTemplates = {},
  naming: Naming = nameless,
): CommandHandler => {
  const deciderOf = new Map<string, AnyDecider>()
  for (const decider of deciders) for (const type of Object.keys(decider.acts)) deciderOf.set(type, decider)

  const turn = turns()
  const ahead: Ahead = new Map()

  const plan = (request: Request): Planned => {
    const decider = deciderOf.get(request.command.type)
    if (decider === undefined) throw new Error(`no decider for command ${request.command.type}`)
    const command = request.command as Command<string, never>
    const subject = decider.subject(command)
    const stream = streamOf(subject, decider.aggregate)
    const facts = decider.facts.streams(command, request.authority)
    const named = naming.streamOf(subject)
    // Reuses the string of `facts`: as a map key, a new string of the same text would first be hashed and looked up by V8.
    const read = facts.find((fact) => fact === named)
    const reads = [stream, ...facts]
    if (read === undefined && named !== undefined) reads.push(named)
    return { request, decider, command, subject, stream, facts, named: read ?? named, reads }
  }

  /** The outcomes of the requests that were carried out before, by their ids. */
  const repeatedOf = async (
    asked: readonly { readonly request: Request }[],
  ): Promise<ReadonlyMap<string, Decision>> => {
    const ids = asked.flatMap(({ request }) => request.commandId ?? [])
    const known = ids.length === 0 ? [] : await log.commands(ids)
    return new Map([...known].map(([id, positions]) => [id, { outcome: 'repeated', ...positions }]))
  }

  const decide = (planned: Planned, decisions: Decisions, today: CivilDate, now: string): Decision => {
    const { request, decider, command, stream, facts } = planned
    const { actor, authority } = request
    const outcome = decider.decide(command, decisions.state(decider, stream), {
      today,
      now,
      actor,
      authority,
      facts: facts.reduce(
        (known, fact) => decisions.past(fact).reduce(decider.facts.evolve, known),
        decider.facts.initial,
      ),
    })
    if (isRefusal(outcome)) return { outcome: 'refused', refusal: outcome }
    const from = decisions.pending.length
    for (const event of outcome) decisions.add(planned, event)
    return { outcome: 'recorded', from, to: decisions.pending.length }
  }

  /** With `trustNew`, ids count as new until the log refuses to record them twice; only requests that would record nothing are looked up. */
  const decideAll = async (planned: readonly Planned[], follow: Follow, trustNew: boolean) => {
    const [today, now] = [clock.today(), clock.now()]
    const decisions = new Decisions(templates, naming)
    const decided: Decided[] = []
    const repeatedHere = new Map<string, Decision>()
    for (let wave = planned; wave.length > 0; ) {
      await decisions.read(
        log,
        wave.flatMap(({ reads }) => reads),
      )
      // Looked up after the streams were read: events of an id that is unknown now can't be in them.
      const repeated = await repeatedOf(trustNew ? [] : wave)
      const from = decisions.pending.length
      for (const one of wave) {
        const { request } = one
        const id = request.commandId ?? ''
        const decision = repeated.get(id) ?? repeatedHere.get(id) ?? decide(one, decisions, today, now)
        if (id !== '') repeatedHere.set(id, again(decision))
        decided.push({ request, decision })
      }
      wave = decisions.pending.slice(from).flatMap(follow).map(plan)
    }
    if (!trustNew) return { decisions, decided }
    const isSilent = (decision: Decision): boolean =>
      'to' in decision ? decision.from === decision.to : decision.outcome === 'refused'
    const repeated = await repeatedOf(decided.filter(({ decision }) => isSilent(decision)))
    const checked = decided.map(({ request, decision }): Decided => {
      const before = isSilent(decision) ? repeated.get(request.commandId ?? '') : undefined
      return { request, decision: before ?? decision }
    })
    return { decisions, decided: checked }
  }

  /** Decides, numbers, and begins to record. The streams read for the decision can be collected while the append is awaited. */
  const begin = async (planned: readonly Planned[], { follow, fence, trustNew }: Attempt) => {
    const { decisions, decided } = await decideAll(planned, follow, trustNew)
    return turn(decisions.series(), async () => {
      const numbered = await decisions.number(log, ahead)
      decisions.document()
      const { versions, pending } = decisions
      // Not awaited here: the next turn continues the series during the append.
      return { recorded: record(versions, pending, fence), numbered, pending, decided }
    })
  }

  const attempt = async (planned: readonly Planned[], how: Attempt): Promise<readonly Handled[] | undefined> => {
    const { recorded, numbered, pending, decided } = await begin(planned, how)
    const first = await recorded.catch((error) => {
      settle(numbered, false)
      throw error
    })
    settle(numbered, first !== undefined)
    if (first === undefined) return undefined
    const outcomeOf = (decision: Decision): Outcome => {
      if (!('from' in decision)) return decision
      const { outcome, from, to } = decision
      if (from === to) return { outcome: 'unchanged' }
      const positions = { first: first + from, last: first + to - 1 }
      if (outcome === 'again') return { outcome: 'repeated', ...positions }
      return { outcome, events: pending.slice(from, to).map(({ event }) => event), ...positions }
    }
    return decided.map(({ request, decision }) => ({ request, outcome: outcomeOf(decision) }))
  }

  /** Numbers that follow on a failed append are refused by the log; their requests are then numbered from the recorded state. */
  const settle = (numbered: ReadonlyMap<string, Continued>, recorded: boolean): void => {
    for (const [stream, continued] of numbered) {
      continued.underWay -= 1
      if ((!recorded || continued.underWay === 0) && ahead.get(stream) === continued) ahead.delete(stream)
    }
  }

  /** The position of the first event; undefined after a conflict. */
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

  // In this process, commands to one stream take turns: concurrent ones would reject each other.
  const handleWithFollowing: CommandHandler['handleWithFollowing'] = (requests, follow, fence) => {
    const planned = requests.map(plan)
    return turn(
      planned.map(({ stream }) => stream),
      async () => {
        for (let tries = 0; tries < ATTEMPTS; tries += 1) {
          const handled = await attempt(planned, { follow, fence, trustNew: tries === 0 })
          if (handled !== undefined) return handled
        }
        throw new Contended(`the log changed under ${requests[0]?.command.type} ${ATTEMPTS} times in a row: try again`)
      },
    )
  }
  return handlerOf({
    handleWithFollowing,
    preview: async (requests) =>
      (await decideAll(requests.map(plan), nothingFollows, false)).decided.map(({ decision }) => {
        if (decision.outcome === 'refused') return decision.refusal
        return decision.outcome === 'recorded' && decision.from < decision.to ? 'new' : 'unchanged'
      }),
  })
}

/** A whole handler from its two primitive operations. */
export const handlerOf = (own: Pick<CommandHandler, 'handleWithFollowing' | 'preview'>): CommandHandler => {
  const handleAll: CommandHandler['handleAll'] = async (requests, fence) =>
    (await own.handleWithFollowing(requests, nothingFollows, fence)).map(({ outcome }) => outcome)
  return {
    ...own,
    handleAll,
    handle: async (request) => {
      const [outcome] = await handleAll([request])
      if (outcome === undefined) throw new Error('a request without an outcome')
      return outcome
    },
  }
}

const nothingFollows: Follow = () => []

/** A request with its decider and the streams that the decision reads. */
interface Planned extends Deciding {
  readonly request: Request
  readonly command: Command<string, never>
  readonly facts: readonly string[]
  readonly reads: readonly string[]
}

interface Attempt {
  readonly follow: Follow
  readonly fence: Fence | undefined
  readonly trustNew: boolean
}

type Decision =
  /** Of the pending events; `again`: those of a request before it with the same id. */
  | { readonly outcome: 'recorded' | 'again'; readonly from: number; readonly to: number }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'repeated'; readonly first: number; readonly last: number }

interface Decided {
  readonly request: Request
  readonly decision: Decision
}

const again = (decision: Decision): Decision => ('from' in decision ? { ...decision, outcome: 'again' } : decision)
