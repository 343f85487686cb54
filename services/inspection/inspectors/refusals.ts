import { refusal } from '@mingjian/kernel'

export const unknownInspector = refusal('unknown-inspector', {
  zh: '{inspectorId}不在执法检查人员名录库中。',
  en: '{inspectorId} is not in the library.',
})
export const notAField = refusal('inspector-id', {
  zh: '人员编号和执法证号不得含有逗号和换行。',
  en: 'An id and a certificate number have no comma and no line end.',
})
export const termReversed = refusal('certificate-term', {
  zh: '执法证件的有效期不能在开始之前就于{validUntil}届满。',
  en: 'The certificate ends on {validUntil}, before it begins.',
})
export const leaveReversed = refusal('leave-reversed', {
  zh: '请假不能在开始之前就于{to}结束。',
  en: "A leave can't end on {to}, before it begins.",
})
