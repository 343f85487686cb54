import type { TimelineItem } from '@mingjian/credit-query'
import { type Html, html } from '@mingjian/http'
import { count, day, minute, orDash } from '../../words.ts'

const SANCTIONS = new Set([
  'AbnormalOperationsListed',
  'AbnormalStateMarked',
  'SeriousViolationListed',
  'SeriousViolationReinstated',
  'PenaltyPublicised',
  'LicenceRevoked',
  'RegistrationRescinded',
])

/** As many as are read at a glance; the others are one click away. */
const AT_FIRST = 8

/** The number, and the document where there is one. */
const numbered = (decision: string, documentSha256: string | null): Html => {
  if (documentSha256 === null) return html`${decision}`
  const address = `/v1/documents/${encodeURIComponent(decision)}`
  return html`<a href="${address}.html">${decision}</a>（<a href="${address}.pdf">PDF</a>）`
}

const evidence = ({
  authority,
  decision,
  documentSha256,
  basis,
  remedy,
  recordedAt,
  position,
}: TimelineItem): Html => html`
<details class="evidence"><summary>依据和记录</summary><dl class="pairs">
<dt>机关</dt><dd>${orDash(authority)}</dd>
${decision === null ? '' : html`<dt>文号</dt><dd>${numbered(decision, documentSha256)}</dd>`}
${basis.length === 0 ? '' : html`<dt>依据</dt><dd>${basis.map(({ text }) => html`<div>${text}</div>`)}</dd>`}
${
  remedy === null
    ? ''
    : html`<dt>救济期限</dt><dd>${remedy.objectionBy === null ? '' : html`异议至 ${day(remedy.objectionBy)}，`}行政复议（${remedy.reconsiderationTo}）至 ${day(remedy.reconsiderationBy)}，行政诉讼至 ${day(remedy.litigationBy)}</dd>`
}
<dt>记录</dt><dd>${minute(recordedAt)} 记入，位置 ${count(position)}</dd></dl></details>`

const moment = (item: TimelineItem): Html => html`
<li class="${SANCTIONS.has(item.event) ? 'sanction' : ''}">${day(item.on)}<div><h3>${item.title}</h3>
${item.text === '' ? '' : html`<p class="muted">${item.text}</p>`}${evidence(item)}</div></li>`

/** What happened, the latest first, each with its reason and its place in the record. */
export const timeline = (items: readonly TimelineItem[]): Html => {
  const latestFirst = items.toSorted((a, b) => (a.on === b.on ? b.position - a.position : a.on < b.on ? 1 : -1))
  const earlier = latestFirst.slice(AT_FIRST)
  return html`
<ol class="timeline">${latestFirst.slice(0, AT_FIRST).map(moment)}</ol>
${earlier.length === 0 ? '' : html`<details><summary>更早的 ${earlier.length} 项</summary><ol class="timeline">${earlier.map(moment)}</ol></details>`}`
}
