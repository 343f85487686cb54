import { refusal } from '@mingjian/kernel'

export const notLiving = refusal('not-living', {
  zh: '{uscc}已不在存续状态，不再责令公示或者更正。',
  en: '{uscc} is no longer in operation.',
})
export const noSuchDuty = refusal('no-such-duty', {
  zh: '{uscc}不是企业，没有公示即时信息的义务。',
  en: '{uscc} owes no immediate information.',
})
export const tooSoon = refusal('decision-in-the-future', {
  zh: '{on}尚未到来，当日的行为届时才能办理。',
  en: 'Nothing can be dated {on} before that day.',
})
export const unknownOrder = refusal('unknown-order', {
  zh: '没有对{uscc}作出过第{order}号责令公示或者更正的决定。',
  en: 'There is no order {order} against {uscc}.',
})
export const beforeTheOrder = refusal('before-the-order', {
  zh: '决定于{stageOn}送达，履行不能早于该日。',
  en: 'The order was served on {stageOn}.',
})
export const orderRunning = refusal('order-running', {
  zh: '决定可以履行至{performBy}，期限尚未届满。',
  en: 'The order can be obeyed until {performBy}.',
})
