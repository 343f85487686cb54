import type { CivilDate } from '@mingjian/codes'
import type { NamedResult, ResultFilters } from '@mingjian/credit-query'
import type { Page } from '@mingjian/http'
import { type Html, html } from '@mingjian/http'
import { INSPECTION_RESULTS, PUBLISH_RESULTS } from '@mingjian/inspection/law'
import { page, text } from '../page.ts'
import { failed, staleLink } from '../parts/failure.ts'
import { trail } from '../parts/frame.ts'
import { codeGroups, day, term } from '../words.ts'

const ON_A_PAGE = 50
const KINDS: Readonly<Record<string, string>> = { recheck: '复查', directed: '专项' }

const row = (result: NamedResult): Html => {
  const { uscc, name, planId, planName, kind, departments, completedOn, publishedOn, results, items } = result
  return html`
<tr><th scope="row"><a href="/enterprises/${uscc}#inspections">${name}</a><div class="muted">${codeGroups(uscc)}</div></th>
<td data-label="检查">${kind === 'random' ? html`<a href="/draws/${encodeURIComponent(planId)}">${planName}</a>` : html`${KINDS[kind] ?? kind}：${planName}`}</td>
<td data-label="事项">${items.map(({ name: item }) => item).join('、')}</td>
<td data-label="部门">${departments.join('、')}</td>
<td data-label="检查完成">${day(completedOn)}</td><td data-label="公示">${day(publishedOn)}</td>
<td data-label="结果">${results.join('、')}</td></tr>`
}

const asked = ({ result, plan, uscc }: ResultFilters, cursor?: string): string =>
  new URLSearchParams(
    Object.entries({ result, plan, uscc, cursor }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    ),
  ).toString()

const body = (
  { items, next }: Page<NamedResult>,
  filters: ResultFilters,
  cursor: string | undefined,
  today: CivilDate,
): Html => html`
${trail(
  [
    ['/', '查企业'],
    ['/draws', '双随机抽查'],
  ],
  '抽查结果',
)}
<div class="wrap"><div class="head"><h1>抽查结果</h1>
<p>截至 ${day(today)} 公示的结果，最近的在前。检查结束后 ${term(PUBLISH_RESULTS)}内公示；撤回的不再列出。</p>
<form class="inline" action="/inspections/results" method="get"><label for="result">结果</label>
<select id="result" name="result"><option value="">不限</option>${INSPECTION_RESULTS.map((one) => html`<option value="${one}" ${one === filters.result ? 'selected' : ''}>${one}</option>`)}</select>
${filters.plan === undefined ? '' : html`<input type="hidden" name="plan" value="${filters.plan}">`}
<button class="secondary" type="submit">筛选</button>${filters.plan === undefined ? '' : html`<a href="/inspections/results">不限于抽取 ${filters.plan}</a>`}</form></div>
${
  items.length === 0
    ? html`<p role="status">${cursor === undefined ? '没有符合条件的结果。' : '没有更多了。'}</p>`
    : html`<table class="cards"><caption>抽查结果</caption>
<thead><tr><th scope="col">企业</th><th scope="col">检查</th><th scope="col">事项</th><th scope="col">部门</th><th scope="col">检查完成</th><th scope="col">公示</th><th scope="col">结果</th></tr></thead>
<tbody>${items.map(row)}</tbody></table>`
}
<nav class="pages" aria-label="翻页">${cursor === undefined ? '' : html`<a href="/inspections/results?${asked(filters)}">回到第一页</a>`}
${next === undefined ? '' : html`<a href="/inspections/results?${asked(filters, next)}" rel="next">下一页</a>`}</nav>
<p class="source"><a href="/v1/inspections/results?${asked(filters)}">数据（JSON）</a> · <a href="/v1/inspections/results.csv">全部（CSV）</a> · <a href="/v1/inspections/results.ndjson">全部（NDJSON）</a></p></div>`

/** Published results 抽查检查结果, newest first. */
export const inspectionResults = page({
  path: '/inspections/results',
  query: { result: text, plan: text, uscc: text, cursor: text },
  render: async ({ query: { cursor, ...filters } }, { queries, today }) => {
    const found = await queries.results(filters, { limit: ON_A_PAGE, cursor })
    if (found === 'unknown-cursor') return failed(400, staleLink)
    return { title: '抽查结果', current: '/draws', body: body(found, filters, cursor, today) }
  },
})
