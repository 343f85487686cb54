import { type CivilDate, dayAfter, daysBetween } from '@mingjian/codes'
import { lateSurcharge } from '../law/procedure.ts'
import type { Case, Suspension } from './state.ts'

const cents = (yuan: number): number => Math.round(yuan * 100) / 100
/** The later of two days. */
export const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other)
const earlier = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other)

/** Days after the due day, up to the day of payment, on which the surcharge runs 行政处罚法第七十三条第三款. */
export const daysLate = (due: CivilDate, paid: CivilDate, suspensions: readonly Suspension[]): number => {
  if (paid <= due) return 0
  let counted = daysBetween(due, paid)
  let from = dayAfter(due)
  for (const suspension of suspensions) {
    const first = later(suspension.from, from)
    const last = earlier(suspension.to ?? paid, paid)
    if (last < first) continue
    counted -= daysBetween(first, last) + 1
    from = dayAfter(last)
  }
  return counted
}

const paid = ({ payments }: Case, member: 'fineYuan' | 'confiscatedYuan' | 'surchargeYuan'): number =>
  cents(payments.reduce((sum, payment) => sum + payment[member], 0))

/** 加处罚款 up to that day: each part of the fine by the day on which it was paid, if it was. */
export const surchargeOn = (state: Case, on: CivilDate): number => {
  const payments = state.payments.map(({ on: day, fineYuan }) => ({ on: day, left: fineYuan }))
  payments.sort((a, b) => (a.on < b.on ? -1 : 1))
  let surcharge = 0
  for (const due of state.dues) {
    let owed = due.yuan
    for (const payment of payments) {
      const part = Math.min(owed, payment.left)
      payment.left -= part
      owed -= part
      surcharge += lateSurcharge(part, daysLate(due.by, payment.on, state.suspensions))
    }
    surcharge += lateSurcharge(owed, daysLate(due.by, on, state.suspensions))
  }
  return cents(surcharge)
}

/** What the party still owes on that day, in yuan. */
export const owedOn = (state: Case, on: CivilDate) => ({
  fineYuan: cents((state.decision?.fineYuan ?? 0) - paid(state, 'fineYuan')),
  confiscatedYuan: cents((state.decision?.confiscatedYuan ?? 0) - paid(state, 'confiscatedYuan')),
  surchargeYuan: cents(surchargeOn(state, on) - paid(state, 'surchargeYuan')),
})

/** Served is performed: nothing more is to be done for these. */
const BY_SERVICE = ['警告', '通报批评', '罚款', '没收违法所得']

/** Kinds of penalty that have to be carried out and have not been. */
export const measuresLeft = ({ decision, measures }: Case): readonly string[] =>
  (decision?.kinds ?? []).filter((kind) => !BY_SERVICE.includes(kind) && !measures.includes(kind))

/** 履行完毕 */
export const isPerformed = (state: Case, on: CivilDate): boolean =>
  Object.values(owedOn(state, on)).every((yuan) => yuan <= 0) && measuresLeft(state).length === 0
