import { type Context, type NewEvent, type Refusal, refused } from '@mingjian/kernel'
import type { DrawCommitted, DrawConducted, DrawSeeded } from '@mingjian/schemas'
import { checkReveals, seedOf } from '../draw/seed.ts'
import type { Draw } from './state.ts'

/** Commitment, seed and result at once. */
export interface Rehearsal {
  readonly planId: string
  readonly committed: DrawCommitted
  readonly seeded: DrawSeeded
  readonly conducted: DrawConducted
}

/** For training and tests 演练: nothing is drawn for an inspection by it. */
export const recordRehearsal = (
  { planId, committed, seeded, conducted }: Rehearsal,
  { seeds, ceremony }: Draw,
  { today }: Pick<Context<unknown>, 'today'>,
): readonly NewEvent[] | Refusal => {
  if (!committed.rehearsal)
    return refused('not-a-rehearsal', 'A real draw is committed, revealed and run step by step.')
  if (ceremony !== undefined)
    return refused('draw-opened', `The draw of plan ${planId} has been opened: rehearse by a plan of another name.`)
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
