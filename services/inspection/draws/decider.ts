import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  type NewEvent,
  noFacts,
  type Refusal,
} from '@mingjian/kernel'
import type { DrawOpened } from '@mingjian/schemas'
import Type from 'typebox'
import { commitNonce, open, type Run, revealNonce, run, voidDraw } from './ceremony.ts'
import { AGGREGATE } from './past.ts'
import { type Rehearsal, recordRehearsal } from './rehearsal.ts'
import { type Draw, evolve, initial } from './state.ts'

/** Both libraries have been frozen by a plan: the draw is open. */
export type RecordDrawOpening = Command<'RecordDrawOpening', { readonly planId: string; readonly opened: DrawOpened }>
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
export type VoidDraw = Command<'VoidDraw', { readonly planId: string; readonly why: string }>
export type RecordRehearsal = Command<'RecordRehearsal', Rehearsal>
export type DrawCommand = RecordDrawOpening | CommitNonce | RevealNonce | RecordDrawRun | VoidDraw | RecordRehearsal

const decide = (command: DrawCommand, state: Draw, context: Context<undefined>): readonly NewEvent[] | Refusal => {
  switch (command.type) {
    case 'RecordDrawOpening':
      return open(command.data.planId, command.data.opened, state, context)
    case 'CommitNonce':
      return commitNonce(command.data, state, context)
    case 'RevealNonce':
      return revealNonce(command.data, state, context)
    case 'RecordDrawRun':
      return run(command.data, state, context)
    case 'VoidDraw':
      return voidDraw(command.data, state, context)
    case 'RecordRehearsal':
      return recordRehearsal(command.data, state, context)
    default:
      return command satisfies never
  }
}

const planId = Type.String({ minLength: 1, description: 'Id of the plan.' })
const official = Type.String({
  pattern: '^(?! )[^\\p{Cc}\\u2028\\u2029]{1,100}(?<! )$',
  description: 'Name of the official, as it is published.',
})
const hex32 = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description })
/** Made by this service, never read from outside. */
const found = Type.Object({}, { additionalProperties: true })

export const draws: Decider<DrawCommand, Draw> = {
  aggregate: AGGREGATE,
  commands: {
    RecordDrawOpening: Type.Object({ planId, opened: found }),
    CommitNonce: Type.Object({
      planId,
      official,
      sha256: hex32('SHA-256 of the 32 raw bytes of a nonce, hexadecimal'),
    }),
    RevealNonce: Type.Object({ planId, official, nonce: hex32('the 32 bytes committed to, hexadecimal') }),
    RecordDrawRun: Type.Object({ planId }, { additionalProperties: true }),
    VoidDraw: Type.Object({ planId, why: Type.String({ minLength: 1, maxLength: 500 }) }),
    RecordRehearsal: Type.Object({ planId, committed: found, seeded: found, conducted: found }),
  },
  subject: ({ data }) => data.planId,
  initial,
  evolve,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(draws)
