import type { CountedTerm } from '../clocks.ts'

/** The clocks of a complaint; the names are kept for ever. */
export const COMPLAINT_CLOCKS = {
  accept: '决定是否受理投诉',
  verify: '核查举报线索',
  mediate: '终止调解的期限',
  informTermination: '告知终止调解',
  informReporter: '告知实名举报人是否立案',
} as const

/** Their terms, each counted from one day. */
export const COMPLAINT_TERMS = {
  accept: { what: COMPLAINT_CLOCKS.accept, rule: 'complaint.accept', from: 'complaint_received', by: 'decide_by' },
  verify: {
    what: COMPLAINT_CLOCKS.verify,
    rule: 'case.verify_and_file',
    from: 'lead_received',
    by: 'decide_filing_by',
  },
  mediate: {
    what: COMPLAINT_CLOCKS.mediate,
    rule: 'complaint.mediation_end',
    from: 'accepted_on',
    by: 'terminate_by',
  },
  informTermination: {
    what: COMPLAINT_CLOCKS.informTermination,
    rule: 'complaint.inform_termination',
    from: 'terminated_on',
    by: 'inform_by',
  },
  informReporter: {
    what: COMPLAINT_CLOCKS.informReporter,
    rule: 'report.inform_named',
    from: 'filing_decided_on',
    by: 'inform_by',
  },
} as const satisfies Readonly<Record<string, CountedTerm>>
