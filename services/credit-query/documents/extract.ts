import { formOf } from '@mingjian/codes'
import { measureFor } from '@mingjian/credit-lists/law'
import { canonicalJson, digestHex } from '@mingjian/proofs'
import type { Enterprise } from '../projections/enterprise.ts'
import type { EnterpriseRecord } from '../projections/enterprise-record.ts'
import type { Block } from './lines.ts'
import type { Printed } from './pdf.ts'

export interface ExtractOf {
  readonly enterprise: Enterprise
  readonly record: EnterpriseRecord | undefined
  /** The day of the extract. */
  readonly on: string
  /** When the last event of the enterprise was recorded: asked for as known then, the answer is the same. */
  readonly knownAt: string
}

const BODY = 10.5
const heading = (text: string): Block => ({ text, size: 13, above: 12 })
const line = (text: string): Block => ({ text, size: BODY })
const sectionOf = (title: string, lines: readonly string[], none: string): readonly Block[] => [
  heading(title),
  ...(lines.length === 0 ? [line(none)] : lines.map(line)),
]

const registrationLines = (e: Enterprise): readonly string[] => [
  `统一社会信用代码：${e.uscc}`,
  `名称：${e.name}`,
  ...(e.formerNames.length === 0 ? [] : [`曾用名称：${e.formerNames.join('、')}`]),
  `类型：${e.type}`,
  `登记状态：${e.state}${e.ended === null ? '' : `（${e.ended}）`}`,
  `成立日期：${e.established}`,
  `登记机关：${e.authority}`,
  `住所：${e.address || '—'}`,
  ...(e.industryName === null ? [] : [`行业：${e.industryName}`]),
  ...(e.scope === null ? [] : [`经营范围：${e.scope}`]),
]

const listLines = ({ lists }: Enterprise): readonly string[] =>
  lists.map(
    ({ reason, years, listedOn, authority, decisions, basis }) =>
      `${listedOn} ${authority}：${reason}${years.length === 0 ? '' : `（${years.join('、')}年度）`}；决定书 ${
        decisions.flatMap(({ decision }) => decision ?? []).join('、') || '文号不详'
      }；依据 ${basis.map(({ text }) => text).join('、')}`,
  )

const historyLines = (record: EnterpriseRecord | undefined): readonly string[] =>
  (record?.lists ?? []).flatMap(({ listedOn, reason, removal }) =>
    removal === null ? [] : [`${listedOn} 因${reason}列入或者标记，${removal.on} 移出或者恢复：${removal.reason}`],
  )

const penaltyLines = (record: EnterpriseRecord | undefined): readonly string[] =>
  (record?.penalties ?? []).map(
    ({ decidedOn, documentNo, summary, authority, until }) =>
      `${decidedOn} ${documentNo}：${summary}（${authority}，公示至 ${until}）`,
  )

const reportLines = (record: EnterpriseRecord | undefined): readonly string[] => [
  ...(record?.annualReports ?? []).map(
    ({ year, filedOn, late }) => `${year}年度：${filedOn} 报送${late ? '（逾期）' : ''}`,
  ),
  ...(record?.missedReports ?? [])
    .filter(({ year }) => !record?.annualReports.some((filed) => filed.year === year))
    .map(({ year, since }) => `${year}年度：未报送（自 ${since} 起逾期）`),
]

/** 企业信用信息公示报告: the public file on paper, with what is needed to check that it is this file. */
export const extractOf = ({ enterprise, record, on, knownAt }: ExtractOf): Printed => {
  const { uscc, name, authority, position, typeCode } = enterprise
  const sha256 = digestHex('sha-256', canonicalJson(enterprise))
  const marked = measureFor(formOf(typeCode)) === 'mark'
  return {
    title: `${name} 信用信息公示报告`,
    author: authority,
    on,
    blocks: [
      { text: '信用信息公示报告', size: 20, align: 'centre' },
      { text: name, size: 15, align: 'centre', above: 6 },
      { text: `截至 ${on}，记录位置 ${position}`, size: BODY, align: 'centre', above: 6 },
      ...sectionOf('一、登记信息', registrationLines(enterprise), '—'),
      ...sectionOf(
        '二、名录和标记',
        listLines(enterprise),
        marked ? '未标记为经营异常状态。' : '未列入经营异常名录、严重违法失信名单。',
      ),
      ...sectionOf('三、以前的列入和标记', historyLines(record), '没有。'),
      ...sectionOf('四、公示期内的行政处罚', penaltyLines(record), '没有。'),
      ...sectionOf('五、年度报告', reportLines(record), '没有。'),
    ],
    foot: `核验：/v1/enterprises/${uscc}?knownAt=${knownAt} 的回答，按 RFC 8785 规范化后的 SHA-256 为 ${sha256}，记录位置 ${position}。`,
  }
}
