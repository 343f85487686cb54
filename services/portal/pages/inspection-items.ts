import type { PublicItem } from '@mingjian/credit-query'
import type { Page } from '@mingjian/http'
import { type Html, html } from '@mingjian/http'
import { page, text } from '../page.ts'
import { failed, staleLink } from '../parts/failure.ts'
import { trail } from '../parts/frame.ts'
import { pager } from '../parts/pager.ts'
import { count, day, orDash } from '../words.ts'

const ON_A_PAGE = 50

const row = (item: PublicItem): Html => html`
<tr><th scope="row">${item.name}<div class="muted">${item.itemNo}，自 ${day(item.since)}</div></th>
<td data-label="检查依据">${item.legalBasis.join('；')}</td><td data-label="检查对象">${orDash(item.subjects)}</td>
<td data-label="检查内容">${orDash(item.content)}</td><td class="short" data-label="方式">${item.method}</td>
<td class="short" data-label="类别">${item.key ? '重点' : '一般'}</td>
<td class="number" data-label="比例上限">${item.ratioLimit ?? '不设上限'}</td>
<td class="number" data-label="每户每年">${item.timesAYear === null ? '—' : `${count(item.timesAYear)} 次`}</td>
<td data-label="部门">${item.departments.join('、')}</td></tr>`

const body = ({ items, next }: Page<PublicItem>, first: boolean): Html => html`
${trail(
  [
    ['/', '查企业'],
    ['/draws', '双随机抽查'],
  ],
  '随机抽查事项清单',
)}
<div class="wrap"><div class="head"><h1>随机抽查事项清单</h1>
<p>没有法律、法规、规章依据的，不得检查；清单以外的事项，不列入随机抽查。</p></div>
${
  items.length === 0
    ? html`<p role="status">${first ? '清单还没有录入。' : '没有更多了。'}</p>`
    : html`<table class="cards"><caption>现行的事项</caption>
<thead><tr><th scope="col">事项</th><th scope="col">检查依据</th><th scope="col">检查对象</th><th scope="col">检查内容</th><th scope="col">方式</th><th scope="col">类别</th><th scope="col" class="number">比例上限</th><th scope="col" class="number">每户每年</th><th scope="col">部门</th></tr></thead>
<tbody>${items.map(row)}</tbody></table>`
}
${pager('/inspection-items', first, next)}
<p class="source"><a href="/v1/inspections/items">数据（JSON）</a></p></div>`

/** 随机抽查事项清单: what may be inspected, and on which basis. */
export const inspectionItems = page({
  path: '/inspection-items',
  query: { cursor: text },
  render: async ({ query: { cursor } }, { queries }) => {
    const found = await queries.items({ limit: ON_A_PAGE, cursor })
    if (found === 'unknown-cursor') return failed(400, staleLink)
    return { title: '随机抽查事项清单', current: '/draws', body: body(found, cursor === undefined) }
  },
})
