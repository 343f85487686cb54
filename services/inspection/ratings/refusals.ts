import { refusal } from '@mingjian/kernel'

export const tooFewRatings = refusal('too-few-ratings', {
  zh: '少于{least}份评价时不公布，以免看出是谁作的评价。',
  en: 'Fewer than {least} ratings would tell whose they are.',
})
export const unknownCode = refusal('unknown-code', {
  zh: '这不是评价码。',
  en: 'This is no code for a rating.',
})
export const codeUsed = refusal('code-used', {
  zh: '这个评价码已经用过，评价已经计入。',
  en: 'This code has been used, and its rating counted.',
})
