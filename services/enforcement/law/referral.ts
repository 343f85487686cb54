import {
  counted,
  date,
  days,
  deadlineRule,
  flag,
  oneOf,
  type Provision,
  penaltyLaw,
  type Rule,
  rule,
  transferRule,
} from '@mingjian/law'

const inReferralRule = (article: string, confidence: 'certain' | 'likely' = 'certain'): Provision => ({
  instrument: transferRule,
  article,
  confidence: { 310: 'likely', 2020: confidence },
})
const DECIDE = days(3)
/** From the head's approval to the transfer 移送规定第五条. */
export const TRANSFER_HOURS = 24

export const referralRules: readonly Rule[] = [
  rule({
    name: 'transfer.approve_by',
    question: '负责人最迟何日决定是否移送，批准后多少小时内移送',
    provisions: [inReferralRule('5')],
    given: { written_report_received: date },
    judgedOn: ({ written_report_received }) => written_report_received,
    find: ({ written_report_received }) => {
      const { last, step } = counted(written_report_received, DECIDE)
      return {
        result: { decide_by: last, transfer_within_hours_after_approval: TRANSFER_HOURS },
        trace: [step, `批准移送的，${TRANSFER_HOURS}小时内向同级公安机关移送`],
      }
    },
  }),
  deadlineRule({
    name: 'transfer.police_review_by',
    question: '公安机关受理后最迟何日决定是否立案',
    provisions: [inReferralRule('8', 'likely')],
    from: 'accepted_by_police',
    term: DECIDE,
    by: 'decide_by',
  }),
  rule({
    name: 'transfer.no_substitute_penalty',
    question: '涉嫌犯罪的案件能否只作行政处罚',
    provisions: [
      inReferralRule('11'),
      { instrument: penaltyLaw, article: { 2017: '22', 2021: '82' }, confidence: 'certain' },
    ],
    given: { suspected_crime: flag, planned: oneOf('只作行政处罚', '移送公安机关') },
    find: ({ suspected_crime, planned }) => {
      const allowed = !suspected_crime || planned !== '只作行政处罚'
      return {
        result: { allowed },
        trace: [allowed ? '没有以行政处罚代替移送' : '涉嫌犯罪的应当移送公安机关，不得以行政处罚代替移送'],
      }
    },
  }),
]
