import { refusal } from '@mingjian/kernel'

export const notLiving = refusal('not-living', {
  zh: '{uscc}已不在存续状态，不再查实。',
  en: '{uscc} is no longer in operation.',
})
export const unknownLetter = refusal('unknown-letter', {
  zh: '没有向{uscc}寄出过编号为{letter}的专用信函。',
  en: 'No letter {letter} was sent to {uscc}.',
})
export const letterAnswered = refusal('letter-answered', {
  zh: '编号为{letter}的专用信函已记载为{outcome}。',
  en: 'Letter {letter} has been {outcome}.',
})
export const beforeTheLetter = refusal('before-the-letter', {
  zh: '专用信函于{stageOn}寄出，结果不能早于该日。',
  en: 'The letter was sent on {stageOn}.',
})
