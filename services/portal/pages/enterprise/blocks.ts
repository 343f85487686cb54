import { type CivilDate, regionText } from '@mingjian/codes'
import { ACCEPT_RESTORATION, decideRestorationWithin, RESTORATION_DOCUMENTS } from '@mingjian/credit-lists/law'
import type { Enterprise, EnterpriseRecord, ListEntry, PublicPenalty } from '@mingjian/credit-query'
import { EARLY_STOP_CONDITIONS } from '@mingjian/enforcement/law'
import { type Html, html, type Part } from '@mingjian/http'
import { penaltyRestorableFrom } from '@mingjian/law'
import { sectionName } from '../../parts/industry-sections.ts'
import { codeGroups, count, currencyName, day, groundWithYears, listName, orDash, term, yuan } from '../../words.ts'

type Pair = readonly [name: string, value: Part]

export const pairs = (items: readonly Pair[]): Html => html`
<dl class="pairs">${items.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`

/** Position of the last act in the file that one of these events recorded, said with who answers for it. */
const source = (from: string, { timeline }: EnterpriseRecord, events: RegExp): Html => {
  const position = timeline.reduce((last, item) => (events.test(item.event) ? Math.max(last, item.position) : last), 0)
  return html`<p class="source">来源：${from}${position === 0 ? '' : `；最后一项记录的位置 ${count(position)}`}</p>`
}

const dayOrDash = (date: CivilDate | null): Part => (date === null ? '—' : day(date))

const REGISTRY = /Established|Migrated|RegistrationChanged|Deregistered|Revoked|Rescinded/

export const registration = (e: Enterprise, record: EnterpriseRecord): Html => {
  const section = sectionName(e.industrySection)
  const items: readonly Pair[] = [
    ['名称', orDash(e.name)],
    ...(e.formerNames.length === 0 ? [] : [['曾用名称', orDash(e.formerNames.join('、'))] as const]),
    ['统一社会信用代码', codeGroups(e.uscc)],
    ['类型', orDash(e.type)],
    ['登记状态', html`${e.state}${e.ended === null ? '' : html`（${day(e.ended)}）`}`],
    ['成立日期', day(e.established)],
    ['核准日期', dayOrDash(e.approved)],
    [
      '营业期限',
      html`${dayOrDash(e.operatingFrom ?? e.established)} 至 ${e.operatingTo === null ? '无固定期限' : day(e.operatingTo)}`,
    ],
    [
      '注册资本',
      e.capitalWan === null || e.capitalWan === 0
        ? '—'
        : html`${count(e.capitalWan)} 万元（${currencyName(e.currency)}）`,
    ],
    ['登记机关', orDash(e.authority)],
    ['行政区划', html`${regionText(e.district) ?? ''} <span class="code">${e.district}</span>`],
    ['住所', orDash(e.address)],
    [
      '行业',
      html`${[section, e.industryName].filter((name) => name !== undefined && name !== null).join(' · ') || '—'}`,
    ],
    ['经营范围', orDash(e.scope)],
  ]
  return html`${pairs(items)}${source(`${e.authority}的登记`, record, REGISTRY)}`
}

/** From when, with what and where credit is restored (信用修复管理办法; 公示规定第十四条). */
const restoration = (p: PublicPenalty, today: CivilDate): Part => {
  const from = penaltyRestorableFrom(p, today)
  if (from === undefined) return '这一种类的处罚不得提前停止公示，期满自动停止。'
  const since = html`${from <= today ? '现在可以申请' : html`自 ${day(from)} 起可以申请`}`
  const conditions = EARLY_STOP_CONDITIONS.map(({ condition }) => condition).join('、')
  const [application, ...others] = RESTORATION_DOCUMENTS
  const papers = `${[application, ...others.slice(0, -1)].join('、')}和${others.at(-1)}`
  return html`${since}：${conditions}，向${p.authority}提交${papers}，${term(ACCEPT_RESTORATION)}内答复是否受理，受理后 ${term(decideRestorationWithin('penalty', today))}内决定。`
}

const penaltyRow = (p: PublicPenalty, today: CivilDate): Html => html`
<tr><th scope="row" data-label="决定日期">${day(p.decidedOn)}</th>
<td data-label="违法行为"><div>${p.violation}</div><details class="evidence"><summary>摘要、依据和怎样修复</summary><dl class="pairs">
<dt>文书号</dt><dd>${p.documentNo}</dd><dt>摘要</dt><dd>${p.summary}</dd><dt>处罚依据</dt><dd>${orDash(p.penaltyBasis)}</dd>
<dt>处罚机关</dt><dd>${p.authority}</dd><dt>怎样修复信用</dt><dd>${restoration(p, today)}</dd></dl></details></td>
<td data-label="处罚种类">${p.kinds.join('、')}</td>
<td class="number" data-label="罚没金额">${p.fineYuan + p.confiscatedYuan === 0 ? '—' : yuan(p.fineYuan + p.confiscatedYuan)}</td>
<td data-label="公示至">${day(p.until)}</td></tr>`

export const penalties = (record: EnterpriseRecord, today: CivilDate): Html => {
  const latestFirst = record.penalties.toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))
  const table = html`
<table class="cards"><caption>公示期内的行政处罚，共 ${latestFirst.length} 项</caption>
<thead><tr><th scope="col">决定日期</th><th scope="col">违法行为</th><th scope="col">处罚种类</th><th scope="col" class="number">罚没金额</th><th scope="col">公示至</th></tr></thead>
<tbody>${latestFirst.map((penalty) => penaltyRow(penalty, today))}</tbody></table>`
  return html`${latestFirst.length === 0 ? html`<p>截至 ${day(today)}，没有公示期内的行政处罚。</p>` : table}
${source('作出处罚决定的机关；不含个人信息，期满停止公示', record, /Penalty/)}`
}

const entryRow = (e: ListEntry): Html => html`
<tr><th scope="row" data-label="${e.list === 'mark' ? '标记' : '列入'}">${day(e.listedOn)}</th>
<td class="short" data-label="名录">${listName(e.list)}</td>
<td data-label="事由">${groundWithYears(e.reason, e.year === null ? [] : [e.year])}<div class="muted">${e.decision ?? ''}</div></td>
<td data-label="${e.list === 'mark' ? '恢复' : '移出'}">${
  e.removal === null
    ? html`<span class="tag sanction">有效</span>`
    : html`${day(e.removal.on)}${e.removal.kind === 'rescinded' ? '（撤销）' : ''}<div class="muted">${e.removal.reason}</div><div class="muted">${e.removal.decision ?? ''}</div>`
}</td></tr>`

export const listHistory = (record: EnterpriseRecord, today: CivilDate): Html => {
  const latestFirst = record.lists.toSorted((a, b) => (a.listedOn < b.listedOn ? 1 : -1))
  const table = html`
<table class="cards"><caption>列入和移出的全部记录</caption>
<thead><tr><th scope="col">列入</th><th scope="col">名录</th><th scope="col">事由、决定书</th><th scope="col">移出</th></tr></thead>
<tbody>${latestFirst.map(entryRow)}</tbody></table>`
  return html`${latestFirst.length === 0 ? html`<p>截至 ${day(today)}，没有列入记录。</p>` : table}
${source('作出列入、移出决定的机关', record, /Abnormal|SeriousViolation/)}`
}
