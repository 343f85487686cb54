import { dayText } from '@mingjian/codes'
import type { DocumentedAct, DocumentTemplates, OfficialDocument } from '@mingjian/kernel'
import { letter, reviewText, termText, under } from '@mingjian/law'
import type { EventType, Remedy } from '@mingjian/schemas'
import { cureText, REMOVAL } from './law/abnormal.ts'
import { seriousDocuments } from './serious-violations/documents.ts'

type Listed = DocumentedAct<'AbnormalOperationsListed'> | DocumentedAct<'AbnormalStateMarked'>
type Removed = DocumentedAct<'AbnormalOperationsDelisted'> | DocumentedAct<'AbnormalStateCleared'>

const years = (all: readonly number[]): string => (all.length === 0 ? '' : `（${all.join('、')}年度）`)

const remedies = (remedy: Remedy): string =>
  `如有异议，可以在${dayText(remedy.objectionBy)}（含当日）前向本机关书面提出并提交证明材料；${reviewText(remedy)}`

const listing = (act: Listed, title: string, order: string, end: string): OfficialDocument => {
  const { ground, year, reason, remedy, decision } = act.data
  return letter(act, title, decision, [
    `经查，你单位${reason}${year === null ? '' : years([year])}。`,
    `${under(act.basis)}本机关决定自${dayText(act.effectiveOn)}起${order}，并通过国家企业信用信息公示系统向社会公示。`,
    `${cureText[ground]}后，可以向本机关申请${end}；自收到申请或者查实之日起${termText(REMOVAL)}内办理。`,
    remedy === null ? '' : remedies(remedy),
  ])
}

const removal = (act: Removed, title: string, order: string): OfficialDocument =>
  letter(act, title, act.data.decision, [
    `经查，你单位${act.data.reason}${years(act.data.years)}，列入或者标记的事由已经消除。`,
    `${under(act.basis)}本机关决定自${dayText(act.effectiveOn)}起${order}，并向社会公示。`,
  ])

/** What answers an application or an objection: the outcome, why, and what can be done. */
const answer = (
  act: DocumentedAct,
  title: string,
  { decision, reason = '' }: { readonly decision: string; readonly reason?: string },
  outcome: string,
  next: string,
): OfficialDocument =>
  letter(act, title, decision, [
    reason === '' ? '' : `经审查：${reason.replace(/。$/, '')}。`,
    `${under(act.basis)}${outcome}`,
    next,
  ])

type Answered<T extends EventType> = (act: DocumentedAct<T>) => OfficialDocument

// An objection to an entry of the list, and one to any other public record, are answered alike.
const objectionAccepted: Answered<'AbnormalObjectionAccepted' | 'ObjectionAccepted'> = (act) =>
  answer(
    act,
    '异议受理通知书',
    act.data,
    '对你单位提出的异议，本机关决定予以受理。',
    `本机关在${dayText(act.data.verifyBy)}（含当日）前核实并书面告知结果。`,
  )
const objectionDeclined: Answered<'AbnormalObjectionRefused' | 'ObjectionDeclined'> = (act) =>
  answer(act, '异议不予受理决定书', act.data, '对你单位提出的异议不予受理。', reviewText(act.data.remedy))
const objectionUpheld: Answered<'AbnormalObjectionUpheld' | 'ObjectionUpheld'> = (act) =>
  answer(
    act,
    '异议核实结果通知书',
    act.data,
    '你单位提出的异议成立。',
    `本机关在${dayText(act.data.correctBy)}（含当日）前予以更正。`,
  )
const objectionDismissed: Answered<'AbnormalObjectionDismissed' | 'ObjectionDismissed'> = (act) =>
  answer(act, '异议核实结果通知书', act.data, '你单位提出的异议不成立。', reviewText(act.data.remedy))

export const documents: DocumentTemplates = {
  AbnormalOperationsListed: (act) =>
    listing(act, '列入经营异常名录决定书', '将你单位列入经营异常名录', '移出经营异常名录'),
  AbnormalStateMarked: (act) =>
    listing(act, '标记为经营异常状态决定书', '将你单位标记为经营异常状态', '恢复正常记载状态'),
  AbnormalOperationsDelisted: (act) => removal(act, '移出经营异常名录决定书', '将你单位移出经营异常名录'),
  AbnormalStateCleared: (act) => removal(act, '恢复正常记载状态决定书', '恢复你单位的正常记载状态'),
  AbnormalListingRescinded: (act) =>
    letter(act, '撤销列入（标记）决定书', act.data.decision, [
      `经查，${dayText(act.data.listedOn)}对你单位作出的列入经营异常名录或者标记为经营异常状态的决定有误：${act.data.reason}。`,
      `${under(act.basis)}本机关决定撤销该决定；撤销后视为自始未列入、未标记。`,
    ]),
  RestorationAccepted: (act) =>
    answer(
      act,
      '信用修复受理通知书',
      act.data,
      '对你单位的信用修复申请，本机关决定予以受理。',
      `本机关在${dayText(act.data.decideBy)}（含当日）前作出决定。`,
    ),
  RestorationDeclined: (act) =>
    answer(act, '信用修复不予受理决定书', act.data, '对你单位的信用修复申请不予受理。', reviewText(act.data.remedy)),
  RestorationGranted: (act) =>
    answer(
      act,
      '准予信用修复决定书',
      act.data,
      `本机关决定准予你单位对${act.data.record}的信用修复。`,
      `在${dayText(act.data.stopBy)}（含当日）前停止公示相关信息，并告知有关部门。`,
    ),
  RestorationRefused: (act) =>
    answer(act, '不予信用修复决定书', act.data, '本机关决定不予信用修复。', reviewText(act.data.remedy)),
  AbnormalObjectionAccepted: objectionAccepted,
  AbnormalObjectionRefused: objectionDeclined,
  AbnormalObjectionUpheld: objectionUpheld,
  AbnormalObjectionDismissed: objectionDismissed,
  ObjectionAccepted: objectionAccepted,
  ObjectionDeclined: objectionDeclined,
  ObjectionUpheld: objectionUpheld,
  ObjectionDismissed: objectionDismissed,
  ...seriousDocuments,
}
