import { type CivilDate, formOf } from '@mingjian/codes'
import { type NewEvent, seriesOf } from '@mingjian/kernel'
import { encodeCitation, type Registered } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import {
  abnormalRemedies,
  delistingBasis,
  listingBasis,
  measureFor,
  objectionBasis,
  reminderBasis,
  removeBy,
  revocationBasis,
  revocationYears,
  threeYearBasis,
  threeYearRoute,
  threeYearsFullOn,
} from '../law.ts'
import { recalled } from '../recall.ts'
import type { Entered } from './entries.ts'

// The events of the list, each with its basis in the wording of its day, its number and its remedies.

interface Act {
  readonly ground: AbnormalGround
  readonly on: CivilDate
}
/** How it is verified 查实 that a ground is gone. */
export const CURES = ['information_corrected', 'address_changed', 'contact_restored'] as const
export type AbnormalCure = (typeof CURES)[number]

export const listed = (
  { ground, on }: Act,
  year: number | null,
  reason: string,
  { typeCode, authority }: Registered,
  decided: boolean,
): NewEvent => {
  const form = formOf(typeCode)
  const mark = measureFor(form) === 'mark'
  return {
    type: mark ? 'AbnormalStateMarked' : 'AbnormalOperationsListed',
    data: { ground, year, decision: '', reason, remedy: decided ? abnormalRemedies(authority, on) : null },
    effectiveOn: on,
    basis: listingBasis(form, ground, on).map(encodeCitation),
    ...(decided ? { numbered: seriesOf(authority, mark ? '异标' : '异列', on) } : {}),
  }
}

export const delisted = (
  { ground, on }: Act,
  entries: readonly Pick<Entered, 'year'>[],
  reason: string,
  { typeCode, authority }: Registered,
  decided: boolean,
): NewEvent => {
  const form = formOf(typeCode)
  const mark = measureFor(form) === 'mark'
  return {
    type: mark ? 'AbnormalStateCleared' : 'AbnormalOperationsDelisted',
    data: { ground, years: entries.flatMap(({ year }) => year ?? []), decision: '', reason },
    effectiveOn: on,
    basis: delistingBasis(form, ground, on).map(encodeCitation),
    ...(decided ? { numbered: seriesOf(authority, mark ? '异恢' : '异移', on) } : {}),
  }
}

/** The entry was an error: it is rescinded, and shown to nobody any more. */
export const rescinded = (
  { ground, year, listedOn, position }: Entered & { readonly position?: number | undefined },
  on: CivilDate,
  reason: string,
  { typeCode, authority }: Registered,
  decided: boolean,
): readonly NewEvent[] => {
  const form = formOf(typeCode)
  const basis = objectionBasis(form, on).map(encodeCitation)
  const type = measureFor(form) === 'mark' ? 'AbnormalStateMarked' : 'AbnormalOperationsListed'
  return [
    ...recalled(type, { record: `${ground}/${year ?? ''}/${listedOn}`, position }, '撤销列入', on, basis),
    {
      type: 'AbnormalListingRescinded',
      data: { ground, year, listedOn, decision: '', reason },
      effectiveOn: on,
      basis,
      ...(decided ? { numbered: seriesOf(authority, '异撤', on) } : {}),
    },
  ]
}

export const cured = ({ ground, on }: Act, cure: AbnormalCure, { typeCode }: Registered): NewEvent => ({
  type: 'AbnormalCureVerified',
  data: { ground, cure, verifiedOn: on, removeBy: removeBy(on) },
  effectiveOn: on,
  basis: delistingBasis(formOf(typeCode), ground, on).map(encodeCitation),
})

export const reminded = ({ ground, year, listedOn }: Entered, on: CivilDate): NewEvent => ({
  type: 'AbnormalListingReminderPublished',
  data: { ground, year, listedOn, fullOn: threeYearsFullOn(listedOn) },
  effectiveOn: on,
  basis: reminderBasis(on).map(encodeCitation),
})

export const threeYears = ({ ground, year, listedOn }: Entered, on: CivilDate): NewEvent => {
  const fullOn = threeYearsFullOn(listedOn)
  return {
    type: 'AbnormalListingReachedThreeYears',
    data: { ground, year, listedOn, fullOn, route: threeYearRoute(fullOn) },
    effectiveOn: on,
    basis: threeYearBasis(fullOn).map(encodeCitation),
  }
}

/** A lead for a case where the conditions of revocation hold together for the first time; nothing otherwise. */
export const revocationLead = (entries: readonly Entered[], on: CivilDate): readonly NewEvent[] => {
  const years = revocationYears(entries, on)
  const uncontactable = entries.find(({ ground }) => ground === 'uncontactable')
  if (years === undefined || uncontactable === undefined) return []
  // What was learnt of late can't hold before the entries that it rests on.
  const since = entries.filter(({ year }) => year !== null && years.includes(year)).map(({ listedOn }) => listedOn)
  const [metOn = on] = [on, uncontactable.listedOn, ...since].sort().reverse()
  return [
    {
      type: 'RevocationConditionsMet',
      data: { years, uncontactableSince: uncontactable.listedOn },
      effectiveOn: metOn,
      basis: revocationBasis(metOn).map(encodeCitation),
    },
  ]
}
