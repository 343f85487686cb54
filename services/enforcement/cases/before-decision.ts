import type { Refusal } from '@mingjian/kernel'
import type { PenaltyDecided } from '@mingjian/schemas'
import { ask } from '../law/ask.ts'
import { provisionOn, provisions } from '../law/case.ts'
import {
  answerPending,
  finedAlready,
  fineInstead,
  hearingPending,
  heavierThanNotified,
  noLegalReview,
  noNotice,
  notDiscussed,
  wrongKinds,
} from './refusals.ts'
import { ABOUT, needsLegalReview } from './review.ts'
import type { Case, Sanction } from './state.ts'

// What must be so before a penalty is decided; each answers with the refusal where it is not.

/** Amounts and kinds say the same, and nothing is imposed beyond what was notified 行政处罚法第四十四条、第四十五条第二款. */
export const wrongSanction = (
  { on, kinds, fineYuan, confiscatedYuan }: Sanction & { readonly on: string },
  { notice }: Case,
): Refusal | undefined => {
  const confiscates = kinds.some((kind) => kind.startsWith('没收'))
  if (kinds.includes('罚款') !== fineYuan > 0 || (confiscatedYuan > 0 && !confiscates)) return wrongKinds({})
  const beyond =
    notice === null ||
    fineYuan > notice.fineYuan ||
    confiscatedYuan > notice.confiscatedYuan ||
    kinds.some((kind) => !notice.kinds.includes(kind))
  return beyond ? heavierThanNotified({}, provisionOn(on, provisions.noNoticeNoDecision)) : undefined
}

/** 告知、听证: the party has been able to answer. */
export const unheard = (on: string, { notice, statements, hearing }: Case): Refusal | undefined => {
  const under = provisionOn(on, provisions.noNoticeNoDecision)
  if (notice === null) return noNotice({}, under)
  const { answerBy, hearingOffered } = notice
  const answered = on > answerBy || (statements.length > 0 && !hearingOffered) || hearing === 'forgone'
  if (hearing === 'requested' || hearing === 'arranged') return hearingPending({}, provisionOn(on, provisions.hearing))
  return answered || hearing === 'held' ? undefined : answerPending({ answerBy }, under)
}

/** 法制审核、集体讨论: what the decision must have passed. */
export const unreviewed = (
  { on, departure }: { readonly on: string; readonly departure: string | null },
  state: Case,
): Refusal | undefined => {
  const { review, hearing, last, discussed, conclusion } = state
  const heldOn = last.HearingHeld?.effectiveOn ?? ''
  const heardAfterwards = hearing === 'held' && (last.LegalReviewPassed?.effectiveOn ?? '') < heldOn
  if (needsLegalReview(state, on) && (review !== 'passed' || heardAfterwards))
    return noLegalReview({}, provisionOn(on, provisions.legalReview))
  const discussedOn = discussed[ABOUT.penalty]
  const due = conclusion?.complex === true || hearing === 'held' || departure !== null
  const outOfDate = discussedOn === undefined || discussedOn < heldOn
  return due && outOfDate ? notDiscussed({}, provisionOn(on, provisions.collective)) : undefined
}

/** 一事不二罚: the same act is fined once. */
export const finedBefore = (
  { on, fineYuan, sameActAs }: { readonly on: string; readonly fineYuan: number; readonly sameActAs: string | null },
  violation: string,
  actEndedOn: string,
  penalties: Readonly<Record<string, PenaltyDecided>>,
): Refusal | undefined => {
  if (fineYuan === 0) return undefined
  const earlier = Object.values(penalties).find(
    (penalty) =>
      penalty.fineYuan > 0 &&
      (penalty.documentNo === sameActAs || (penalty.actEndedOn === actEndedOn && penalty.violation === violation)),
  )
  return earlier === undefined
    ? undefined
    : finedAlready({ documentNo: earlier.documentNo }, provisionOn(on, provisions.oneFine))
}

/** 不得以罚代刑: what may be a crime goes to the police before it is fined. */
export const instead = (on: string, fineYuan: number, { crime }: Case): Refusal | undefined => {
  const suspected = ['suspected', 'approved', 'referred', 'filed'].includes(crime)
  const { result } = ask(
    'transfer.no_substitute_penalty',
    { suspected_crime: suspected, planned: fineYuan > 0 ? '只作行政处罚' : '移送公安机关' },
    on,
  )
  return result.allowed === true ? undefined : fineInstead({}, provisionOn(on, provisions.substitution))
}
