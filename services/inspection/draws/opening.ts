import { actsOn, decidedOtherwise } from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import Type from 'typebox'
import { valueTimeOf } from '../draw/public-source.ts'
import { coverage, libraries, planId, text } from './members.ts'
import { alreadyDrawn, notOpened, noValueTime, planChanged, valueExists } from './refusals.ts'
import type { Draw } from './state.ts'
import { mayBeKnown } from './value-time.ts'

// How a draw begins, and how it is ended before its time (draw protocol 1 §2).

const act = actsOn<Draw>()

/** Both libraries have been frozen by a plan: the draw is open. */
const recordOpening = act(
  {
    planId,
    plan: Type.Object({ publicSource: Type.Object({ name: text, at: text }) }, { additionalProperties: true }),
    frozen: Type.Object({
      ...libraries,
      ...{ planSha256: text, frozenSha256: text, coverage, warnings: Type.Array(text) },
    }),
  },
  {
    by: 'system',
    decide: ({ planId, plan, frozen }, { ceremony }, { today, now }) => {
      if (ceremony !== undefined) {
        if (ceremony.opened.planSha256 !== frozen.planSha256) return planChanged({ planId })
        return ceremony.run === undefined ? [] : alreadyDrawn({ planId })
      }
      const { at } = plan.publicSource
      const value = valueTimeOf(at)
      if (value === undefined) return noValueTime({ at })
      if (mayBeKnown(value, now)) return valueExists({ at })
      return [{ type: 'DrawOpened', data: { plan: canonicalJson(plan), ...frozen }, effectiveOn: today, basis: [] }]
    },
  },
)

/** 作废: at any time; what was drawn by it stays in sight. */
const voidDraw = act(
  { planId, why: Type.String({ minLength: 1, maxLength: 500 }) },
  {
    decide: ({ planId, why }, { ceremony, voided }, { today }) => {
      if (ceremony === undefined) {
        if (voided === undefined) return notOpened({ planId })
        return voided.data.why === why ? [] : decidedOtherwise({ on: voided.effectiveOn })
      }
      const data = { why, stage: ceremony.stage, released: [...ceremony.drawn] }
      return [{ type: 'DrawVoided', data, effectiveOn: today, basis: [] }]
    },
  },
)

/** 开启、作废 */
export const opening = { RecordDrawOpening: recordOpening, VoidDraw: voidDraw }
