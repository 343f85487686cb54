import { refusal } from '@mingjian/kernel'

// What several aggregates of this service say no to.

export const notRegistered = refusal('unknown-enterprise', {
  zh: '本登记机关没有登记{uscc}。',
  en: '{uscc} is not registered here.',
})
