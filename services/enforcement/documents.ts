import { dayText } from '@mingjian/codes'
import type { DocumentTemplates } from '@mingjian/kernel'
import { reviewText, under } from '@mingjian/law'
import { caseDocuments } from './cases/documents.ts'

const yuan = (amount: number): string => `${amount.toFixed(2).replace(/\.00$/, '')}元`

export const documents: DocumentTemplates = {
  /** 行政处罚信息公示规定第四条: the decision as the public sees it; what identifies a person has been taken out of its event. */
  PenaltyPublicised: ({ data, subject, name }) => ({
    authority: data.authority,
    title: '行政处罚决定书（公示文本）',
    number: data.documentNo,
    addressee: `${name}（统一社会信用代码 ${subject}）`,
    paragraphs: [
      `违法行为类型：${data.violation}。`,
      `行政处罚内容：${data.kinds.join('、')}。`,
      ...(data.fineYuan > 0 ? [`罚款金额：${yuan(data.fineYuan)}。`] : []),
      ...(data.confiscatedYuan > 0 ? [`没收金额：${yuan(data.confiscatedYuan)}。`] : []),
      ...(data.penaltyBasis === null ? [] : [`处罚依据：${data.penaltyBasis}。`]),
      `摘要：${data.summary}。`,
      ...(data.remedy === null ? [] : [reviewText(data.remedy)]),
      `公示期限：${dayText(data.from)}至${dayText(data.until)}。公示文本隐去了个人信息，以送达当事人的决定书为准。`,
    ],
    on: data.decidedOn,
  }),
  /** Who reported is nowhere named: the letter goes to the holder of the file of the report. */
  RewardGranted: ({ data, basis, authority, effectiveOn }) => ({
    authority,
    title: '举报奖励决定书',
    number: data.decision,
    addressee: '举报人',
    paragraphs: [
      `你举报的违法行为已经查实并作出处理，罚没款${yuan(data.penaltyAndConfiscationYuan)}。`,
      `${under(basis)}本机关决定按第${data.grade}级给予奖励${yuan(data.yuan)}。`,
      ...(data.financeConsentNo === null ? [] : [`已会商财政部门：${data.financeConsentNo}。`]),
    ],
    on: effectiveOn,
  }),
  ...caseDocuments,
}
