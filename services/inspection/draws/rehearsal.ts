import { nullable } from '@mingjian/codes'
import { actsOn } from '@mingjian/kernel'
import Type from 'typebox'
import { checkReveals, seedOf } from '../draw/seed.ts'
import { conducted, libraries, planId, text } from './members.ts'
import { drawOpened, notARehearsal, rehearsedSeedDiffers } from './refusals.ts'
import type { Draw } from './state.ts'

/** Commitment, seed and result at once, for training and tests 演练: nothing is drawn for an inspection by it. */
export const recordRehearsal = actsOn<Draw>()(
  {
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
  },
  {
    by: 'system',
    decide: ({ planId, committed, seeded, conducted }, { seeds, ceremony }, { today }) => {
      if (!committed.rehearsal) return notARehearsal({})
      if (ceremony !== undefined) return drawOpened({ planId })
      const unopened = checkReveals(committed.commitments, seeded.reveals)
      if (unopened !== undefined) return unopened
      const { populationRoot, rosterRoot } = committed
      const nonces = seeded.reveals.map(({ nonce }) => nonce)
      const seed = seedOf({ planId, populationRoot, rosterRoot, nonces, publicValue: seeded.publicValue })
      if (seed !== seeded.seed) return rehearsedSeedDiffers({ seed, given: seeded.seed })
      if (seeds.includes(seed)) return []
      const act = { effectiveOn: today, basis: [] }
      return [
        { type: 'DrawCommitted', data: committed, ...act },
        { type: 'DrawSeeded', data: seeded, ...act },
        { type: 'DrawConducted', data: conducted, ...act },
      ]
    },
  },
)
