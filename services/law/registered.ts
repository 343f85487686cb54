import { type CivilDate, isUsccShaped } from '@mingjian/codes'
import type { Facts, Naming } from '@mingjian/kernel'
import { type PastEvent, streamOf } from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import { nothingSet, type SetValues, settingStreams, valuesAfter } from './legal-settings.ts'

/** What other services' rules need to know of an enterprise's registration. */
export interface Registered {
  readonly known: boolean
  /** 存续: neither deregistered, revoked, rescinded nor moved away. */
  readonly living: boolean
  readonly establishedOn: CivilDate
  readonly typeCode: string
  readonly authority: string
  /** 住所 or 经营场所 */
  readonly address: string
}

const evolve = (facts: Registered, event: PastEvent): Registered => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
    case 'RegistrationChanged': {
      const { establishedOn, typeCode, authority, address } = event.data.items
      const living = event.type === 'RegistrationChanged' ? facts.living : true
      return { known: true, living, establishedOn, typeCode, authority, address }
    }
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
    case 'EnterpriseMigratedOut':
      return { ...facts, living: false }
    default:
      return facts
  }
}

type OfEnterprise = { readonly data: { readonly uscc: string } }

/** Folded from the registry's own stream. */
export const registered = {
  streams: ({ data }: OfEnterprise) => [streamOf(data.uscc, 'registration')],
  initial: { known: false, living: false, establishedOn: '', typeCode: '', authority: '', address: '' },
  evolve,
} satisfies Facts<OfEnterprise, Registered>

/** An enterprise's registration, and what authorities have set. */
export interface RegisteredUnderSettings extends Registered {
  readonly set: SetValues
}

/** The registration, and the settings of the authority that acts and of those above it. */
export const registeredUnderSettings: Facts<OfEnterprise, RegisteredUnderSettings> = {
  streams: (command, authority) => [...registered.streams(command), ...settingStreams(authority)],
  initial: { ...registered.initial, set: nothingSet },
  evolve: ({ set, ...facts }, event) => ({ ...registered.evolve(facts, event), set: valuesAfter(set, event) }),
}

/** The registered name after these events of a registration. */
const nameAfter = (registration: readonly PastEvent[]): string =>
  registration.reduce((name, event) => {
    switch (event.type) {
      case 'EnterpriseEstablished':
      case 'EnterpriseMigratedIn':
      case 'RegistrationChanged':
        return event.data.items.name
      default:
        return name
    }
  }, '')

/** The registered name is the enterprise's name. */
export const registeredName: Naming = {
  streamOf: (subject) => (isUsccShaped(subject) ? streamOf(subject, 'registration') : undefined),
  nameAfter,
}

/** The events of the registry that make, change and end an enterprise. */
export const REGISTRATION_EVENTS: readonly EventType[] = [
  'EnterpriseEstablished',
  'EnterpriseMigratedIn',
  'RegistrationChanged',
  'EnterpriseDeregistered',
  'LicenceRevoked',
  'RegistrationRescinded',
  'EnterpriseMigratedOut',
]
