import { addDays, type CivilDate, makeUscc } from '@mingjian/codes'
import {
  type AnyDecider,
  type Command,
  isRefusal,
  type NewEvent,
  type PastEvent,
  type Refusal,
  streamOf,
} from '@mingjian/kernel'
import { established } from '@mingjian/kernel/given'
import Value from 'typebox/value'
import { DAY_MARK, type Step } from './any-command.fixture.ts'

/** The two enterprises that every command of a life is about: a company and a sole trader. */
export const SUBJECTS: readonly string[] = [makeUscc('91150203', 'MA0LAW01'), makeUscc('92150203', 'MA0LAW02')]
const AUTHORITY = '昆都仑区市场监督管理局'

export interface Turn {
  readonly command: Command
  readonly stream: string
  readonly today: CivilDate
  readonly outcome: readonly NewEvent[] | Refusal
  /** What the same command leads to when it is given again at once. */
  readonly again: readonly NewEvent[] | Refusal
}

/** Streams of one imagined district, in memory, and the days that pass in it. */
export class Life {
  readonly streams = new Map<string, PastEvent[]>()
  readonly #deciders: ReadonlyMap<string, AnyDecider>
  readonly #remembered = new Map<string, unknown[]>()
  readonly #numbers = new Map<string, number>()
  #today: CivilDate
  #position = 0

  constructor(deciders: readonly AnyDecider[], today: CivilDate) {
    this.#deciders = new Map(deciders.flatMap((d) => Object.keys(d.acts).map((name) => [name, d] as const)))
    this.#today = today
    const [company = '', trader = ''] = SUBJECTS
    const started = { establishedOn: '2019-03-01', approvedOn: '2019-03-01' }
    const kind = { typeCode: '9500', type: '个体工商户', name: '昆都仑区某某面馆' }
    this.#record(streamOf(company, 'registration'), established(started))
    this.#record(streamOf(trader, 'registration'), established({ ...started, ...kind }))
  }

  past(stream: string): readonly PastEvent[] {
    return this.streams.get(stream) ?? []
  }

  /** Carries out a step: its days are reckoned from today, and what it borrows is what was said before under the same name. */
  take({ type, data, advance, borrow }: Step): Turn {
    this.#today = addDays(this.#today, advance)
    const decider = this.#deciders.get(type)
    if (decider === undefined) throw new Error(`no decider for ${type}`)
    const schema = decider.acts[type]?.data
    const dated = this.#dated(data)
    const borrowed = this.#borrowed(dated, borrow)
    const said = schema === undefined || Value.Check(schema, borrowed) ? borrowed : dated
    const command = { type, data: said } as Command<string, never>
    const stream = streamOf(decider.subject(command), decider.aggregate)
    const outcome = this.#decide(decider, command, stream)
    if (!isRefusal(outcome)) for (const event of outcome) this.#record(stream, event)
    if (!isRefusal(outcome) && outcome.length > 0) this.#remember(said)
    return { command, stream, today: this.#today, outcome, again: this.#decide(decider, command, stream) }
  }

  #decide(decider: AnyDecider, command: Command<string, never>, stream: string): readonly NewEvent[] | Refusal {
    return decider.decide(command, this.past(stream).reduce(decider.evolve, decider.initial), {
      today: this.#today,
      now: `${this.#today}T04:00:00Z`,
      actor: 'staff:test',
      authority: AUTHORITY,
      facts: decider.facts
        .streams(command, AUTHORITY)
        .flatMap((fact) => this.past(fact))
        .reduce(decider.facts.evolve, decider.facts.initial),
    })
  }

  #record(stream: string, event: NewEvent): void {
    const { numbered, ...rest } = event
    this.#position += 1
    const decision = numbered === undefined ? {} : { decision: this.#number(numbered) }
    const recorded = { ...rest, data: { ...rest.data, ...decision }, position: this.#position } as PastEvent
    const past = this.streams.get(stream)
    if (past === undefined) this.streams.set(stream, [recorded])
    else past.push(recorded)
    this.#remember(recorded.data)
  }

  #number({ name, year }: { readonly name: string; readonly year: number }): string {
    const next = (this.#numbers.get(name) ?? 0) + 1
    this.#numbers.set(name, next)
    return `${name}〔${year}〕${next}号`
  }

  #remember(data: unknown): void {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return
    for (const [name, value] of Object.entries(data)) {
      if (name === 'uscc' || value === null) continue
      const known = this.#remembered.get(name)
      if (known === undefined) this.#remembered.set(name, [value])
      else known.push(value)
    }
  }

  #dated(value: unknown): unknown {
    if (typeof value === 'string' && value.startsWith(DAY_MARK)) {
      const [days = '', time] = value.slice(DAY_MARK.length).split('T')
      const day = addDays(this.#today, Number(days))
      return time === undefined ? day : `${day}T${time}`
    }
    if (Array.isArray(value)) return value.map((member) => this.#dated(member))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#dated(member)]))
    return value
  }

  #borrowed(value: unknown, borrow: readonly number[]): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, member], at) => {
        const known = this.#remembered.get(name) ?? []
        const which = borrow[at % Math.max(1, borrow.length)] ?? 0
        return [name, which === 0 || known.length === 0 ? member : known[known.length - 1 - (which % known.length)]]
      }),
    )
  }
}
