import { type CivilDate, formOf } from '@mingjian/codes'
import {
  anyDecider,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import { encodeCitation } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import {
  delistingBasis,
  groundText,
  listBy,
  listingBasis,
  objectionBasis,
  reminderFrom,
  threeYearsFullOn,
} from '../law.ts'
import { cured, delisted, type Entered, listed, reminded, rescinded, revocationLead, threeYears } from './acts.ts'
import {
  type AbnormalCommand,
  commands,
  type DelistAbnormalOperations,
  type ListAbnormalOperations,
  type RecordAbnormalHistory,
  type VerifyAbnormalCure,
} from './commands.ts'
import { type GroundFacts, groundFacts } from './ground-facts.ts'

interface Entry extends Entered {
  readonly endedOn: CivilDate | null
  /** 查实 that the ground is gone, for the grounds that are verified. */
  readonly curedOn: CivilDate | null
  readonly reminded: boolean
  readonly threeYears: boolean
  /** Its place in the log; unknown within the batch that decides it. */
  readonly position: number | undefined
}
export interface Entries {
  readonly entries: readonly Entry[]
  /** The conditions of revocation are on record for what is listed now. */
  readonly lead: boolean
}

const FOREVER: CivilDate = '9999-12-31'

const sameEntry = (one: Entered, other: Entered): boolean =>
  one.ground === other.ground && one.year === other.year && one.listedOn === other.listedOn

/** Entries in force, of one ground or of all. */
export const inForce = ({ entries }: Entries, ground?: AbnormalGround): readonly Entry[] =>
  entries.filter((entry) => entry.endedOn === null && (ground === undefined || entry.ground === ground))

const list = (
  { data }: ListAbnormalOperations,
  state: Entries,
  { today, facts }: Context<GroundFacts>,
): readonly NewEvent[] | Refusal => {
  const { uscc, ground, year, on } = data
  const no = (code: string, message: string): Refusal =>
    refused(code, message, listingBasis(formOf(facts.typeCode), ground, on).map(encodeCitation)[0])
  const standing = facts.grounds.findLast((fact) => fact.ground === ground && fact.year === year)
  // A ground leads to one entry, and a year is listed once: what was removed for it stays removed.
  const serves = ({ endedOn, listedOn }: Entry): boolean =>
    endedOn === null || on < endedOn || (standing !== undefined && listedOn >= standing.groundOn)
  const same = state.entries.filter((entry) => entry.ground === ground && entry.year === year)
  if (same.some((entry) => year !== null || serves(entry))) return []
  if (!facts.known) return no('unknown-enterprise', `${uscc} is not registered here.`)
  if (!facts.living) return no('not-living', `${uscc} is no longer in operation: there is nothing to list.`)
  if (standing === undefined) return no('no-ground', `No such ground is on record for ${uscc}.`)
  if (on > today) return refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
  const { groundOn } = standing
  if (on < groundOn) return no('before-the-ground', `The ground is a fact since ${groundOn}.`)
  if (on > listBy(groundOn)) return no('listing-too-late', `The entry had to be decided by ${listBy(groundOn)}.`)
  const now = [...inForce(state), { ground, year, listedOn: on }]
  const reason = standing.detail === '' ? groundText[ground] : `${groundText[ground]}（${standing.detail}）`
  return [listed(data, year, reason, facts, true), ...(state.lead ? [] : revocationLead(now, on))]
}

/** Since when the ground is gone: ① the year is filed; ② the orders are obeyed; ③ and ④ verified. Null while it stands. */
const curedSince = (entry: Entry, { filed, unobeyed, obeyedOn }: GroundFacts): CivilDate | null => {
  switch (entry.ground) {
    case 'annual_report_missed':
      // Where a history taken over names no year, the officer judges.
      return entry.year === null ? entry.listedOn : (filed.get(entry.year) ?? null)
    case 'order_not_followed':
      return unobeyed.size === 0 ? (obeyedOn ?? entry.listedOn) : null
    default:
      return entry.curedOn
  }
}

/** Whether the ground of every entry in force is gone by that day. */
export const isCured = (state: Entries, facts: GroundFacts, ground: AbnormalGround, on: CivilDate): boolean =>
  inForce(state, ground).every((entry) => (curedSince(entry, facts) ?? FOREVER) <= on)

const delist = (
  { data }: DelistAbnormalOperations,
  state: Entries,
  { today, facts }: Context<GroundFacts>,
): readonly NewEvent[] | Refusal => {
  const { ground, years, reason, on } = data
  const [provision] = delistingBasis(formOf(facts.typeCode), ground, on).map(encodeCitation)
  const entries = inForce(state, ground).filter(
    ({ year }) => years === undefined || (year !== null && years.includes(year)),
  )
  if (entries.length === 0) return []
  if (on > today) return refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
  if (entries.some(({ listedOn }) => on < listedOn))
    return refused('before-the-listing', `There was no entry yet on ${on}.`, provision)
  const open = entries.filter((entry) => (curedSince(entry, facts) ?? FOREVER) > on)
  if (open.length > 0) {
    const which = open.flatMap(({ year }) => year ?? []).join(', ')
    return refused('not-cured', `The ground still stands${which === '' ? '' : ` for ${which}`}.`, provision)
  }
  return [delisted(data, entries, reason, facts, true)]
}

const verify = (
  { data }: VerifyAbnormalCure,
  state: Entries,
  { today, facts }: Context<GroundFacts>,
): readonly NewEvent[] | Refusal => {
  const { ground, cure, on } = data
  const [provision] = delistingBasis(formOf(facts.typeCode), ground, on).map(encodeCitation)
  const entry = inForce(state, ground).at(-1)
  if (entry === undefined) return refused('not-listed', `${data.uscc} is not listed on this ground.`, provision)
  if ((cure === 'information_corrected') !== (ground === 'false_information'))
    return refused('no-cure', 'This ground is not cured in that way.', provision)
  if (entry.curedOn !== null) return []
  if (on > today) return refused('decision-in-the-future', `Nothing can be verified on ${on} yet.`)
  if (on < entry.listedOn) return refused('before-the-listing', `The entry is of ${entry.listedOn}.`, provision)
  return [cured(data, cure, facts)]
}

const recordHistory = (
  { data }: RecordAbnormalHistory,
  state: Entries,
  facts: GroundFacts,
): readonly NewEvent[] | Refusal => {
  if (!facts.known) return refused('unknown-enterprise', `${data.uscc} is not registered here.`)
  const { ground, year, on, removedOn } = data
  // A year is listed once, whichever system decided it and on whichever day; so is a ground without a year for as long as it is in force.
  const meets = (entry: Entry): boolean =>
    entry.listedOn === on ||
    (removedOn !== null && entry.endedOn === removedOn) ||
    (on < (entry.endedOn ?? FOREVER) && entry.listedOn < (removedOn ?? FOREVER))
  const known = state.entries.find(
    (entry) => entry.ground === ground && entry.year === year && (year !== null || meets(entry)),
  )
  const listing = known === undefined ? [listed(data, year, data.reason, facts, false)] : []
  if (removedOn === null) return listing
  if (removedOn < on)
    return refused('removed-before-listed', `Listed on ${on}, it can't have been removed on ${removedOn}.`)
  if (known !== undefined && (known.endedOn !== null || removedOn < known.listedOn)) return []
  const reason = data.removalReason ?? ''
  const end = data.rescinded
    ? rescinded(known ?? { ground, year, listedOn: on }, removedOn, reason, facts, false)
    : [delisted({ ground, on: removedOn }, [{ year }], reason, facts, false)]
  return [...listing, ...end]
}

const decide = (
  command: AbnormalCommand,
  state: Entries,
  context: Context<GroundFacts>,
): readonly NewEvent[] | Refusal => {
  const { today, facts } = context
  switch (command.type) {
    case 'ListAbnormalOperations':
      return list(command, state, context)
    case 'DelistAbnormalOperations':
      return delist(command, state, context)
    case 'VerifyAbnormalCure':
      return verify(command, state, context)
    case 'RecordAddressChange': {
      const { on } = command.data
      const open = inForce(state, 'uncontactable').filter((entry) => entry.curedOn === null && entry.listedOn <= on)
      return open.slice(0, 1).map(({ ground }) => cured({ ground, on }, 'address_changed', facts))
    }
    case 'RescindAbnormalListing': {
      const { uscc, on, reason } = command.data
      const [provision] = objectionBasis(formOf(facts.typeCode), on).map(encodeCitation)
      const entry = state.entries.find((one) => sameEntry(one, command.data))
      if (entry === undefined) return refused('not-listed', `${uscc} has no such entry.`, provision)
      if (entry.endedOn !== null) return []
      if (on > today) return refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
      if (on < entry.listedOn) return refused('before-the-listing', `The entry is of ${entry.listedOn}.`, provision)
      return rescinded(entry, on, reason, facts, true)
    }
    case 'RecordListingReminder': {
      const entry = inForce(state).find((one) => sameEntry(one, command.data))
      const due = entry !== undefined && command.data.on >= reminderFrom(threeYearsFullOn(entry.listedOn))
      return due && !entry.reminded ? [reminded(entry, command.data.on)] : []
    }
    case 'RecordThreeYears': {
      const { on } = command.data
      const entry = inForce(state).find((one) => sameEntry(one, command.data))
      if (entry === undefined || entry.threeYears || on <= threeYearsFullOn(entry.listedOn)) return []
      return [threeYears(entry, on), ...(state.lead ? [] : revocationLead(inForce(state), on))]
    }
    case 'RecordSubjectEnd': {
      const { on, reason } = command.data
      return [...Map.groupBy(inForce(state), ({ ground }) => ground)].map(([ground, entries]) => {
        // An end that was learnt of late can't lie before the entry.
        const [last = on] = [on, ...entries.map(({ listedOn }) => listedOn)].sort().reverse()
        return delisted({ ground, on: last }, entries, reason, facts, true)
      })
    }
    case 'RecordAbnormalHistory':
      return recordHistory(command, state, facts)
    default:
      return command satisfies never
  }
}

const withEntries = (state: Entries, which: (entry: Entry) => boolean, change: Partial<Entry>): Entries => {
  const entries = state.entries.map((entry) => (which(entry) ? { ...entry, ...change } : entry))
  // With the address or the years the conditions of revocation fall away.
  return { entries, lead: state.lead && change.endedOn === undefined }
}

const evolve = (state: Entries, event: PastEvent): Entries => {
  switch (event.type) {
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const { ground, year } = event.data
      const open = { endedOn: null, curedOn: null, reminded: false, threeYears: false, position: event.position }
      return { ...state, entries: [...state.entries, { ground, year, listedOn: event.effectiveOn, ...open }] }
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared': {
      const { ground, years } = event.data
      const ended = (entry: Entry): boolean =>
        entry.ground === ground &&
        entry.endedOn === null &&
        entry.listedOn <= event.effectiveOn &&
        (entry.year === null || years.includes(entry.year))
      return withEntries(state, ended, { endedOn: event.effectiveOn })
    }
    case 'AbnormalListingRescinded':
      return withEntries(state, (entry) => sameEntry(entry, event.data), { endedOn: event.effectiveOn })
    case 'AbnormalCureVerified': {
      const { ground, verifiedOn } = event.data
      return withEntries(state, (entry) => entry.ground === ground && entry.endedOn === null, { curedOn: verifiedOn })
    }
    case 'AbnormalListingReminderPublished':
      return withEntries(state, (entry) => sameEntry(entry, event.data), { reminded: true })
    case 'AbnormalListingReachedThreeYears':
      return withEntries(state, (entry) => sameEntry(entry, event.data), { threeYears: true })
    case 'RevocationConditionsMet':
      return { ...state, lead: true }
    default:
      return state
  }
}

export const abnormalOperations: Decider<AbnormalCommand, Entries, GroundFacts> = {
  aggregate: 'abnormal-operations',
  acts: declared(commands),
  subject: ({ data }) => data.uscc,
  initial: { entries: [], lead: false },
  evolve,
  facts: groundFacts,
  decide,
}

export const decider = anyDecider(abnormalOperations)
