import type { CivilDate } from '@mingjian/codes'
import { type NewEvent, seriesOf } from '@mingjian/kernel'
import { type Citation, encodeCitation, reviewOf } from '@mingjian/law'
import {
  publishSeriousBy,
  seriousBasis,
  seriousGround,
  seriousLastDay,
  seriousListedBasis,
  seriousMeasures,
  seriousWayOff,
  stopBy,
} from '../law.ts'
import { recalled } from '../recall.ts'
import type { Entry } from './state.ts'

// The events of the list, each with its basis in the wording of its day, its number and its remedies.

const encoded = (citations: readonly Citation[]): readonly string[] => citations.map(encodeCitation)

/** What the public reads: the ground in the rule's words and the penalty's number; the facts stay with the case. */
const reasonOf = (article: string, documentNo: string | null, on: CivilDate): string => {
  const ground = seriousGround(article, on) ?? ''
  return documentNo === null ? ground : `${ground}（处罚决定书 ${documentNo}）`
}

export const listed = (
  {
    matter,
    article,
    documentNo,
    authority,
    restrictedUntil,
  }: Pick<Entry, 'matter' | 'article' | 'documentNo' | 'authority' | 'restrictedUntil'>,
  on: CivilDate,
  /** Whose text decides, where a rule ended between its ground and the act. */
  lawOf: CivilDate = on,
): NewEvent => ({
  type: 'SeriousViolationListed',
  data: {
    matter,
    documentNo,
    article,
    reason: reasonOf(article, documentNo, lawOf),
    authority,
    decision: '',
    measures: seriousMeasures(lawOf),
    removal: seriousWayOff(lawOf),
    publishBy: publishSeriousBy(on),
    restrictedUntil,
    termEnds: seriousLastDay(on, restrictedUntil, lawOf),
    remedy: reviewOf(authority, on),
  },
  effectiveOn: on,
  basis: encoded(seriousListedBasis(article, lawOf)),
  numbered: seriesOf(authority, '严列', on),
})

const REMOVED = {
  term: '列入期满',
  early: '提前移出的申请符合条件',
  cure: '已经履行相关义务，移出经营异常名录',
} as const

/** 停止公示: what has ended is shown to nobody any more. */
const notShown = (
  { matter, position, reinstated: again }: Entry,
  reason: string,
  on: CivilDate,
  basis: readonly string[],
) =>
  recalled(
    again ? 'SeriousViolationReinstated' : 'SeriousViolationListed',
    { record: matter, position },
    reason,
    on,
    basis,
  )

/** An entry under Order 83 ends by the text under which it was made. */
export const removed = (entry: Entry, manner: keyof typeof REMOVED, on: CivilDate): readonly NewEvent[] => {
  const { matter, documentNo, authority, listedOn } = entry
  const basis = encoded(seriousBasis(manner, manner === 'early' ? on : listedOn))
  return [
    ...notShown(entry, '移出', on, basis),
    {
      type: 'SeriousViolationRemoved',
      data: { matter, documentNo, manner, reason: REMOVED[manner], decision: '', stopBy: stopBy(on) },
      effectiveOn: on,
      basis,
      numbered: seriesOf(authority, '严移', on),
    },
  ]
}

export const rescinded = (
  entry: Entry,
  reason: string,
  citations: readonly Citation[],
  on: CivilDate,
): readonly NewEvent[] => {
  const { matter, documentNo, authority } = entry
  const basis = encoded(citations)
  return [
    ...notShown(entry, '撤销列入', on, basis),
    {
      type: 'SeriousViolationRescinded',
      data: { matter, documentNo, reason, decision: '', stopBy: stopBy(on) },
      effectiveOn: on,
      basis,
      numbered: seriesOf(authority, '严撤', on),
    },
  ]
}

/** 办法第二十条: the term begins with it. */
export const reinstated = (
  { matter, documentNo, article, authority, restrictedUntil }: Entry,
  on: CivilDate,
): NewEvent => ({
  type: 'SeriousViolationReinstated',
  data: {
    matter,
    documentNo,
    article,
    reason: `${reasonOf(article, documentNo, on)}；提前移出系隐瞒真实情况、弄虚作假取得，恢复列入`,
    authority,
    decision: '',
    measures: seriousMeasures(on),
    removal: seriousWayOff(on),
    termEnds: seriousLastDay(on, restrictedUntil),
    remedy: reviewOf(authority, on),
  },
  effectiveOn: on,
  basis: encoded(seriousBasis('fraud', on)),
  numbered: seriesOf(authority, '严恢', on),
})
