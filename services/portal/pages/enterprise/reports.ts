import type { EnterpriseRecord, PublicItems, PublicReport } from '@mingjian/credit-query'
import { type Html, html, type Part } from '@mingjian/http'
import { count, day, orDash, yuan } from '../../words.ts'
import { pairs } from './blocks.ts'

type Shown<K extends keyof PublicItems> = readonly [
  item: K,
  name: string,
  show: (value: NonNullable<PublicItems[K]>) => string,
]
type AnyShown = readonly [item: keyof PublicItems, name: string, show: (value: unknown) => string]
const shown = <K extends keyof PublicItems>(...one: Shown<K>): AnyShown => one as unknown as AnyShown

const wan = (amount: number): string => `${count(amount)} 万元`
const yesNo = (value: boolean): string => (value ? '有' : '无')
const people = (n: number): string => `${count(n)} 人`

/** The seven groups of a report in the order of 条例第九条. */
const ITEMS: readonly AnyShown[] = [
  shown('address', '通信地址', String),
  shown('postcode', '邮政编码', String),
  shown('phone', '联系电话', String),
  shown('email', '电子邮箱', String),
  shown('operating', '存续状态', (value) => (value ? '开业' : '歇业或者清算')),
  shown('investments', '对外投资', (names) => names.join('、') || '无'),
  shown('paidInWan', '实缴出资额', wan),
  shown('equityChange', '股权变更', yesNo),
  shown('hasWebsite', '网站、网店', yesNo),
  shown('websites', '网站、网店名称和网址', (names) => names.join('、')),
  shown('employees', '从业人数', people),
  shown('insured', '参保人数', people),
  shown('assetsYuan', '资产总额', yuan),
  shown('liabilitiesYuan', '负债总额', yuan),
  shown('revenueYuan', '营业总收入', yuan),
  shown('profitYuan', '利润总额', yuan),
  shown('taxYuan', '纳税总额', yuan),
  shown('guarantees', '对外担保', (n) => `${count(n)} 笔`),
]

const itemPairs = (items: PublicItems) =>
  ITEMS.flatMap(([item, name, show]) => {
    const value = items[item]
    return value === undefined || value === null ? [] : [[name, html`${show(value)}`] as const]
  })

const withheld = ({ employeesPublic, figuresPublic }: PublicItems): Part => {
  const names = [employeesPublic === false ? '从业人数' : '', figuresPublic === false ? '资产经营状况' : ''].filter(
    Boolean,
  )
  return names.length === 0 ? '' : html`<p class="source">${names.join('、')}：选择不公示。</p>`
}

const report = ({ year, filedOn, late, items, corrections }: PublicReport, open: boolean): Html => html`
<details class="report" ${open ? 'open' : ''}><summary>${year} 年度 · ${day(filedOn)} 报送${late ? html` <span class="tag clock">逾期</span>` : ''}</summary>
${pairs(itemPairs(items))}${withheld(items)}
${corrections.map(
  ({ correctedOn, before }) => html`
<details class="evidence"><summary>${day(correctedOn)} 更正前的内容</summary>${pairs(itemPairs(before))}</details>`,
)}</details>`

export const annualReports = ({ annualReports: reports, missedReports, timeline }: EnterpriseRecord): Html => {
  const missing = missedReports.filter(({ year }) => !reports.some((filed) => filed.year === year))
  const position = timeline.reduce(
    (last, item) => (item.event.startsWith('AnnualReport') ? Math.max(last, item.position) : last),
    0,
  )
  return html`
${missing.length === 0 ? '' : html`<p>未报送：${missing.map(({ year }) => year).join('、')} 年度。</p>`}
${reports.length === 0 && missing.length === 0 ? html`<p>还没有年度报告。</p>` : ''}
<div>${reports.map((one, at) => report(one, at === 0))}</div>
<p class="source">来源：由报送者自行报送，并对真实性、及时性负责${position === 0 ? '' : `；最后一项记录的位置 ${orDash(count(position))}`}</p>`
}
