import type { CivilDate } from '@mingjian/codes'
import type { NewEvent } from '@mingjian/kernel'
import { cite, encodeCitation, penaltyLaw, reviewOf } from '@mingjian/law'
import type { RegisteredItems } from '@mingjian/schemas'
import { provisionOn } from './basis.ts'
import { differing } from './items.ts'

export const established = (items: RegisteredItems): NewEvent => ({
  type: 'EnterpriseEstablished',
  data: { items },
  effectiveOn: items.establishedOn,
  basis: [provisionOn('3', items.establishedOn)],
})

export const changed = (before: RegisteredItems, items: RegisteredItems, on: CivilDate): readonly NewEvent[] => {
  const names = differing(before, items)
  if (names.length === 0) return []
  const data = { items, changed: names }
  return [{ type: 'RegistrationChanged', data, effectiveOn: on, basis: [provisionOn('24', on)] }]
}

/** 吊销营业执照 is a kind of penalty: what it rests on beside is in the decision, which the register doesn't have. */
export const revoked = (on: CivilDate, reason?: string, by?: string): NewEvent => ({
  type: 'LicenceRevoked',
  data: { reason: reason ?? null, remedy: by === undefined ? null : reviewOf(by, on) },
  effectiveOn: on,
  basis: [encodeCitation(cite(penaltyLaw, { '2017': '8.0.5', '2021': '9.0.3' }, on))],
})

export const deregistered = (on: CivilDate, procedure: 'ordinary' | 'simplified', reason?: string): NewEvent => ({
  type: 'EnterpriseDeregistered',
  data: { procedure, reason: reason ?? null },
  effectiveOn: on,
  basis: [provisionOn(procedure === 'simplified' ? '33' : '31', on)],
})

/** `by` is the authority that decides here; an act of another system doesn't say how it can be contested. */
export const rescinded = (on: CivilDate, reason?: string, by?: string): NewEvent => ({
  type: 'RegistrationRescinded',
  data: { reason: reason ?? null, remedy: by === undefined ? null : reviewOf(by, on) },
  effectiveOn: on,
  basis: [provisionOn('40', on)],
})

export const migratedOut = (on: CivilDate, to?: string): NewEvent => ({
  type: 'EnterpriseMigratedOut',
  data: { to: to ?? null },
  effectiveOn: on,
  basis: [provisionOn('27', on)],
})

export const migratedIn = (items: RegisteredItems, on: CivilDate): NewEvent => ({
  type: 'EnterpriseMigratedIn',
  data: { items },
  effectiveOn: on,
  basis: [provisionOn('27', on)],
})
