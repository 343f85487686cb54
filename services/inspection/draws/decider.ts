import { fileMember, nullable } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  noFacts,
  type Refusal,
} from '@mingjian/kernel'
import type { InspectorReplaced } from '@mingjian/schemas'
import Type from 'typebox'
import { commitNonce, type Opening, open, type Run, replace, revealNonce, run, voidDraw } from './ceremony.ts'
import { AGGREGATE } from './past.ts'
import { type Rehearsal, recordRehearsal } from './rehearsal.ts'
import { type Draw, evolve, initial } from './state.ts'

/** Both libraries have been frozen by a plan: the draw is open. */
export type RecordDrawOpening = Command<'RecordDrawOpening', Opening>
export type CommitNonce = Command<
  'CommitNonce',
  { readonly planId: string; readonly official: string; readonly sha256: string }
>
export type RevealNonce = Command<
  'RevealNonce',
  { readonly planId: string; readonly official: string; readonly nonce: string }
>
/** The result that the public value leads to has been worked out. */
export type RecordDrawRun = Command<'RecordDrawRun', Run>
/** The next in order has been found. */
export type RecordReplacement = Command<'RecordReplacement', InspectorReplaced & { readonly planId: string }>
export type VoidDraw = Command<'VoidDraw', { readonly planId: string; readonly why: string }>
export type RecordRehearsal = Command<'RecordRehearsal', Rehearsal>
export type DrawCommand =
  | RecordDrawOpening
  | CommitNonce
  | RevealNonce
  | RecordDrawRun
  | RecordReplacement
  | VoidDraw
  | RecordRehearsal

const decide = (command: DrawCommand, state: Draw, context: Context<undefined>): readonly NewEvent[] | Refusal => {
  switch (command.type) {
    case 'RecordDrawOpening':
      return open(command.data, state, context)
    case 'CommitNonce':
      return commitNonce(command.data, state, context)
    case 'RevealNonce':
      return revealNonce(command.data, state, context)
    case 'RecordDrawRun':
      return run(command.data, state, context)
    case 'RecordReplacement':
      return replace(command.data, state, context)
    case 'VoidDraw':
      return voidDraw(command.data, state, context)
    case 'RecordRehearsal':
      return recordRehearsal(command.data, state, context)
    default:
      return command satisfies never
  }
}

const text = Type.String()
const count = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })
const planId = Type.String({ minLength: 1, description: 'Id of the plan.' })
const official = Type.String({
  pattern: '^\\S(.{0,98}\\S)?$',
  description: 'Name of the official, as it is published.',
})
const hex32 = (description: string) => fileMember(description)

const libraries = {
  logPosition: count,
  populationSize: count,
  populationRoot: text,
  perStratum: Type.Record(text, count),
  rosterSize: count,
  rosterRoot: text,
}
const coverage = Type.Object({ year: count, reports: count, before: count, after: count })
const conducted = Type.Object({
  ...{ selected: count, byFloor: count, unassigned: count, proofSha256: text, repeats: count },
  coverage: nullable(coverage),
})
const audited = Type.Object({
  tests: Type.Array(
    Type.Object({
      dimension: Type.Enum(['district', 'industry', 'size', 'inspector']),
      ...{ statistic: Type.Number(), degrees: count, probability: Type.Number() },
    }),
  ),
  level: Type.Number(),
  improbable: Type.Boolean(),
})
const drawn = Type.Object({
  ...{ planName: text, year: count, items: Type.Array(text), departments: Type.Array(text), from: text, to: text },
  objects: Type.Array(
    Type.Object({ task: text, uscc: text, inspectors: Type.Array(text), unassigned: nullable(text) }),
  ),
  due: Type.Array(Type.Array(text)),
})

export const draws: Decider<DrawCommand, Draw> = {
  aggregate: AGGREGATE,
  acts: declared({
    RecordDrawOpening: Type.Object({
      planId,
      plan: Type.Object({ publicSource: Type.Object({ name: text, at: text }) }, { additionalProperties: true }),
      frozen: Type.Object({
        ...libraries,
        ...{ planSha256: text, frozenSha256: text, coverage, warnings: Type.Array(text) },
      }),
    }),
    CommitNonce: Type.Object({
      planId,
      official,
      sha256: hex32('SHA-256 of the 32 raw bytes of a nonce, hexadecimal'),
    }),
    RevealNonce: Type.Object({ planId, official, nonce: hex32('the 32 bytes committed to, hexadecimal') }),
    RecordDrawRun: Type.Object({
      ...{ planId, publicValue: text, witness: nullable(text), seed: text },
      ...{ conducted, audited, drawn: Type.Array(drawn) },
    }),
    RecordReplacement: Type.Object({
      ...{ planId, task: text, uscc: text, inspector: text, replacement: text, reason: text, proofSha256: text },
    }),
    VoidDraw: Type.Object({ planId, why: Type.String({ minLength: 1, maxLength: 500 }) }),
    RecordRehearsal: Type.Object({
      planId,
      committed: Type.Object({
        ...{ plan: text, rehearsal: Type.Boolean(), ...libraries },
        commitments: Type.Array(Type.Object({ official: text, sha256: text })),
      }),
      seeded: Type.Object({
        reveals: Type.Array(Type.Object({ official: text, nonce: text })),
        ...{ publicSource: text, publicValue: text, seed: text, witness: nullable(text) },
      }),
      conducted,
    }),
  }),
  subject: ({ data }) => data.planId,
  initial,
  evolve,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(draws)
