import type { CivilDate } from '@mingjian/codes'
import { type Refusal, refused } from '@mingjian/kernel'
import { neverEndsEarly, penaltyRestorableFrom } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import { inForce, isCured } from '../abnormal-operations/state.ts'
import { neverRestored, type RestorationObject, restorationBasis } from '../law.ts'
import type { GrantRestoration } from './commands.ts'
import type { RestorationFacts } from './facts.ts'

/** What credit is to be restored for. */
export interface Restorable {
  readonly kind: RestorationObject
  readonly record: string
}

const penaltyOpenness = (documentNo: string, on: CivilDate, { penalties }: RestorationFacts): Refusal | undefined => {
  const [provision] = restorationBasis('decision', 'penalty', on)
  const file = penalties.get(documentNo)
  if (file === undefined) return refused('unknown-penalty', `There is no decision ${documentNo}.`, provision)
  if (file.shown === null)
    return refused('not-shown', `${documentNo} is not shown: nothing is to be restored.`, provision)
  if (file.shown.kinds.some(neverEndsEarly))
    return refused('never-early', `A penalty of this kind is shown for all of its term.`, neverRestored(on))
  const from = penaltyRestorableFrom(file.shown, on)
  if (from === undefined) return refused('no-restoration', `There was no restoration of credit on ${on}.`)
  return on < from
    ? refused('least-publicity', `It can be applied for from ${from}: the least time of publicity.`, provision)
    : undefined
}

/** Why nothing can be applied for on that day; undefined when it can. */
export const openness = ({ kind, record }: Restorable, on: CivilDate, facts: RestorationFacts): Refusal | undefined => {
  if (kind === 'penalty') return penaltyOpenness(record, on, facts)
  const [provision] = restorationBasis('decision', 'abnormal', on)
  return inForce(facts.abnormal, record as AbnormalGround).length === 0
    ? refused('not-listed', `There is no such entry.`, provision)
    : undefined
}

/** The four conditions of 公示规定第十四条, with what the officer found. */
const penaltyConditions = (
  documentNo: string,
  { on, performed, harmEliminated }: GrantRestoration['data'],
  facts: RestorationFacts,
): Refusal | undefined => {
  const [provision] = restorationBasis('decision', 'penalty', on).slice(-1)
  const file = facts.penalties.get(documentNo)
  if (!performed && file?.performedOn == null)
    return refused('not-performed', 'The duties of the decision are not performed.', provision)
  if (!harmEliminated) return refused('harm-remains', 'Harm and bad effects are not eliminated.', provision)
  const repeated = [...facts.penalties.values()].some(
    ({ decided }) =>
      decided.documentNo !== documentNo &&
      decided.violation === file?.decided.violation &&
      decided.decidedOn > file.decided.decidedOn &&
      decided.decidedOn <= on,
  )
  if (repeated) return refused('repeated', 'It was punished again for a violation of the same kind.', provision)
  return inForce(facts.abnormal).length > 0 || facts.serious.length > 0
    ? refused('still-listed', 'It is on the list of abnormal operations or of serious violations.', provision)
    : undefined
}

/** Why restoration can't be granted; undefined when it can. */
export const obstacle = (
  { kind, record }: Restorable,
  data: GrantRestoration['data'],
  facts: RestorationFacts,
): Refusal | undefined => {
  if (kind === 'penalty') return penaltyConditions(record, data, facts)
  const [provision] = restorationBasis('decision', 'abnormal', data.on)
  return isCured(facts.abnormal, facts.grounds, record as AbnormalGround, data.on)
    ? undefined
    : refused('not-cured', 'The ground of the entry still stands.', provision)
}
