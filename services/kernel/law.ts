import type { CivilDate } from './calendar.ts'

/** How sure the platform is of a text: read in a copy, from a secondary source, or still to be checked with the official text. */
export type Confidence = 'certain' | 'likely' | 'to-verify'

/** One wording of an instrument 文件, in force from the first day to the last, both included. */
export interface Version {
  readonly version: string
  readonly title: string
  readonly from: CivilDate
  readonly to?: CivilDate
  readonly confidence: Confidence
}

/** A law, regulation or rule with all its wordings, oldest first. */
export interface Instrument {
  readonly id: string
  readonly versions: readonly Version[]
}

/** A provision as an event keeps it: the article of the wording that was in force on the day of the act. */
export interface Citation {
  readonly instrument: string
  readonly version: string
  readonly article: string
}
