import { refusal } from '@mingjian/kernel'

export const notLiving = refusal('not-living', {
  zh: '{uscc}不在存续状态，不作信用风险分类。',
  en: '{uscc} is not in operation: it has no class.',
})
export const notYet = refusal('not-yet', {
  zh: '{on}尚未到来，不能作出当日的信用风险分类。',
  en: "A class can't be found for {on} before that day.",
})
