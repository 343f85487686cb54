import type { CivilDate } from '@mingjian/codes'
import type { EnterpriseInspections } from '@mingjian/credit-query'
import { type Html, html } from '@mingjian/http'
import { count, day, orDash } from '../../words.ts'

const outcome = ({
  released,
  result,
}: Pick<EnterpriseInspections['inspections'][number], 'released' | 'result'>): string => {
  if (released !== null) return `取消：${released.why}`
  return result === null ? '待检查、公示' : result.results.join('、')
}

const row = ({
  planId,
  planName,
  items,
  departments,
  from,
  to,
  drawnOn,
  authority,
  released,
  result,
}: EnterpriseInspections['inspections'][number]): Html => html`
<tr><th scope="row" data-label="抽中">${drawnOn === null ? '—' : day(drawnOn)}</th>
<td data-label="计划"><a href="/draws/${encodeURIComponent(planId)}">${planName}</a></td>
<td data-label="抽查事项">${orDash(items.join('、'))}</td>
<td data-label="检查时间">${day(from)} 至 ${day(to)}</td>
<td data-label="部门">${departments.length === 0 ? authority : departments.join('、')}</td>
<td data-label="结果">${outcome({ released, result })}</td></tr>`

/** Random inspections for which the enterprise was drawn, the newest first. */
export const inspections = (found: EnterpriseInspections | undefined, today: CivilDate): Html =>
  found === undefined
    ? html`<p>截至 ${day(today)}，没有被随机抽查抽中。</p>`
    : html`<table class="cards"><caption>被随机抽查抽中的记录，共 ${found.inspections.length} 次</caption>
<thead><tr><th scope="col">抽中</th><th scope="col">计划</th><th scope="col">抽查事项</th><th scope="col">检查时间</th><th scope="col">部门</th><th scope="col">结果</th></tr></thead>
<tbody>${found.inspections.toReversed().map(row)}</tbody></table>
<p class="source">来源：组织抽查的机关；最后一项记录的位置 ${count(found.position)}</p>`
