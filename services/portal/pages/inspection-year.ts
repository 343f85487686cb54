import type { InspectionYear } from '@mingjian/credit-query'
import { type Html, html } from '@mingjian/http'
import { leastShare, samplingFloor } from '@mingjian/inspection/law'
import Type from 'typebox'
import { page } from '../page.ts'
import { auditTests } from '../parts/audit.ts'
import { failed, noSuchPage } from '../parts/failure.ts'
import { trail } from '../parts/frame.ts'
import { count, day, percent, wholePercent } from '../words.ts'

const link = (id: string, name: string): Html => html`<a href="/draws/${encodeURIComponent(id)}">${name}</a>`

const taskRow = (task: InspectionYear['tasks'][number]): Html => html`
<tr><th scope="row">${task.name}<div class="muted">${task.planId}，第 ${task.batch} 批，任务 ${task.taskNo}</div></th>
<td data-label="抽查事项">${task.items.join('、')}</td><td data-label="检查对象范围">${task.objects}</td>
<td class="short" data-label="抽取类型">${task.directed ? '定向' : '不定向'}</td>
<td class="number" data-label="抽查比例">${task.share}</td>
<td class="number" data-label="计划 / 已抽 / 已公示（户）">${count(task.count)} / ${count(task.drawn)} / ${count(task.done)}</td>
<td data-label="时间">${day(task.from)} 至 ${day(task.to)}</td>
<td data-label="部门">${[task.lead, ...task.partners].join('、')}</td>
<td data-label="抽取">${task.draws.length === 0 ? '尚未抽取' : task.draws.map((id) => link(id, id))}</td></tr>`

const tasks = ({ tasks: planned }: InspectionYear): Html =>
  planned.length === 0
    ? html`<p>这一年没有公布的年度抽查计划。</p>`
    : html`<table class="cards"><caption>计划与执行，共 ${planned.length} 项任务</caption>
<thead><tr><th scope="col">任务</th><th scope="col">抽查事项</th><th scope="col">检查对象范围</th><th scope="col">抽取类型</th><th scope="col" class="number">抽查比例</th><th scope="col" class="number">计划 / 已抽 / 已公示（户）</th><th scope="col">时间</th><th scope="col">部门</th><th scope="col">抽取</th></tr></thead>
<tbody>${planned.map(taskRow)}</tbody></table>`

const reached = ({ coverage }: InspectionYear, least: number): Html =>
  html`<ul class="results">${coverage.map(
    ({ authority, reports, after, checked }) =>
      html`<li>${authority}：已公示上一年度年报的企业 ${count(reports)} 户，本年度已抽查 ${count(after)} 户（${percent(after, reports)}），要求不少于 ${wholePercent(least)}；结果已公示 ${count(checked)} 户（${percent(checked, reports)}）</li>`,
  )}</ul>`

const audits = ({ audits: all }: InspectionYear): readonly Html[] =>
  all.map((one) => html`<h3>${link(one.id, one.name)}</h3>${auditTests(one)}`)

const body = (result: InspectionYear, years: readonly number[], least: number): Html => {
  const { year, draws, voided, improbable, selected, published, repeats, unassigned } = result
  return html`
${trail(
  [
    ['/', '查企业'],
    ['/draws', '双随机抽查'],
  ],
  `${year} 年度`,
)}
<div class="wrap"><div class="head"><h1>${year} 年度双随机抽查</h1>
<p>抽取 ${count(draws)} 次，抽中 ${count(selected)} 户次，<a href="/inspections/results">结果已公示</a> ${count(published)} 户次；其中重复抽中 ${count(repeats)} 户次、没有足够检查人员的 ${count(unassigned)} 户次；作废 ${count(voided)} 次；结果罕见的 ${count(improbable)} 次。</p>
<p>${years.map((other) => html`<a href="/inspections/${other}" ${other === year ? html`aria-current="page"` : ''}>${other} 年度</a> `)}</p></div>
<section class="block" id="tasks" aria-labelledby="tasks-title"><h2 id="tasks-title">年度计划</h2>${tasks(result)}</section>
<section class="block" id="reached" aria-labelledby="reached-title"><h2 id="reached-title">达到的比例</h2>${
    result.coverage.length === 0 ? html`<p>还没有抽取。</p>` : reached(result, least)
  }</section>
<section class="block" id="audit" aria-labelledby="audit-title"><h2 id="audit-title">自我审计</h2>
<p>每次抽取都与纯粹凭运气时应有的结果相比：按区划、行业、规模和检查人员作卡方检验。</p>${audits(result)}</section>
<p class="source"><a href="/v1/inspections/years/${year}">数据（JSON）</a> · <a href="/v1/inspections/annual-plans">年度计划（JSON）</a> · <a href="/inspection-items">随机抽查事项清单</a></p></div>`
}

/** A year of random inspections: what was planned, what was done, and whether chance alone explains it. */
export const inspectionYear = page({
  path: '/inspections/:year',
  params: { year: Type.Integer() },
  render: async ({ params: { year } }, { queries }) => {
    const years = await queries.inspectionYears()
    if (!years.includes(year)) return failed(404, noSuchPage)
    const [found, law] = await Promise.all([queries.inspectionYear(year), queries.law()])
    const least = leastShare(`${year}-12-31`, law(samplingFloor))
    return { title: `${year} 年度双随机抽查`, current: '/draws', body: body(found, years, least) }
  },
})
