import type { CivilDate } from '@mingjian/codes'
import type { EventOf } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import { THREE_YEARS } from '../law/serious-acts.ts'

// 严重违法失信名单: what is listed, for how long, what ends it. Decider, deadlines, pages and answers all ask this.

export interface SeriousEntry {
  /** The case that it is about, or the entry of the other list that it follows from; it names the entry. */
  readonly matter: string
  readonly documentNo: string | null
  readonly article: string
  readonly authority: string
  readonly listedOn: CivilDate
  /** Last day on the list. */
  readonly termEnds: CivilDate
}

export type SeriousListing = EventOf<'SeriousViolationListed' | 'SeriousViolationReinstated'>
export type SeriousEnd = EventOf<'SeriousViolationRemoved' | 'SeriousViolationRescinded'>

/** The entry that a decision makes: what is reinstated is an entry of its own, whose term begins with it. */
export const seriousEntryOf = ({ data, effectiveOn }: SeriousListing): SeriousEntry => {
  const { matter, documentNo, article, authority, termEnds } = data
  return { matter, documentNo, article, authority, listedOn: effectiveOn, termEnds }
}

/** Which of the entries in force an act ends: that of the matter. */
export const seriousEndedBy = <E extends { readonly matter: string | null }>(
  inForce: readonly E[],
  event: SeriousEnd,
): readonly E[] => inForce.filter(({ matter }) => matter === event.data.matter)

/** The end of entries of the list of abnormal operations; null ends entries without a year. */
export interface AbnormalEntryEnd {
  readonly ground: AbnormalGround
  readonly years: readonly (number | null)[]
}

/** 办法（83号）第五条第一款第一项: whether an entry followed from three years on the other list, by an entry that has ended. */
export const followsFrom = (
  { matter, article }: Pick<SeriousEntry, 'matter' | 'article'>,
  { ground, years }: AbnormalEntryEnd,
): boolean => article === THREE_YEARS && years.some((year) => matter.startsWith(`${ground}/${year ?? ''}/`))
