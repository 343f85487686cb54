import { refusal } from '@mingjian/kernel'

// What several aggregates of this service say no to.

export const notRegistered = refusal('unknown-enterprise', {
  zh: '本登记机关没有登记{uscc}。',
  en: '{uscc} is not registered here.',
})
export const notYet = refusal('decision-in-the-future', {
  zh: '{on}尚未到来，不能作出当日的决定。',
  en: "A decision can't be dated {on} before that day.",
})
