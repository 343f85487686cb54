import type { CivilDate, EntityForm } from '@mingjian/codes'
import { formOf } from '@mingjian/codes'
import type { PastEvent, Projection, RecordedEvent } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import { type Cures, curesAfter, noCures } from '../abnormal-operations/cures.ts'
import { abnormalEndedBy, abnormalEntryAfter, abnormalEntryOf, type OpenEntry } from '../abnormal-operations/entries.ts'
import { formUnder } from '../law.ts'
import { dayOfThreeYears, dayToList, dayToRemind, dayToRemove, firstLastDay, firstOf } from './abnormal-days.ts'

/** A ground that is a fact and has not led to an entry yet. */
export interface StandingGround {
  readonly ground: AbnormalGround
  readonly year: number | null
  /** The ten working days run from here. */
  readonly groundOn: CivilDate
  /** The first day on which it can be listed. */
  readonly since: CivilDate
  readonly authority: string
  readonly form: EntityForm
}

/** An entry in force, and who removes it. */
export interface ListedEntry extends OpenEntry {
  readonly authority: string
  readonly form: EntityForm
}

/** What falls due for an enterprise under the rules of the list of abnormal operations. */
export interface AbnormalClocks extends Cures {
  readonly grounds: readonly StandingGround[]
  readonly entries: readonly ListedEntry[]
  /** A year is listed once. */
  readonly listedYears: readonly number[]
}

const NOTHING: AbnormalClocks = { grounds: [], entries: [], listedYears: [], ...noCures }

/** The ground that an event states as a fact. */
export const groundOf = (event: PastEvent, authority: string): StandingGround | undefined => {
  const { effectiveOn: since, basis } = event
  const stands = (
    ground: AbnormalGround,
    groundOn: CivilDate,
    year: number | null = null,
    form = formUnder(basis),
  ): StandingGround => ({ ground, year, groundOn, since, authority, form })
  switch (event.type) {
    case 'AnnualReportMissed': {
      const { year, windowEnd, typeCode } = event.data
      return stands('annual_report_missed', windowEnd, year, formOf(typeCode))
    }
    case 'DisclosureOrderExpired':
      return event.data.demand === 'publish' ? stands('order_not_followed', event.data.expiredOn) : undefined
    case 'FalseInformationFound':
      return stands('false_information', event.data.verifiedOn)
    case 'EnterpriseFoundUncontactable':
      return stands('uncontactable', event.data.verifiedOn)
    default:
      return undefined
  }
}

const withGroundOf = (known: AbnormalClocks, event: RecordedEvent): AbnormalClocks => {
  const fact = groundOf(event, event.authority)
  if (fact === undefined) return known
  const listed =
    known.listedYears.some((year) => year === fact.year) ||
    known.entries.some(({ ground, year }) => ground === fact.ground && year === fact.year)
  return listed ? known : { ...known, grounds: [...known.grounds, fact] }
}

const after = (known: AbnormalClocks, event: RecordedEvent): AbnormalClocks | undefined => {
  switch (event.type) {
    case 'AnnualReportMissed':
    case 'FalseInformationFound':
    case 'EnterpriseFoundUncontactable':
      return withGroundOf(known, event)
    case 'DisclosureOrderExpired':
      return event.data.demand === 'publish' ? withGroundOf(curesAfter(known, event), event) : undefined
    case 'AnnualReportSubmitted':
    case 'DisclosureOrderPerformed':
      return curesAfter(known, event)
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const { ground, year } = event.data
      const entry = { ...abnormalEntryOf(event), authority: event.authority, form: formUnder(event.basis) }
      return {
        ...known,
        grounds: known.grounds.filter((fact) => fact.ground !== ground || fact.year !== year),
        entries: [...known.entries, entry],
        listedYears: year === null ? known.listedYears : [...known.listedYears, year],
      }
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded': {
      const ended = abnormalEndedBy(known.entries, event)
      return { ...known, entries: known.entries.filter((entry) => !ended.includes(entry)) }
    }
    case 'AbnormalCureVerified':
    case 'AbnormalListingReminderPublished':
    case 'AbnormalListingReachedThreeYears':
      return { ...known, entries: known.entries.map((entry) => abnormalEntryAfter(entry, event)) }
    default:
      // What is gone is not listed.
      return known === NOTHING ? undefined : { ...known, grounds: [] }
  }
}

const evolve = (before: AbnormalClocks | undefined, event: RecordedEvent): AbnormalClocks | undefined =>
  after(before ?? NOTHING, event) ?? before

export const abnormalClocks: Projection<AbnormalClocks> = {
  name: 'abnormal_clocks',
  version: 4,
  events: [
    'AnnualReportMissed',
    'AnnualReportSubmitted',
    'DisclosureOrderExpired',
    'DisclosureOrderPerformed',
    'FalseInformationFound',
    'EnterpriseFoundUncontactable',
    'AbnormalOperationsListed',
    'AbnormalStateMarked',
    'AbnormalOperationsDelisted',
    'AbnormalStateCleared',
    'AbnormalListingRescinded',
    'AbnormalCureVerified',
    'AbnormalListingReminderPublished',
    'AbnormalListingReachedThreeYears',
    'EnterpriseDeregistered',
    'LicenceRevoked',
    'RegistrationRescinded',
    'EnterpriseMigratedOut',
  ],
  evolve,
  columns: { list_on: 'date', remove_on: 'date', remind_on: 'date', three_years_on: 'date', first_by: 'date' },
  row: (clocks) => ({
    list_on: firstOf(clocks.grounds.map(dayToList)) ?? null,
    remove_on: firstOf(clocks.entries.map((entry) => dayToRemove(entry, clocks))) ?? null,
    remind_on: firstOf(clocks.entries.map((entry) => dayToRemind(entry, clocks))) ?? null,
    three_years_on: firstOf(clocks.entries.map((entry) => dayOfThreeYears(entry, clocks))) ?? null,
    first_by: firstLastDay(clocks) ?? null,
  }),
  indexes: [
    '(list_on, key) where list_on is not null',
    '(remove_on, key) where remove_on is not null',
    '(remind_on, key) where remind_on is not null',
    '(three_years_on, key) where three_years_on is not null',
  ],
}
