import { type EventOf, type Facts, streamOf } from '@mingjian/kernel'
import type { RegisteredItems } from '@mingjian/schemas'

/** 登记状态 as the registers of the country write it. */
export const REGISTER_STATES = ['存续', '吊销，未注销', '吊销，已注销', '注销', '撤销', '迁出'] as const
export type RegisterState = (typeof REGISTER_STATES)[number]

export type RegistrationEvent = EventOf<
  | 'EnterpriseEstablished'
  | 'EnterpriseMigratedIn'
  | 'RegistrationChanged'
  | 'LicenceRevoked'
  | 'EnterpriseDeregistered'
  | 'RegistrationRescinded'
  | 'EnterpriseMigratedOut'
>

export interface Registration {
  readonly state: RegisterState | 'unregistered'
  readonly items: RegisteredItems | undefined
  /** The act that led to the state. */
  readonly by: Exclude<RegistrationEvent, { readonly type: 'RegistrationChanged' }> | undefined
}

export const unregistered: Registration = { state: 'unregistered', items: undefined, by: undefined }

export const evolve = (registration: Registration, event: RegistrationEvent): Registration => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
      return { state: '存续', items: event.data.items, by: event }
    case 'RegistrationChanged':
      return { ...registration, items: event.data.items }
    case 'LicenceRevoked':
      return { ...registration, state: '吊销，未注销', by: event }
    case 'EnterpriseDeregistered':
      return { ...registration, state: registration.state === '吊销，未注销' ? '吊销，已注销' : '注销', by: event }
    case 'RegistrationRescinded':
      return { ...registration, state: '撤销', by: event }
    case 'EnterpriseMigratedOut':
      return { ...registration, state: '迁出', by: event }
    default:
      event satisfies never
      return registration
  }
}

interface Asked {
  readonly type: string
  readonly data: { readonly uscc: string }
}
export interface Listings {
  /** Entries of the list of abnormal operations that are in force, `ground/year`. */
  readonly open: readonly string[]
}

export const listings: Facts<Asked, Listings> = {
  streams: ({ type, data }) => (type === 'DeregisterEnterprise' ? [streamOf(data.uscc, 'abnormal-operations')] : []),
  initial: { open: [] },
  evolve: (facts, event) => {
    switch (event.type) {
      case 'AbnormalOperationsListed':
        return { open: [...facts.open, `${event.data.ground}/${event.data.year ?? ''}`] }
      case 'AbnormalOperationsDelisted':
      case 'AbnormalListingRescinded': {
        const { ground } = event.data
        const years = event.type === 'AbnormalListingRescinded' ? [event.data.year ?? ''] : event.data.years
        const ended = ['', ...years].map((year) => `${ground}/${year}`)
        return { open: facts.open.filter((entry) => !ended.includes(entry)) }
      }
      default:
        return facts
    }
  },
}
