import { type Html, html } from '@mingjian/http'
import { text } from '../../page.ts'
import type { Task } from '../../ports.ts'
import { codeGroups, day } from '../../words.ts'
import { pageForStaff } from './door.ts'

const STAGES: Readonly<Record<string, string>> = {
  assigned: '待签发任务单',
  issued: '待检查',
  completed: '待审核',
  passed: '待公示',
  publicised: '已公示',
  cancelled: '已取消',
}

const address = (task: string): string => `/staff/visits/${encodeURIComponent(task)}`

const row = ({ task, uscc, name, planName, from, to, stage, inspectors }: Task): Html => html`
<tr><th scope="row"><a href="${address(task)}" ${stage === 'issued' ? 'data-keep' : ''}>${name}</a><div class="muted">${codeGroups(uscc)}</div></th>
<td data-label="计划">${planName}</td><td data-label="检查时间">${day(from)} 至 ${day(to)}</td>
<td data-label="人员">${inspectors.join('、')}</td><td class="short" data-label="阶段">${STAGES[stage] ?? stage}</td></tr>`

const body = (tasks: readonly Task[], officer: string | undefined): Html => html`
<div class="wrap"><div class="head"><h1>检查任务</h1>
<form class="inline" action="/staff/visits" method="get"><label for="officer">检查人员编号</label>
<input id="officer" name="officer" value="${officer ?? ''}" maxlength="100"><button class="secondary" type="submit">只看此人</button></form>
<p class="muted" role="status" data-offline>正在存到本机……</p></div>
${
  tasks.length === 0
    ? html`<p role="status">没有检查任务。</p>`
    : html`<table class="cards"><caption>共 ${tasks.length} 项，最急的在前</caption>
<thead><tr><th scope="col">企业</th><th scope="col">计划</th><th scope="col">检查时间</th><th scope="col">人员</th><th scope="col">阶段</th></tr></thead>
<tbody>${tasks.map(row)}</tbody></table>`
}
<script type="module" src="/assets/visits.js"></script></div>`

/** The visits of an officer, or of all of them; the phone keeps those to be done. */
export const visits = pageForStaff({
  path: '/staff/visits',
  query: { officer: text },
  render: async ({ query: { officer } }, { staff }) => ({
    title: '检查任务',
    current: '/staff/visits',
    body: body(await staff.tasks(officer), officer),
  }),
})
