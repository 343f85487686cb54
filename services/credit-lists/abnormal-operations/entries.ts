import type { CivilDate } from '@mingjian/codes'
import type { EventOf } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import type { Cures } from './cures.ts'

// 经营异常名录: what is listed, since when its ground is gone, what ends it. Decider, deadlines, pages and answers all ask this.

/** By what an act names an entry of the list, or a mark. */
export interface Entered<G = AbnormalGround> {
  readonly ground: G
  /** Report year, where the ground is a missed report. */
  readonly year: number | null
  readonly listedOn: CivilDate
}

/** What is known of an entry in force. */
export interface OpenEntry extends Entered {
  /** Another system decided it: its ground need not be on record here. */
  readonly takenOver: boolean
  /** 查实 that the ground is gone, for the grounds that are verified. */
  readonly verifiedOn: CivilDate | null
  readonly reminded: boolean
  readonly threeYears: boolean
}

export type AbnormalListing = EventOf<'AbnormalOperationsListed' | 'AbnormalStateMarked'>
export type AbnormalEnd = EventOf<'AbnormalOperationsDelisted' | 'AbnormalStateCleared' | 'AbnormalListingRescinded'>
type AbnormalNews = EventOf<
  'AbnormalCureVerified' | 'AbnormalListingReminderPublished' | 'AbnormalListingReachedThreeYears'
>

export const isEntry = <G>(one: Entered<G>, other: Entered<G>): boolean =>
  one.ground === other.ground && one.year === other.year && one.listedOn === other.listedOn

/** The entry that a decision makes. */
export const abnormalEntryOf = ({ data: { ground, year, remedy }, effectiveOn }: AbnormalListing): OpenEntry => ({
  ...{ ground, year, listedOn: effectiveOn },
  takenOver: remedy === null,
  ...{ verifiedOn: null, reminded: false, threeYears: false },
})

/**
 * Which of the entries in force, in the order in which they were decided, an act ends. A removal names the years that were made up for: other
 * years of the ground stay, and so does what was listed after it. A rescission ends one entry, the last that bears its name.
 */
export const abnormalEndedBy = <E extends Entered<string>>(inForce: readonly E[], event: AbnormalEnd): readonly E[] => {
  if (event.type === 'AbnormalListingRescinded') {
    const named = inForce.findLast((entry) => isEntry<string>(entry, event.data))
    return named === undefined ? [] : [named]
  }
  const { ground, years } = event.data
  return inForce.filter(
    (entry) =>
      entry.ground === ground &&
      entry.listedOn <= event.effectiveOn &&
      (entry.year === null || years.includes(entry.year)),
  )
}

/** An entry in force after what an act says of it. */
export const abnormalEntryAfter = <E extends OpenEntry>(entry: E, event: AbnormalNews): E => {
  switch (event.type) {
    case 'AbnormalCureVerified':
      return entry.ground === event.data.ground ? { ...entry, verifiedOn: event.data.verifiedOn } : entry
    case 'AbnormalListingReminderPublished':
      return isEntry(entry, event.data) ? { ...entry, reminded: true } : entry
    case 'AbnormalListingReachedThreeYears':
      return isEntry(entry, event.data) ? { ...entry, threeYears: true } : entry
    default:
      return event satisfies never
  }
}

/**
 * Since when the ground of an entry is gone 异常名录办法第十一条至第十四条: ① the report of its year is filed; ② the orders are obeyed; ③ and ④
 * what was verified. Every year was listed by a decision of its own and falls with its own report. Undefined while the ground stands; null
 * where an entry was taken over and nothing on record says it, so that an officer judges.
 */
export const curedSince = (
  { ground, year, listedOn, takenOver, verifiedOn }: OpenEntry,
  { filed, unobeyed, obeyedOn }: Cures,
): CivilDate | null | undefined => {
  switch (ground) {
    case 'annual_report_missed':
      return year === null ? null : filed[year]
    case 'order_not_followed': {
      if (unobeyed.length > 0) return undefined
      // What was obeyed before an entry of another system is no order that it rests on.
      const isOther = obeyedOn === null || (takenOver && obeyedOn < listedOn)
      return isOther ? null : obeyedOn
    }
    case 'false_information':
    case 'uncontactable':
      return verifiedOn ?? undefined
    default:
      return ground satisfies never
  }
}
