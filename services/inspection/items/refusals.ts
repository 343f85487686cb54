import { refusal } from '@mingjian/kernel'

export const noLegalBasis = refusal('no-legal-basis', {
  zh: '没有法律、法规、规章依据的事项，不得检查。',
  en: 'An item without a basis in a law, regulation or rule may not be checked.',
})
export const notAShare = refusal('ratio-limit', {
  zh: '比例上限“{ratioLimit}”应当写成不超过一的分数，例如 5/100。',
  en: '{ratioLimit} is not an exact share like 5/100.',
})
export const unlimited = refusal('ratio-unlimited', {
  zh: '一般检查事项应当有抽查比例上限，只有重点检查事项没有。',
  en: 'An ordinary item has an upper limit of its ratio; only a key item has none.',
})
export const beforeCurrent = refusal('before-current', {
  zh: '该事项的现有内容自{since}起施行，不能作更早的变动。',
  en: 'The item has been in force as it is since {since}.',
})
export const changeToCome = refusal('in-the-future', {
  zh: '自{from}起的变动，到当日再录入。',
  en: 'A change from {from} is entered when that day has come.',
})
