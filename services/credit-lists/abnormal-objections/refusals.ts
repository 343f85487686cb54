import { refusal } from '@mingjian/kernel'

export const notListed = refusal('not-listed', {
  zh: '{uscc}没有这一事由的列入或者标记。',
  en: '{uscc} has no such entry.',
})
export const beforeTheListing = refusal('before-the-listing', {
  zh: '列入或者标记于{listedOn}作出，异议不能早于该日。',
  en: 'The entry is of {listedOn}.',
})
export const objectionTooLate = refusal('objection-too-late', {
  zh: '异议应当在{by}以前提出，期限已过；仍可以依法申请行政复议或者提起行政诉讼。',
  en: 'The objection could be filed until {by}; reconsideration and litigation have terms of their own.',
})
