import type { CivilDate } from '@mingjian/codes'
import { seriousWayOff } from '@mingjian/credit-lists/law'
import type { ListedEnterprise, Statistics } from '@mingjian/credit-query'
import type { Page } from '@mingjian/http'
import { type Html, html } from '@mingjian/http'
import { page, text } from '../page.ts'
import { failed, staleLink } from '../parts/failure.ts'
import { trail } from '../parts/frame.ts'
import { pager } from '../parts/pager.ts'
import { codeGroups, count, day, orDash } from '../words.ts'

const ON_A_PAGE = 50

const row = ({ uscc, name, reason, listedOn, until, authority, decision }: ListedEnterprise): Html => html`
<tr><th scope="row"><a href="/enterprises/${uscc}">${name}</a><div class="muted">${codeGroups(uscc)}</div></th>
<td data-label="事由">${reason}</td>
<td data-label="列入日期">${day(listedOn)}</td>
<td data-label="列入至">${until === null ? '—' : day(until)}</td>
<td data-label="决定"><div>${authority}</div><div class="muted">${orDash(decision)}</div></td></tr>`

const body = (
  { items, next }: Page<ListedEnterprise>,
  { lists, position }: Pick<Statistics, 'lists' | 'position'>,
  today: CivilDate,
  first: boolean,
): Html => html`
${trail([['/', '查企业']], '严重违法失信名单')}
<div class="wrap"><div class="head"><h1>严重违法失信名单</h1>
<p>截至 ${day(today)}，列入严重违法失信名单的当事人 <strong>${count(lists.serious)}</strong> 户。</p>
<p>${seriousWayOff(today)}。每一户的事由、依据、惩戒措施和救济期限见其档案。</p></div>
${
  items.length === 0
    ? html`<p role="status">${first ? '名单中没有当事人。' : '没有更多了。'}</p>`
    : html`<table class="cards"><caption>按统一社会信用代码排列</caption>
<thead><tr><th scope="col">当事人</th><th scope="col">事由</th><th scope="col">列入日期</th><th scope="col">列入至</th><th scope="col">决定</th></tr></thead>
<tbody>${items.map(row)}</tbody></table>`
}
${pager('/lists/serious', first, next)}
<p class="source">来源：作出列入决定的机关；记录位置 ${count(position)}。<a href="/v1/lists/serious">这份名单的数据（JSON）</a></p></div>`

export const seriousList = page({
  path: '/lists/serious',
  query: { cursor: text },
  render: async ({ query: { cursor } }, { queries, today }) => {
    const [listed, statistics] = await Promise.all([
      queries.list('serious', { limit: ON_A_PAGE, cursor }),
      queries.statistics(),
    ])
    if (listed === 'unknown-cursor') return failed(400, staleLink)
    return {
      title: '严重违法失信名单',
      current: '/lists/serious',
      body: body(listed, statistics, today, cursor === undefined),
    }
  },
})
