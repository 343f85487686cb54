import type { CivilDate } from '@mingjian/codes'
import { addWorkingDays } from '@mingjian/law'
import type { Clock } from '@mingjian/schemas'
import { byRule, type CountedTerm } from '../clocks.ts'
import type { Case } from './state.ts'

/** The clocks of a case; the names are kept for ever. */
export const CLOCKS = {
  file: '决定是否立案',
  decide: '作出处理决定',
  review: '完成法制审核',
  answer: '陈述、申辩，要求听证',
  serve: '送达处罚决定书',
  pay: '缴纳罚没款',
  correct: '改正违法行为',
  dispose: '处理先行登记保存的证据',
  perform: '催告后履行',
  enforce: '申请强制执行',
  referral: '决定是否移送公安机关',
  transfer: '向公安机关移送',
  police: '公安机关决定是否立案',
  challenge: '提请复议或者建议立案监督',
  handOver: '移交涉案物品',
} as const

/** The terms of a case that a rule counts from one day. */
export const TERMS = {
  review: { what: CLOCKS.review, rule: 'legal_review.finish', from: 'file_received', by: 'finish_by' },
  answer: { what: CLOCKS.answer, rule: 'hearing.request_by', from: 'informed_on', by: 'rolled' },
  serve: { what: CLOCKS.serve, rule: 'service.decision', from: 'decided_on', by: 'serve_by' },
  pay: { what: CLOCKS.pay, rule: 'fine.pay_by', from: 'decision_received', by: 'rolled' },
  dispose: { what: CLOCKS.dispose, rule: 'evidence.pre_registration', from: 'registered_on', by: 'dispose_by' },
  referral: { what: CLOCKS.referral, rule: 'transfer.approve_by', from: 'written_report_received', by: 'decide_by' },
  police: { what: CLOCKS.police, rule: 'transfer.police_review_by', from: 'accepted_by_police', by: 'decide_by' },
} as const satisfies Readonly<Record<string, CountedTerm>>

/** 核查期限: fifteen working days from the lead, and as many with approval; what is excluded does not count. */
export const filingClock = ({ authority }: Case, receivedOn: CivilDate, extended: boolean, excluded: number): Clock => {
  const clock = byRule(CLOCKS.file, authority, {
    rule: 'case.verify_and_file',
    given: { lead_received: receivedOn, extended },
    on: receivedOn,
    by: 'decide_filing_by',
  })
  return { ...clock, by: addWorkingDays(clock.by, excluded) }
}

/** 办案期限: ninety days from filing, thirty more with the head's approval, further ones by collective discussion. */
export const decisionClock = (
  { authority, filedOn, extended }: Pick<Case, 'authority' | 'filedOn' | 'extended'>,
  excluded: number,
): Clock =>
  byRule(CLOCKS.decide, authority, {
    rule: 'case.decide_90d',
    given: { filed_on: filedOn, excluded_days: excluded + extended.collectiveDays, extended_30: extended.head },
    on: filedOn,
    by: 'rolled_if_holiday',
  })
