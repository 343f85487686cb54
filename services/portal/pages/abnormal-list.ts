import type { CivilDate } from '@mingjian/codes'
import type { ListedEnterprise, Statistics } from '@mingjian/credit-query'
import type { Page } from '@mingjian/http'
import { type Html, html } from '@mingjian/http'
import { page, text } from '../page.ts'
import { failed, staleLink } from '../parts/failure.ts'
import { trail } from '../parts/frame.ts'
import { pager } from '../parts/pager.ts'
import { codeGroups, count, day, listName, orDash } from '../words.ts'

const ON_A_PAGE = 50

const row = ({
  uscc,
  name,
  list,
  reason,
  years,
  listedOn,
  authority,
  decision,
  decisions,
}: ListedEnterprise): Html => html`
<tr><th scope="row"><a href="/enterprises/${uscc}">${name}</a><div class="muted">${codeGroups(uscc)}</div></th>
<td class="short" data-label="名录">${listName(list)}</td>
<td data-label="事由">${years.length > 0 ? `未按期公示 ${years.join('、')} 年度报告` : reason}</td>
<td data-label="列入日期">${day(listedOn)}</td>
<td data-label="决定"><div>${authority}</div><div class="muted">${orDash(decision)}${decisions.length > 1 ? ` 等 ${decisions.length} 件` : ''}</div></td></tr>`

const body = (
  { items, next }: Page<ListedEnterprise>,
  { lists, position }: Pick<Statistics, 'lists' | 'position'>,
  today: CivilDate,
  first: boolean,
): Html => html`
${trail([['/', '查企业']], '经营异常名录')}
<div class="wrap"><div class="head"><h1>经营异常名录</h1>
<p>截至 ${day(today)}，列入经营异常名录的企业和合作社 <strong>${count(lists.abnormal)}</strong> 户，标记为经营异常状态的个体工商户 <strong>${count(lists.mark)}</strong> 户。</p>
<p>补报、改正以后可以申请移出。每一户的事由、依据和救济期限见其档案。</p></div>
${
  items.length === 0
    ? html`<p role="status">${first ? '名录中没有企业。' : '没有更多了。'}</p>`
    : html`<table class="cards"><caption>按统一社会信用代码排列，一户有几个事由的分行列出</caption>
<thead><tr><th scope="col">企业</th><th scope="col">名录</th><th scope="col">事由</th><th scope="col">列入日期</th><th scope="col">决定</th></tr></thead>
<tbody>${items.map(row)}</tbody></table>`
}
${pager('/lists/abnormal', first, next)}
<p class="source">来源：作出列入、标记决定的机关；记录位置 ${count(position)}。<a href="/v1/lists/abnormal">这份名录的数据（JSON）</a></p></div>`

export const abnormalList = page({
  path: '/lists/abnormal',
  query: { cursor: text },
  render: async ({ query: { cursor } }, { queries, today }) => {
    const [listed, statistics] = await Promise.all([
      queries.list('abnormal', { limit: ON_A_PAGE, cursor }),
      queries.statistics(),
    ])
    if (listed === 'unknown-cursor') return failed(400, staleLink)
    return {
      title: '经营异常名录',
      current: '/lists/abnormal',
      body: body(listed, statistics, today, cursor === undefined),
    }
  },
})
