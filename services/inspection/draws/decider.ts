import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  type NewEvent,
  noFacts,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import type { DrawCommitted, DrawConducted, DrawSeeded } from '@mingjian/schemas'
import Type from 'typebox'
import { checkReveals, seedOf } from '../draw/seed.ts'

/** Commitment, seed and result at once, for training and tests 演练: nothing is drawn for an inspection by it. */
export type RecordRehearsal = Command<
  'RecordRehearsal',
  {
    readonly planId: string
    readonly committed: DrawCommitted
    readonly seeded: DrawSeeded
    readonly conducted: DrawConducted
  }
>

interface Draw {
  /** Seeds of the rehearsals so far. */
  readonly seeds: readonly string[]
}

const decide = (
  { data }: RecordRehearsal,
  { seeds }: Draw,
  { today }: Context<undefined>,
): readonly NewEvent[] | Refusal => {
  const { planId, committed, seeded, conducted } = data
  if (!committed.rehearsal)
    return refused('not-a-rehearsal', 'A real draw is committed, revealed and run step by step.')
  const unopened = checkReveals(committed.commitments, seeded.reveals)
  if (unopened !== undefined) return unopened
  const { populationRoot, rosterRoot } = committed
  const seed = seedOf({
    planId,
    populationRoot,
    rosterRoot,
    nonces: seeded.reveals.map(({ nonce }) => nonce),
    publicValue: seeded.publicValue,
  })
  if (seed !== seeded.seed)
    return refused('seed-differs', `The reveals and the public value give the seed ${seed}, not ${seeded.seed}.`)
  if (seeds.includes(seed)) return []
  const act = { effectiveOn: today, basis: [] }
  return [
    { type: 'DrawCommitted', data: committed, ...act },
    { type: 'DrawSeeded', data: seeded, ...act },
    { type: 'DrawConducted', data: conducted, ...act },
  ]
}

const text = Type.String()
const count = Type.Integer({ minimum: 0 })

export const draws: Decider<RecordRehearsal, Draw> = {
  aggregate: 'draw',
  commands: {
    RecordRehearsal: Type.Object({
      planId: Type.String({ minLength: 1 }),
      committed: Type.Object({
        plan: text,
        rehearsal: Type.Boolean(),
        logPosition: count,
        populationSize: count,
        populationRoot: text,
        perStratum: Type.Record(text, count),
        rosterSize: count,
        rosterRoot: text,
        commitments: Type.Array(Type.Object({ official: text, sha256: text })),
      }),
      seeded: Type.Object({
        reveals: Type.Array(Type.Object({ official: text, nonce: text })),
        publicSource: text,
        publicValue: text,
        seed: text,
      }),
      conducted: Type.Object({ selected: count, byFloor: count, unassigned: count, proofSha256: text }),
    }),
  },
  subject: ({ data }) => data.planId,
  initial: { seeds: [] },
  evolve: (state, event: PastEvent) =>
    event.type === 'DrawSeeded' ? { seeds: [...state.seeds, event.data.seed] } : state,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(draws)
