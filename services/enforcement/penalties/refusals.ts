import { refusal } from '@mingjian/kernel'

export const unknownPenalty = refusal('unknown-penalty', {
  zh: '没有对{uscc}作出的{documentNo}处罚决定。',
  en: 'There is no decision {documentNo} against {uscc}.',
})
export const notYet = refusal('not-yet', {
  zh: '{on}尚未到来，不能记载当日的行为。',
  en: "An act can't be dated {on} before that day.",
})
export const overturned = refusal('overturned', {
  zh: '{documentNo}已被变更、撤销、确认违法或者无效，不予公示。',
  en: '{documentNo} has been overturned: it is not published.',
})
export const notPublic = refusal('not-public', {
  zh: '简易程序的处罚决定和仅给予警告的处罚决定不予公示。',
  en: 'Decisions of the summary procedure, and mere warnings, are not published.',
})
export const beforeDecision = refusal('before-decision', {
  zh: '处罚决定于{decidedOn}作出，不能在此以前公示。',
  en: 'It was decided on {decidedOn}: nothing could be shown before.',
})
export const notOverturned = refusal('not-overturned', {
  zh: '{documentNo}没有被变更、撤销、确认违法或者无效，不能撤回公示。',
  en: '{documentNo} has neither been changed nor overturned.',
})
