import { refusal } from '@mingjian/kernel'

export const notLiving = refusal('not-living', {
  zh: '{uscc}已经不再经营，不予列入。',
  en: '{uscc} is no longer in operation: there is nothing to list.',
})
export const noGround = refusal('no-ground', {
  zh: '{uscc}没有该列入事由的记录，应当先查实、记载事由。',
  en: 'No such ground is on record for {uscc}: it is verified and recorded first.',
})
export const beforeTheGround = refusal('before-the-ground', {
  zh: '列入事由自{groundOn}起成立，列入决定不能早于该日。',
  en: 'The ground is a fact since {groundOn}.',
})
export const listingTooLate = refusal('listing-too-late', {
  zh: '应当在{by}前作出列入决定。',
  en: 'The entry had to be decided by {by}.',
})
export const beforeTheListing = refusal('before-the-listing', {
  zh: '列入日期为{listedOn}，本次行为不能早于该日。',
  en: 'The entry is of {listedOn}.',
})
export const notCured = refusal('not-cured', {
  zh: '列入事由尚未消除，不予移出。',
  en: 'The ground still stands.',
})
export const yearsNotCured = refusal('not-cured', {
  zh: '{years}年度的年度报告尚未补报，不予移出。',
  en: 'The ground still stands for {years}.',
})
export const notListed = refusal('not-listed', {
  zh: '{uscc}没有以该事由列入或者标记。',
  en: '{uscc} is not listed on this ground.',
})
export const noSuchEntry = refusal('not-listed', {
  zh: '{uscc}没有{listedOn}的该项列入或者标记。',
  en: '{uscc} has no such entry of {listedOn}.',
})
export const noCure = refusal('no-cure', {
  zh: '该列入事由不能以这种方式消除。',
  en: 'This ground is not cured in that way.',
})
export const removedBeforeListed = refusal('removed-before-listed', {
  zh: '{on}列入的，不能在{removedOn}已经移出。',
  en: "Listed on {on}, it can't have been removed on {removedOn}.",
})
