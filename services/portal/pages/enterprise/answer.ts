import { type CivilDate, formOf } from '@mingjian/codes'
import { cureText, measureFor, REMOVAL } from '@mingjian/credit-lists/law'
import type { Enterprise, Listing } from '@mingjian/credit-query'
import { type Html, html, type Part } from '@mingjian/http'
import { isProvisional } from '@mingjian/law'
import { count, day, groundWithYears, isSanction, listed, term } from '../../words.ts'

/** What ends an entry: as its decision says, or as the law says of the ground. */
const wayOffOf = ({ ground, wayOff }: Listing): string => {
  const cures: Readonly<Record<string, string | undefined>> = cureText
  return wayOff ?? `${cures[ground] ?? '消除列入的事由'}后申请，登记机关 ${term(REMOVAL)}内办理`
}

const bases = ({ basis }: Pick<Listing, 'basis'>): Html => html`${basis.map(({ text }) => html`<div>${text}</div>`)}`

/** A last day, and whether it is still ahead: nobody has to reckon. */
const until = (name: string, last: CivilDate, today: CivilDate): Html => html`
<div>${name}，至 ${day(last)}${last < today ? '（已过）' : isProvisional(last) ? '（暂定，当年放假安排尚未公布）' : ''}</div>`

const remedies = (decisions: Listing['decisions'], authority: string, today: CivilDate): Part => {
  // Each decision has days of its own; those of the last one run longest.
  const remedy = decisions.findLast((decision) => decision.remedy !== null)?.remedy
  if (remedy === undefined || remedy === null) return ''
  return html`<dt>不服怎么办</dt><dd>
${remedy.objectionBy === null ? '' : until(`向${authority}提出异议`, remedy.objectionBy, today)}
${until(`向${remedy.reconsiderationTo}申请行政复议`, remedy.reconsiderationBy, today)}
${until('向人民法院提起行政诉讼', remedy.litigationBy, today)}</dd>`
}

const decisionsOf = (decisions: Listing['decisions']): Html =>
  html`${decisions.map(
    ({ year, listedOn, decision }) =>
      html`<div>${decision ?? '文号不详'}（${day(listedOn)}${year === null ? '' : `，${year}年度`}）</div>`,
  )}`

const listing = (entry: Listing, today: CivilDate): Html => {
  const { list, reason, years, listedOn, authority, decisions, measures } = entry
  const end = list === 'mark' ? '恢复正常记载状态' : '移出'
  return html`
<section class="answer sanction" aria-label="${listed(list)}">
<h2>${listed(list)}</h2>
<p>因${groundWithYears(reason, years)}，自 ${day(listedOn)} 起由${authority}${list === 'mark' ? '标记' : '列入'}。</p>
<dl class="pairs">
<dt>依据</dt><dd>${bases(entry)}</dd>
<dt>决定书</dt><dd>${decisionsOf(decisions)}</dd>
${entry.until === null ? '' : html`<dt>列入至</dt><dd>${day(entry.until)}</dd>`}
${measures.length === 0 ? '' : html`<dt>惩戒措施</dt><dd>${measures.map((measure) => html`<div>${measure}</div>`)}</dd>`}
<dt>怎样${end}</dt><dd>${wayOffOf(entry)}。</dd>
${remedies(decisions, authority, today)}
</dl></section>`
}

/** 登记状态 that is no longer 存续: what was done as a sanction is red. */
const registrationEnded = (state: string, ended: CivilDate, onNoList: Part): Html => html`
<section class="answer ${isSanction(state) ? 'sanction' : ''}" aria-label="登记状态">
<h2>${state}</h2>
<p>登记状态自 ${day(ended)} 起为“${state}”。</p>
${onNoList}</section>`

/** What most people came to ask, the worst first. Nothing wrong is an answer too. */
export const answer = (enterprise: Enterprise, today: CivilDate): readonly Html[] => {
  const { lists, removedListings, ended, state, typeCode, position } = enterprise
  const entries = lists.map((entry) => listing(entry, today))
  if (lists.length > 0) return ended === null ? entries : [registrationEnded(state, ended, ''), ...entries]
  const clear =
    measureFor(formOf(typeCode)) === 'mark'
      ? '未标记为经营异常状态，未列入严重违法失信名单'
      : '未列入经营异常名录、严重违法失信名单'
  const before =
    removedListings === 0 ? '' : html`以前的 ${removedListings} 次均已移出或者恢复，见<a href="#lists">名录记录</a>。`
  const source = html`<p class="source">记录位置 ${count(position)}</p>`
  if (ended !== null)
    return [registrationEnded(state, ended, html`<p>截至 ${day(today)}，${clear}。${before}</p>\n${source}`)]
  return [
    html`
<section class="answer" aria-label="名录情况">
<h2>${clear}</h2>
<p>截至 ${day(today)}，没有有效的列入或者标记。${before}</p>
${source}</section>`,
  ]
}
