import { addDays, type CivilDate, formOf, redacted } from '@mingjian/codes'
import type { NewEvent } from '@mingjian/kernel'
import { addWorkingDays, encodeCitation, reviewOf, type SettingSource } from '@mingjian/law'
import type { PenaltyDecided, PenaltyOverturned } from '@mingjian/schemas'
import { endOfPublicityBasis, publicityBasis, publicityTerm, withdrawalBasis } from '../law.ts'
import { awaitsPublicity, type Penalties, type Publicity } from './state.ts'

/** 停止公示: its term is over, credit was restored, or an objection was right. */
export type EndOfPublicity = 'term-over' | 'restoration' | 'objection'

const REASONS: Readonly<Record<EndOfPublicity | PenaltyOverturned['outcome'], string>> = {
  'term-over': '公示期满',
  restoration: '信用修复',
  objection: '异议成立',
  revoked: '处罚决定被撤销',
  changed: '处罚决定被变更',
  unlawful: '处罚决定被确认违法',
  invalid: '处罚决定被确认无效',
}

// 双公示 asks for seven working days, the publicity rule for twenty (第九条): the shorter term keeps both.
const PUBLICISE_WORKING_DAYS = 7

/** The day on which a decision is published at the latest. */
export const publicityDay = (decidedOn: CivilDate): CivilDate => addWorkingDays(decidedOn, PUBLICISE_WORKING_DAYS)

/** 摘要 (公示规定第四条): what was wrong and what followed; the facts of the document may name persons and stay inside. */
const summaryOf = ({ violation, kinds, fineYuan, confiscatedYuan }: PenaltyDecided): string => {
  const amounts = [
    fineYuan > 0 ? `罚款${fineYuan}元` : '',
    confiscatedYuan > 0 ? `没收${confiscatedYuan}元` : '',
  ].filter((text) => text !== '')
  return redacted([violation, kinds.join('、'), ...amounts].join('；'))
}

const recalled = (
  documentNo: string,
  { position }: Publicity,
  reason: string,
  on: CivilDate,
  basis: readonly string[],
): NewEvent => ({
  type: 'PublicRecordRecalled',
  data: {
    type: 'PenaltyPublicised',
    record: documentNo,
    positions: position === undefined ? [] : [position],
    reason,
  },
  effectiveOn: on,
  basis,
})

/** 公示: from that day on, in place of what was shown of an earlier wording. */
export const publicised = (
  penalty: PenaltyDecided,
  before: Publicity | undefined,
  from: CivilDate,
  typeCode: string,
  settings: SettingSource,
): readonly NewEvent[] => {
  const { documentNo, kinds, procedure, fineYuan, confiscatedYuan, restrictionYears, authority, decidedOn } = penalty
  const subject = formOf(typeCode) === 'sole-trader' ? 'person' : 'organisation'
  const publishable = { kinds, procedure, fineYuan, subject, restrictionYears } as const
  const { until, dishonesty } = publicityTerm(publishable, decidedOn, from, settings)
  const shown: NewEvent = {
    type: 'PenaltyPublicised',
    data: {
      documentNo,
      violation: redacted(penalty.violation),
      summary: summaryOf(penalty),
      penaltyBasis: penalty.basis === null ? null : redacted(penalty.basis),
      kinds,
      fineYuan,
      confiscatedYuan,
      authority,
      decidedOn,
      from,
      until,
      dishonesty,
      // Counted from the decision, as if it had been served that day: the party that keeps to it is in time.
      remedy: reviewOf(authority, decidedOn),
    },
    effectiveOn: from,
    basis: publicityBasis(from).map(encodeCitation),
  }
  if (before === undefined || before.over) return [shown]
  const basis = withdrawalBasis(from).map(encodeCitation)
  return [recalled(documentNo, before, REASONS.changed ?? '', from, basis), shown]
}

/** 停止公示: it is shown no longer, and those who have copied it are told. */
export const ended = (
  documentNo: string,
  publicity: Publicity,
  because: EndOfPublicity,
  on: CivilDate,
): readonly NewEvent[] => {
  const basis = endOfPublicityBasis(because, on).map(encodeCitation)
  return [
    { type: 'PenaltyPublicityEnded', data: { documentNo, because, endedOn: on }, effectiveOn: on, basis },
    recalled(documentNo, publicity, REASONS[because] ?? '', on, basis),
  ]
}

/** 撤回: the decision was changed, or did not stand (公示规定第十一条, 行政处罚法第四十八条). */
export const withdrawn = (
  { documentNo, outcome, decidedOn }: PenaltyOverturned,
  publicity: Publicity,
  on: CivilDate,
): readonly NewEvent[] => {
  const basis = withdrawalBasis(on).map(encodeCitation)
  const data = { documentNo, outcome, overturnedOn: decidedOn, withdrawnOn: on }
  return [
    { type: 'PenaltyPublicityWithdrawn', data, effectiveOn: on, basis },
    recalled(documentNo, publicity, REASONS[outcome] ?? '', on, basis),
  ]
}

/** All that falls due with the publicity of an enterprise's penalties by the end of a day. */
export const kept = (file: Penalties, on: CivilDate, typeCode: string, settings: SettingSource): readonly NewEvent[] =>
  [...file.decided.values()].flatMap((penalty) => {
    const shown = file.publicity.get(penalty.documentNo)
    const from = publicityDay(penalty.decidedOn)
    if (awaitsPublicity(file, penalty)) {
      const showing = from > on ? [] : publicised(penalty, shown, from, typeCode, settings)
      // Nothing is shown whose term is over before it began.
      return showing.some((event) => event.type === 'PenaltyPublicised' && event.data.until < on) ? [] : showing
    }
    if (shown === undefined || shown.over) return []
    const overturning = file.overturned.get(penalty.documentNo)
    if (overturning !== undefined) return withdrawn(overturning, shown, on)
    return shown.until < on ? ended(penalty.documentNo, shown, 'term-over', addDays(shown.until, 1)) : []
  })
