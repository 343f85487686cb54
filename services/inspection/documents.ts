import { dayText } from '@mingjian/codes'
import type { DocumentedAct, DocumentTemplates, OfficialDocument } from '@mingjian/kernel'
import { under } from '@mingjian/law'
import type { CheckedItem, SlipItem } from '@mingjian/schemas'

const ended = (text: string): string => text.replace(/[。；]$/, '')

/** To the enterprise, which is named by its code: the name is the register's to tell. */
const toEnterprise = (
  act: DocumentedAct<'TaskSlipIssued' | 'InspectionNoticeGiven' | 'VisitCompleted'>,
  title: string,
  paragraphs: readonly string[],
): OfficialDocument => ({
  authority: act.authority,
  title,
  number: act.data.decision,
  addressee: `被检查单位（统一社会信用代码 ${act.data.uscc}）`,
  paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
  on: act.effectiveOn,
})

const itemText = ({ itemNo, name, legalBasis }: Pick<SlipItem, 'itemNo' | 'name' | 'legalBasis'>): string =>
  `事项${itemNo}：${name}。检查依据：${legalBasis.map(ended).join('、')}。`

const found = ({ findings, correctBy, ...item }: CheckedItem): string => {
  const results = findings.map(({ result, detail }) => (detail === '' ? result : `${result}（${ended(detail)}）`))
  const correct = correctBy === null ? '' : `责令在${dayText(correctBy)}（含当日）前改正。`
  return `${itemText(item)}检查结果：${results.join('、')}。${correct}`
}

const SIGNATURES: Readonly<Record<string, string>> = {
  signed: '被检查单位已签字。',
  refused: '被检查单位拒绝签字，已注明原因。',
  absent: '现场无人签字，已注明情况。',
  'not-needed': '',
}

const slipBefore = ({ past }: DocumentedAct): readonly SlipItem[] => {
  const issued = past.findLast(({ type }) => type === 'TaskSlipIssued')
  return issued?.type === 'TaskSlipIssued' ? issued.data.items : []
}

/** 检查文书: for the enterprise and staff. The published result carries what the public may know. */
export const documents: DocumentTemplates = {
  InspectionPlanPublished: ({ data, basis, authority, effectiveOn }) => ({
    authority,
    title: `${data.year}年度双随机抽查工作计划`,
    number: data.decision,
    addressee: '社会公众',
    paragraphs: [
      `${under(basis)}${data.name}经合法性审核，现予公布${data.filedWith === '' ? '' : `，并报${data.filedWith}备案`}。`,
      ...data.tasks.map(
        ({ taskNo, batch, name, items, objects, directed, share, count, from, to, lead, partners }) =>
          `第${batch}批 任务${taskNo} ${name}：${directed ? '定向' : '不定向'}抽查${objects}，事项${items.join('、')}，比例${share}，约${count}户，${dayText(from)}至${dayText(to)}，${[lead, ...partners].join('、')}。`,
      ),
    ],
    on: effectiveOn,
  }),
  TaskSlipIssued: (act) => {
    const { items, team, from, to } = act.data
    return toEnterprise(act, '行政检查任务单', [
      `${under(act.basis)}本机关在${dayText(from)}至${dayText(to)}期间对你单位实施下列检查。`,
      ...items.map(
        (item) =>
          `${itemText(item)}检查方式：${item.method}。${item.content === '' ? '' : `检查内容：${ended(item.content)}。`}`,
      ),
      `检查人员：${team.map(({ department, certificateNo }) => `${department}，执法证号${certificateNo}`).join('；')}。`,
      '检查人员应当出示执法证件；不出示的，你单位有权拒绝检查。入企时请扫描任务单上的二维码。',
    ])
  },
  InspectionNoticeGiven: (act) => {
    const { items, visitOn, manner } = act.data
    const noticed = slipBefore(act).filter(({ itemNo }) => items.includes(itemNo))
    return toEnterprise(act, '行政检查通知书', [
      `${under(act.basis)}本机关定于${dayText(visitOn)}对你单位实施检查，现予通知（${manner}）。`,
      ...noticed.map(itemText),
    ])
  },
  VisitCompleted: (act) => {
    const { items, enterpriseState, results, signature, completedOn } = act.data
    return toEnterprise(act, '检查结果记录表', [
      `检查于${dayText(completedOn)}结束。企业状态：${enterpriseState}。检查结果：${results.join('、')}。`,
      ...items.map(found),
      SIGNATURES[signature] ?? '',
      `检查结果经审核后在${dayText(act.data.publishBy)}（含当日）前公示。`,
    ])
  },
}
