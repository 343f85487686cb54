import type { RegisteredItems } from '@mingjian/schemas'
import { type Command, type Decided, type Decider, isRefusal } from './decider.ts'
import type { NewEvent, PastEvent } from './event.ts'

/** A specification of a decider that reads like the rule: given what happened, when a command, then events or a refusal. */
export interface Given<C> {
  /** Carries out a command; its events are part of what happened from then on. A refusal changes nothing. */
  when(command: C): Given<C>
  /** The same, at another time. */
  at(now: string): Given<C>
  /** What the last command led to. */
  readonly outcome: Decided
  /** The events that it led to: none when it was refused. */
  readonly events: readonly NewEvent[]
  /** Types of the events that the last command led to. */
  readonly types: readonly string[]
  /** Code of the refusal that the last command led to. */
  readonly refusal: string | undefined
}

/** `facts`: the events of the other streams that the rule looks at. */
export const given = <C extends Command, S, F, E extends PastEvent>(
  decider: Decider<C, S, F, E>,
  {
    facts = [],
    today = '2026-11-20',
    now = `${today}T04:00:00Z`,
    actor = 'staff:test',
  }: {
    readonly facts?: readonly PastEvent[]
    readonly today?: string
    readonly now?: string
    readonly actor?: string
  } = {},
  past: readonly PastEvent[] = [],
  outcome: Decided = [],
): Given<C> => ({
  outcome,
  events: isRefusal(outcome) ? [] : outcome,
  types: isRefusal(outcome) ? [] : outcome.map(({ type }) => type),
  refusal: isRefusal(outcome) ? outcome.code : undefined,
  at: (later) => given(decider, { facts, today, now: later, actor }, past, outcome),
  when: (command) => {
    const decided = decider.decide(command, (past as readonly E[]).reduce(decider.evolve, decider.initial), {
      today,
      now,
      actor,
      authority: '昆都仑区市场监督管理局',
      facts: facts.reduce(decider.facts.evolve, decider.facts.initial),
    })
    const recorded = isRefusal(decided)
      ? []
      : decided.map((event, at) => ({ ...event, position: past.length + at + 1 }))
    return given(decider, { facts, today, now, actor }, [...past, ...recorded], decided)
  },
})

/** An establishment for specifications; members that no rule reads are empty. */
export const established = (items: Partial<RegisteredItems> = {}): PastEvent & NewEvent => ({
  type: 'EnterpriseEstablished',
  data: {
    items: {
      name: '包头市某某有限公司',
      typeCode: '1130',
      type: '有限责任公司(自然人投资或控股)',
      legalRepresentative: null,
      capitalWan: 100,
      currency: 'CNY',
      establishedOn: '2015-05-06',
      approvedOn: null,
      operatingFrom: null,
      operatingTo: null,
      district: '150203',
      authority: '昆都仑区市场监督管理局',
      address: '',
      industrySection: null,
      industry: null,
      industryName: null,
      scope: null,
      ...items,
    },
  },
  effectiveOn: items.establishedOn ?? '2015-05-06',
  basis: [],
})
