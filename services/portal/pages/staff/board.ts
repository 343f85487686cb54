import { addDays, type CivilDate, daysBetween } from '@mingjian/codes'
import { type Html, html } from '@mingjian/http'
import { actOf, type BoardLine, clocksIn } from '@mingjian/law'
import { place, text } from '../../page.ts'
import { count, day } from '../../words.ts'
import { pageForStaff } from './door.ts'

/** Which lines are wanted; all of them where nothing is said. */
interface BoardChoice {
  readonly who?: string | undefined
  readonly act?: string | undefined
  readonly when?: string | undefined
}

const AHEAD_DAYS = 30
const ON_A_PAGE = 100
/** Enterprises are too many to choose from; they are asked for by their code. */
const PARTIES = '当事人'

const WHEN = [
  ['overdue', '已逾期'],
  ['week', '七日以内'],
  ['later', '七日以后'],
] as const

const whoOf = ({ who, uscc, count: many }: BoardLine): string =>
  who === uscc || many > 1 || who === PARTIES ? PARTIES : who
const whenOf = ({ by, overdue }: BoardLine, today: CivilDate): string =>
  overdue ? 'overdue' : daysBetween(today, by) <= 7 ? 'week' : 'later'

const keys = (line: BoardLine, today: CivilDate) => ({ who: whoOf(line), act: actOf(line), when: whenOf(line, today) })

/** How many clocks each value of a choice would leave, the other choices being as they are. */
const counted = (name: keyof BoardChoice, lines: readonly BoardLine[], choice: BoardChoice, today: CivilDate) => {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const its = keys(line, today)
    const { [name]: _, ...others } = choice
    if (Object.entries(others).some(([key, value]) => value !== undefined && its[key as keyof BoardChoice] !== value))
      continue
    counts.set(its[name], (counts.get(its[name]) ?? 0) + line.count)
  }
  return counts
}

const select = (
  name: keyof BoardChoice,
  label: string,
  counts: ReadonlyMap<string, number>,
  chosen: string | undefined,
  options: readonly (readonly [value: string, text: string])[] = [...counts.keys()].map((key) => [key, key]),
): Html => html`<label for="by-${name}">${label}</label><select id="by-${name}" name="${name}"><option value="">不限</option>
${options.map(([value, text]) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}（${count(counts.get(value) ?? 0)}）</option>`)}</select>`

const subject = ({ subject: of, uscc, count: many }: BoardLine): Html =>
  uscc !== null
    ? html`<a class="code short" href="/enterprises/${uscc}">${uscc}</a>${of === uscc ? '' : html`<div class="muted">${of}</div>`}`
    : many > 1 || of === ''
      ? html`${count(many)} 户`
      : html`${of}`

const left = ({ by, overdue }: BoardLine, today: CivilDate): Html => {
  const days = daysBetween(today, by)
  if (overdue) return html`<span class="tag clock">逾期 ${count(-days)} 天</span>`
  return html`<span class="muted">${days === 0 ? '今天' : `还有 ${count(days)} 天`}</span>`
}

const row = (line: BoardLine, today: CivilDate): Html => html`
<tr><th scope="row" data-label="最后一日"><div>${day(line.by)}</div><div>${left(line, today)}</div></th>
<td data-label="事项"><div>${line.what}</div><div class="muted">${line.basis}</div></td>
<td data-label="由谁办">${line.who}</td><td data-label="对象"><div>${subject(line)}</div></td></tr>`

const address = (choice: BoardChoice, from: number): string => {
  const given = Object.entries(choice).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `/staff/board?${new URLSearchParams([...given, ...(from === 0 ? [] : [['from', String(from)]])])}`
}

const body = (
  lines: readonly BoardLine[],
  choice: BoardChoice,
  { today, until, from }: { readonly today: CivilDate; readonly until: CivilDate; readonly from: number },
): Html => {
  const chosen = lines.filter((line) =>
    Object.entries(keys(line, today)).every(([name, value]) => (choice[name as keyof BoardChoice] ?? value) === value),
  )
  const page = chosen.slice(from, from + ON_A_PAGE)
  const next = from + ON_A_PAGE < chosen.length ? from + ON_A_PAGE : undefined
  const overdue = clocksIn(chosen.filter((line) => line.overdue))
  const of = (name: keyof BoardChoice) => counted(name, lines, choice, today)
  return html`
<div class="wrap"><div class="head"><h1>时限看板</h1>
<p>截至 ${day(today)}，在办的时限 <strong>${count(clocksIn(chosen))}</strong> 项，其中逾期 <strong>${count(overdue)}</strong> 项；到 ${day(until)} 为止。</p></div></div>
<div class="wrap split">
<form class="filters" action="/staff/board" method="get" aria-label="筛选"><details ${Object.values(choice).some((value) => value !== undefined) ? 'open' : ''}>
<summary>筛选</summary>
${select('when', '期限', of('when'), choice.when, WHEN)}
${select('who', '由谁办', of('who'), choice.who)}
${select('act', '事项', of('act'), choice.act)}
<p class="apply"><button class="secondary" type="submit">筛选</button><a href="/staff/board">清除</a></p></details></form>
<div>${
    page.length === 0
      ? html`<p role="status">没有这样的时限。</p>`
      : html`<table class="cards"><caption>最急的在前，第 ${count(from + 1)} 至 ${count(from + page.length)} 行，共 ${count(chosen.length)} 行</caption>
<thead><tr><th scope="col">最后一日</th><th scope="col">事项、依据</th><th scope="col">由谁办</th><th scope="col">对象</th></tr></thead>
<tbody>${page.map((line) => row(line, today))}</tbody></table>`
  }
<nav class="pages" aria-label="翻页">${from === 0 ? '' : html`<a href="${address(choice, 0)}">回到第一页</a>`}
${next === undefined ? '' : html`<a href="${address(choice, next)}" rel="next">下一页</a>`}</nav>
<p class="source">期限届满而应当自动办理的，由程序每日办理；这里列出的，须由人办理或者尚未办理。<a href="/v1/board">数据（JSON）</a></p></div></div>`
}

/** 时限看板: who must do what by which day, the most pressing first. */
export const board = pageForStaff({
  path: '/staff/board',
  query: { when: text, who: text, act: text, from: place },
  render: async ({ query: { from = 0, ...choice } }, { today, staff }) => {
    const until = addDays(today, AHEAD_DAYS)
    const lines = await staff.board({ asOf: today, until })
    return { title: '时限看板', current: '/staff/board', body: body(lines, choice, { today, until, from }) }
  },
})
