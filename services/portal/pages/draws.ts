import type { Draw } from '@mingjian/credit-query'
import type { Page } from '@mingjian/http'
import { type Html, html } from '@mingjian/http'
import { page, text } from '../page.ts'
import { rehearsalTag, stageName } from '../parts/draw-stage.ts'
import { failed, staleLink } from '../parts/failure.ts'
import { trail } from '../parts/frame.ts'
import { pager } from '../parts/pager.ts'
import { count, day, percent } from '../words.ts'

const ON_A_PAGE = 20

const row = (draw: Draw): Html => html`
<tr><th scope="row"><a href="/draws/${encodeURIComponent(draw.id)}">${draw.plan.name ?? draw.id}</a> ${rehearsalTag(draw)}</th>
<td data-label="封存日期">${day(draw.committedOn)}</td>
<td data-label="阶段">${stageName(draw.stage)}</td>
<td class="number" data-label="名册">${count(draw.population.size)}</td>
<td class="number" data-label="抽中">${draw.result === null ? '—' : count(draw.result.selected)}</td>
<td class="number" data-label="比例">${draw.result === null ? '—' : percent(draw.result.selected, draw.population.size)}</td></tr>`

const body = ({ items, next }: Page<Draw>, first: boolean, years: readonly number[]): Html => html`
${trail([['/', '查企业']], '双随机抽查')}
<div class="wrap"><div class="head"><h1>双随机抽查</h1>
<p>随机抽取检查对象，随机选派检查人员，抽查情况及结果及时公开。名册先封存，公开数值后公布，名单由两者算出：谁也不能事先知道，谁都可以事后重算。</p>
${years.length === 0 ? '' : html`<p>年度计划与执行：${years.map((year) => html`<a href="/inspections/${year}">${year} 年度</a> `)}</p>`}</div>
${
  items.length === 0
    ? html`<p role="status">${first ? '还没有抽取。' : '没有更多了。'}</p>`
    : html`<table class="cards"><caption>历次抽取，最近的在前；作废的也保留</caption>
<thead><tr><th scope="col">计划</th><th scope="col">封存日期</th><th scope="col">阶段</th><th scope="col" class="number">名册（户）</th><th scope="col" class="number">抽中（户）</th><th scope="col" class="number">比例</th></tr></thead>
<tbody>${items.map(row)}</tbody></table>`
}
${pager('/draws', first, next)}
<p class="source"><a href="/about#draws">抽取为什么可信</a> · <a href="/inspections/results">抽查结果</a> · <a href="/inspection-items">随机抽查事项清单</a> · <a href="/v1/inspections/draws">数据（JSON）</a></p></div>`

export const draws = page({
  path: '/draws',
  query: { cursor: text },
  render: async ({ query: { cursor } }, { queries }) => {
    const [found, years] = await Promise.all([queries.draws({ limit: ON_A_PAGE, cursor }), queries.inspectionYears()])
    if (found === 'unknown-cursor') return failed(400, staleLink)
    return { title: '双随机抽查', current: '/draws', body: body(found, cursor === undefined, years) }
  },
})
