import { refusal } from '@mingjian/kernel'

export const notRegistered = refusal('unknown-enterprise', {
  zh: '本登记机关没有登记{uscc}。',
  en: '{uscc} is not registered here.',
})
