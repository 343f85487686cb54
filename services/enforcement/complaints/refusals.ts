import { refusal } from '@mingjian/kernel'

export const knownLater = refusal('no-such-day', {
  zh: '{on}的投诉不能以{knewOn}才知道的事为由。',
  en: 'Nobody complains on {on} of what is known from {knewOn}.',
})
export const notAComplaint = refusal('not-a-complaint', {
  zh: '举报应当核查，不适用受理和调解。',
  en: 'A report is verified, not mediated.',
})
export const notWithdrawn = refusal('not-a-complaint', {
  zh: '举报不能撤回：反映的违法行为仍应核查。',
  en: 'A violation that was reported is verified all the same.',
})
export const notAdmissible = refusal('not-admissible', {
  zh: '超过三年，或者不是为生活消费需要，不予受理。',
  en: 'It is too old, or not of a consumer.',
})
export const admissible = refusal('admissible', {
  zh: '属于生活消费且未超过三年，不能以此为由不予受理。',
  en: 'It is of a consumer, and not too old.',
})
export const noGroundYet = refusal('no-such-ground', {
  zh: '滥用投诉举报自{from}起才是不予受理的情形。',
  en: 'Abuse is a ground since {from}.',
})
export const notTheSame = refusal('not-the-same', {
  zh: '{into}的投诉人或者事项不同，不能合并。',
  en: '{into} is of another person or matter.',
})
export const termRunning = refusal('term-running', {
  zh: '调解期限到{by}才届满。',
  en: 'The mediation may go on until {by}.',
})
export const notVerified = refusal('not-verified', {
  zh: '尚未决定是否立案。',
  en: 'Whether a case is filed has not been decided.',
})
export const noLead = refusal('no-lead', { zh: '线索尚未移交核查。', en: 'It has not been handed over.' })
export const anonymous = refusal('anonymous', {
  zh: '不是实名举报，无从告知。',
  en: 'Nobody is known who could be told.',
})
export const noReward = refusal('no-reward', {
  zh: '举报奖励只发给举报的自然人。',
  en: 'A natural person is rewarded, for a report.',
})
export const noPenaltyYet = refusal('no-penalty-yet', {
  zh: '举报查证后还没有有效的处罚决定。',
  en: 'Nothing has been decided on the report that stands.',
})
export const noFinanceConsent = refusal('no-finance-consent', {
  zh: '奖励{yuan}元，应当先会商财政部门。',
  en: '{yuan} yuan are agreed with the finance department first.',
})
export const rewarded = refusal('rewarded', { zh: '该举报已经给予奖励。', en: 'The report has been rewarded.' })
