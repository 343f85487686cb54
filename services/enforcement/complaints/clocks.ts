/** The clocks of a complaint; the names are kept for ever. */
export const COMPLAINT_CLOCKS = {
  accept: '决定是否受理投诉',
  verify: '核查举报线索',
  mediate: '终止调解的期限',
  informTermination: '告知终止调解',
  informReporter: '告知实名举报人是否立案',
} as const
