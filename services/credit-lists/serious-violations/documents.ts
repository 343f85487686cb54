import { dayText } from '@mingjian/codes'
import type { DocumentedAct, DocumentTemplates } from '@mingjian/kernel'
import { letter, reviewText, under } from '@mingjian/law'

type Listed = DocumentedAct<'SeriousViolationListed'> | DocumentedAct<'SeriousViolationReinstated'>

const LIST = '严重违法失信名单'

/** 严重违法失信名单管理办法第十三条: grounds, provisions, measures, conditions and procedure of removal, remedies. */
const listing = (act: Listed, title: string, order: string) => {
  const { documentNo, reason, measures, removal, termEnds, remedy, decision } = act.data
  return letter(act, title, decision, [
    `经查，你单位${reason}${documentNo === null ? '' : `（行政处罚决定书 ${documentNo}）`}。`,
    `${under(act.basis)}本机关决定自${dayText(act.effectiveOn)}起${order}，并向社会公示，期限至${dayText(termEnds)}。`,
    measures.length === 0 ? '' : `惩戒措施提示：${measures.join('；')}。`,
    `移出条件和程序：${removal.replace(/。$/, '')}。`,
    reviewText(remedy),
  ])
}

const stop = (day: string): string => `在${dayText(day)}（含当日）前停止公示，解除管理措施。`

/** By act on the list of serious violations, how its document reads. */
export const seriousDocuments: DocumentTemplates = {
  SeriousListingNotified: (act) =>
    letter(act, `拟列入${LIST}告知书`, act.data.decision, [
      `经查：${act.data.facts.replace(/。$/, '')}。`,
      `${under(act.basis)}本机关拟将你单位列入${LIST}。`,
      `你单位享有陈述、申辩和依法要求听证的权利，应当在${dayText(act.data.statementBy)}（含当日）前提出；逾期未提出的，视为放弃。`,
    ]),
  SeriousListingDropped: (act) =>
    letter(act, `不予列入${LIST}决定书`, act.data.decision, [
      `经查：${act.data.reason.replace(/。$/, '')}。`,
      `${under(act.basis)}本机关决定不将你单位列入${LIST}。`,
    ]),
  SeriousViolationListed: (act) => listing(act, `列入${LIST}决定书`, `将你单位列入${LIST}`),
  SeriousViolationReinstated: (act) =>
    listing(act, `撤销提前移出${LIST}决定书`, `撤销提前移出的决定，将你单位恢复列入${LIST}，期限重新起算`),
  SeriousViolationRemoved: (act) =>
    letter(act, `移出${LIST}决定书`, act.data.decision, [
      `经查，你单位${act.data.reason.replace(/。$/, '')}。`,
      `${under(act.basis)}本机关决定自${dayText(act.effectiveOn)}起将你单位移出${LIST}。`,
      stop(act.data.stopBy),
    ]),
  SeriousViolationRescinded: (act) =>
    letter(act, `撤销列入${LIST}决定书`, act.data.decision, [
      `经查：${act.data.reason.replace(/。$/, '')}。`,
      `${under(act.basis)}本机关决定撤销将你单位列入${LIST}的决定。`,
      stop(act.data.stopBy),
    ]),
  SeriousEarlyRemovalAccepted: (act) =>
    letter(act, '提前移出受理通知书', act.data.decision, [
      `${under(act.basis)}对你单位提前移出${LIST}的申请，本机关决定予以受理，在${dayText(act.data.decideBy)}（含当日）前作出决定。`,
    ]),
  SeriousEarlyRemovalDeclined: (act) =>
    letter(act, '提前移出不予受理决定书', act.data.decision, [
      `经审查：${act.data.reason.replace(/。$/, '')}。`,
      `${under(act.basis)}对你单位提前移出${LIST}的申请不予受理。`,
      reviewText(act.data.remedy),
    ]),
  SeriousEarlyRemovalRefused: (act) =>
    letter(act, '不予提前移出决定书', act.data.decision, [
      `经审查：${act.data.reason.replace(/。$/, '')}。`,
      `${under(act.basis)}本机关决定不予提前移出${LIST}。`,
      reviewText(act.data.remedy),
    ]),
}
