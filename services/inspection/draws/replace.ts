import { usccMember } from '@mingjian/codes'
import { type PreparedAct, type Refusal, refused } from '@mingjian/kernel'
import Type from 'typebox'
import { type Proof, writeProof } from '../draw/proof.ts'
import { assigned, nextFor } from '../draw/replacement.ts'
import { notOpened, REPLACEMENT_REASONS } from './ceremony.ts'
import type { RecordReplacement } from './decider.ts'
import { drawIn } from './past.ts'

interface Asked {
  readonly planId: string
  readonly uscc: string
  readonly inspector: string
  readonly reason: string
}

/** An inspector who can't go is replaced by the next in the order of the same seed; nobody chooses who. */
export const replaceInspector: PreparedAct<Asked> = {
  name: 'ReplaceInspector',
  data: Type.Object({
    planId: Type.String({ minLength: 1, description: 'Id of the plan.' }),
    uscc: usccMember('The enterprise to be visited.'),
    inspector: Type.String({ minLength: 1, description: 'Who can not go.' }),
    reason: Type.Enum([...REPLACEMENT_REASONS], { description: 'Why.' }),
  }),
  prepare: async ({ planId, uscc, inspector, reason }, { log, attachments }): Promise<RecordReplacement | Refusal> => {
    const { ceremony } = await drawIn(log, planId)
    if (ceremony === undefined) return notOpened(planId)
    const bytes = ceremony.run === undefined ? undefined : await attachments.get(ceremony.run.proofSha256)
    if (bytes === undefined)
      return refused('not-conducted', `The draw of plan ${planId} has not been run yet: run it first.`)
    const proof = JSON.parse(new TextDecoder().decode(bytes)) as Proof
    const task = ceremony.drawn.find((drawn) => drawn.uscc === uscc)?.task
    if (task === undefined)
      return refused('not-drawn', `${uscc} was not drawn by plan ${planId}: name an enterprise of its list.`)
    const known = ceremony.replacements.find((one) => one.task === task && one.inspector === inspector)
    if (known !== undefined) return { type: 'RecordReplacement', data: { planId, ...known, proofSha256: '' } }
    if (!(assigned(proof, uscc) ?? []).includes(inspector))
      return refused(
        'not-assigned',
        `${inspector} is not among those who visit ${uscc}: ${(assigned(proof, uscc) ?? []).join('、')}.`,
      )
    const replacement = nextFor(proof, uscc, inspector)
    if (replacement === undefined)
      return refused(
        'nobody-left',
        `After ${inspector} nobody else of this draw's roster is eligible to visit ${uscc}: void the draw and open it anew with more inspectors.`,
      )
    const replacements = [...(proof.replacements ?? []), { uscc, inspector, replacement, reason }]
    const proofSha256 = await attachments.put(new TextEncoder().encode(writeProof({ ...proof, replacements })))
    return { type: 'RecordReplacement', data: { planId, task, uscc, inspector, replacement, reason, proofSha256 } }
  },
}
