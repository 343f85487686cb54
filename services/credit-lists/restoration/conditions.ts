import type { CivilDate } from '@mingjian/codes'
import type { Refusal } from '@mingjian/kernel'
import { neverEndsEarly, penaltyRestorableFrom } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import { inForce, isCured } from '../abnormal-operations/state.ts'
import { neverRestored, type RestorationObject, restorationBasis } from '../law.ts'
import type { RestorationFacts } from './facts.ts'
import {
  harmRemains,
  leastPublicity,
  neverEarly,
  noRestoration,
  notCured,
  notListed,
  notPerformed,
  notShown,
  repeated,
  stillListed,
  unknownPenalty,
} from './refusals.ts'

/** What credit is to be restored for. */
export interface Restorable {
  readonly kind: RestorationObject
  /** The document number of the penalty, or the ground of the entry. */
  readonly record: string
}

/** What the officer found. */
interface Found {
  readonly on: CivilDate
  readonly performed: boolean
  readonly harmEliminated: boolean
}

const penaltyOpenness = (documentNo: string, on: CivilDate, { penalties }: RestorationFacts): Refusal | undefined => {
  const [provision] = restorationBasis('decision', 'penalty', on)
  const file = penalties.get(documentNo)
  if (file === undefined) return unknownPenalty({ documentNo }, provision)
  if (file.shown === null) return notShown({ documentNo }, provision)
  if (file.shown.kinds.some(neverEndsEarly)) return neverEarly({}, neverRestored(on))
  const from = penaltyRestorableFrom(file.shown, on)
  if (from === undefined) return noRestoration({ on })
  return on < from ? leastPublicity({ from }, provision) : undefined
}

/** Why nothing can be applied for on that day; undefined if it can be. */
export const openness = ({ kind, record }: Restorable, on: CivilDate, facts: RestorationFacts): Refusal | undefined => {
  if (kind === 'penalty') return penaltyOpenness(record, on, facts)
  const [provision] = restorationBasis('decision', 'abnormal', on)
  return inForce(facts.abnormal, record as AbnormalGround).length === 0 ? notListed({}, provision) : undefined
}

/** The four conditions of 公示规定第十四条, with what the officer found. */
const penaltyConditions = (
  documentNo: string,
  { on, performed, harmEliminated }: Found,
  facts: RestorationFacts,
): Refusal | undefined => {
  const [provision] = restorationBasis('decision', 'penalty', on).slice(-1)
  const file = facts.penalties.get(documentNo)
  if (!performed && file?.performedOn == null) return notPerformed({}, provision)
  if (!harmEliminated) return harmRemains({}, provision)
  const punishedSince = [...facts.penalties.values()].some(
    ({ decided }) =>
      decided.documentNo !== documentNo &&
      decided.violation === file?.decided.violation &&
      decided.decidedOn > file.decided.decidedOn &&
      decided.decidedOn <= on,
  )
  if (punishedSince) return repeated({}, provision)
  return inForce(facts.abnormal).length > 0 || facts.serious.length > 0 ? stillListed({}, provision) : undefined
}

/** Why restoration can't be granted; undefined if it can be. */
export const obstacle = (found: Found, { kind, record }: Restorable, facts: RestorationFacts): Refusal | undefined => {
  if (kind === 'penalty') return penaltyConditions(record, found, facts)
  const [provision] = restorationBasis('decision', 'abnormal', found.on)
  return isCured(facts.abnormal, facts.grounds, record as AbnormalGround, found.on)
    ? undefined
    : notCured({}, provision)
}
