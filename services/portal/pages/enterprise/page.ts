import type { CivilDate } from '@mingjian/codes'
import type { Enterprise, EnterpriseInspections, EnterpriseRecord } from '@mingjian/credit-query'
import { type Html, html } from '@mingjian/http'
import type { SettingSource } from '@mingjian/law'
import { page, text } from '../../page.ts'
import { block } from '../../parts/block.ts'
import { type Failure, failed } from '../../parts/failure.ts'
import { trail } from '../../parts/frame.ts'
import { codeGroups, codeToScan, count, day, stateTag } from '../../words.ts'
import { answer } from './answer.ts'
import { listHistory, penalties, registration } from './blocks.ts'
import { inspections } from './inspections.ts'
import { keyDateList } from './key-dates.ts'
import { annualReports } from './reports.ts'
import { timeline } from './timeline.ts'

/** `link` is the page's own address, to be scanned. */
const body = (
  enterprise: Enterprise,
  record: EnterpriseRecord,
  inspected: EnterpriseInspections | undefined,
  today: CivilDate,
  law: SettingSource,
  link: string,
): Html => {
  const { uscc, name, state, formerNames, position } = enterprise
  const blocks = [
    ['timeline', '时间线', timeline(record.timeline)],
    ['registration', '登记', registration(enterprise, record)],
    ['reports', '年报', annualReports(record)],
    ['penalties', '处罚', penalties(record, today)],
    ['inspections', '抽查', inspections(inspected, today)],
    ['lists', '名录', listHistory(record, today)],
  ] as const
  return html`
${trail([['/', '查企业']], name)}
<div class="wrap">
<div class="head"><div class="titled"><h1>${name}</h1>${stateTag(state)}</div>
<div class="identity">${codeGroups(uscc)}<button class="quiet" type="button" data-copy="${uscc}" hidden>复制代码</button>
<details class="scan"><summary>二维码</summary><figure class="code-to-scan">${codeToScan(link)}<figcaption>用手机扫描，打开这份档案</figcaption></figure></details></div>
${formerNames.length === 0 ? '' : html`<p class="former">曾用名称：${formerNames.join('、')}</p>`}</div>
<div class="file">
<div>${answer(enterprise, today)}</div>
<aside class="margin" aria-label="关键日期和数据">
${keyDateList(enterprise, record, today, law)}
<section aria-labelledby="data"><h2 id="data">这份档案</h2><ul>
<li>截至 ${day(today)}</li><li>记录位置 ${count(Math.max(position, record.position))}</li>
<li><a href="/v1/enterprises/${uscc}/extract.pdf">信用信息公示报告（PDF）</a></li>
<li><a href="/v1/enterprises/${uscc}">本页的数据（JSON）</a></li>
<li><a href="/v1/enterprises/${uscc}/timeline">时间线（JSON）</a></li>
<li><a href="/log/lists/${uscc}" download="${uscc}.lists.json">在不在名录上的证明</a>（<a href="/about#draws">核对</a>）</li></ul></section>
</aside>
<div class="blocks">
<nav class="anchors" aria-label="本页内容"><ul>${blocks.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${blocks.map(([id, title, shown]) => block(id, title, shown))}
</div>
</div></div>`
}

/** The file of an enterprise whose registration alone has been folded so far. */
const nothingYet = ({ uscc, state, typeCode, position }: Enterprise): EnterpriseRecord => ({
  ...{ uscc, state, typeCode, position },
  ...{ annualReports: [], missedReports: [], penalties: [], lists: [], timeline: [] },
})

const noSuchEnterprise = (uscc: string): Failure => ({
  title: '没有登记这个代码',
  next: [
    '请核对 18 位统一社会信用代码，最后一位是校验码',
    '也可以改用企业名称、拼音或者首字母查询',
    '不在本辖区登记的，请到国家企业信用信息公示系统（www.gsxt.gov.cn）查询',
  ],
  english: 'No enterprise is registered here under this code: check its 18 characters, or search by name.',
  q: uscc.slice(0, 60),
})

/** An enterprise: the answer first, its reason second, the evidence one click away. */
export const enterprise = page({
  path: '/enterprises/:uscc',
  params: { uscc: text },
  otherwise: noSuchEnterprise(''),
  render: async ({ params: { uscc }, origin }, { queries, today }) => {
    const [found, record, inspected, law] = await Promise.all([
      queries.enterprise(uscc),
      queries.record(uscc),
      queries.inspections(uscc),
      queries.law(),
    ])
    if (found === undefined) return failed(404, noSuchEnterprise(uscc))
    const link = `${origin}/enterprises/${found.uscc}`
    return { title: found.name, body: body(found, record ?? nothingYet(found), inspected, today, law, link) }
  },
})
