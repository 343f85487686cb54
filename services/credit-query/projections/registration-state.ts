import type { RecordedEvent } from '@mingjian/kernel'

/** 登记状态 as the registers of the country write them. */
export const REGISTRATION_STATES = ['存续', '吊销，未注销', '吊销，已注销', '注销', '撤销', '迁出'] as const

/** 登记状态 after an event of the registry; the state before for any other event. */
export const stateAfter = (before: string, event: RecordedEvent): string => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
      return '存续'
    case 'LicenceRevoked':
      return '吊销，未注销'
    case 'EnterpriseDeregistered':
      return before === '吊销，未注销' ? '吊销，已注销' : '注销'
    case 'RegistrationRescinded':
      return '撤销'
    case 'EnterpriseMigratedOut':
      return '迁出'
    default:
      return before
  }
}
