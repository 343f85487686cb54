import { oneOf, usccMember } from '@mingjian/codes'
import { decidedOtherwise, preparedAct, type Refusal } from '@mingjian/kernel'
import Type from 'typebox'
import { type Proof, writeProof } from '../draw/proof.ts'
import { assigned, nextFor } from '../draw/replacement.ts'
import { REPLACEMENT_REASONS } from './ceremony.ts'
import type { DrawCommand } from './decider.ts'
import { planId } from './members.ts'
import { drawIn } from './past.ts'
import { nobodyLeft, notAssigned, notConducted, notDrawn, notOpened } from './refusals.ts'

/** An inspector who can't go is replaced by the next in the order of the same seed; nobody chooses who. */
export const replaceInspector = preparedAct(
  'ReplaceInspector',
  {
    planId,
    uscc: usccMember('The enterprise to be visited.'),
    inspector: Type.String({ minLength: 1, description: 'Who can not go.' }),
    reason: oneOf(REPLACEMENT_REASONS, 'Why.'),
  },
  async ({ planId, uscc, inspector, reason }, { log, attachments }): Promise<DrawCommand | Refusal> => {
    const { ceremony } = await drawIn(log, planId)
    if (ceremony === undefined) return notOpened({ planId })
    const bytes = ceremony.run === undefined ? undefined : await attachments.get(ceremony.run.proofSha256)
    if (bytes === undefined) return notConducted({ planId })
    const proof = JSON.parse(new TextDecoder().decode(bytes)) as Proof
    const task = ceremony.drawn.find((drawn) => drawn.uscc === uscc)?.task
    if (task === undefined) return notDrawn({ uscc, planId })
    const known = ceremony.replacements.find((one) => one.task === task && one.inspector === inspector)
    if (known !== undefined) {
      const { on, ...replaced } = known
      return known.reason === reason
        ? { type: 'RecordReplacement', data: { planId, ...replaced, proofSha256: '' } }
        : decidedOtherwise({ on })
    }
    const going = assigned(proof, uscc) ?? []
    if (!going.includes(inspector)) return notAssigned({ inspector, uscc, inspectors: going.join('、') })
    const replacement = nextFor(proof, uscc, inspector)
    if (replacement === undefined) return nobodyLeft({ inspector, uscc })
    const replacements = [...(proof.replacements ?? []), { uscc, inspector, replacement, reason }]
    const proofSha256 = await attachments.put(new TextEncoder().encode(writeProof({ ...proof, replacements })))
    return { type: 'RecordReplacement', data: { planId, task, uscc, inspector, replacement, reason, proofSha256 } }
  },
)
