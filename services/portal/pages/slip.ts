import type { CivilDate } from '@mingjian/codes'
import { type Html, html } from '@mingjian/http'
import { PUBLISH_RESULTS, rightsOnVisit } from '@mingjian/inspection/law'
import { citationText } from '@mingjian/law'
import { oneTimeCode, pageForChecked } from '../checked.ts'
import { type Failure, failed } from '../parts/failure.ts'
import type { ScannedSlip } from '../ports.ts'
import { codeGroups, day, minute, orDash, term } from '../words.ts'

const STANDING: Readonly<Record<string, string>> = {
  completed: '这次检查已经结束，结果在审核以后公示。',
  passed: '这次检查已经结束，结果即将公示。',
  publicised: '这次检查已经结束，结果已经公示。',
}

const standing = (slip: ScannedSlip, code: string): Html => {
  const { cancelled, stage, scanned, enteredAt, onSite } = slip
  if (cancelled !== null)
    return html`<section class="answer sanction" aria-label="任务单"><h2>这张任务单已经取消</h2><p>${cancelled}。持此单来检查的，可以拒绝，并向本机关核实。</p></section>`
  const over = STANDING[stage]
  if (over !== undefined) return html`<section class="answer" aria-label="任务单"><h2>${over}</h2></section>`
  if (scanned)
    return html`<section class="answer" aria-label="任务单"><h2>已经确认入企</h2><p>${minute(enteredAt ?? '')} 检查人员到场，并出示了执法证件。</p></section>`
  return html`<section class="answer" aria-label="任务单"><h2>这是一张有效的任务单</h2>
<p>${onSite ? '请核对下面的执法证件。人员、证件、事项都相符的，请确认。' : '检查人员一般不到现场；到场的，请核对执法证件以后确认。'}</p>
<form class="form" action="/visits/${code}/entry" method="post"><p class="apply"><button class="primary" type="submit">检查人员已经到场、亮证</button></p></form></section>`
}

const body = (slip: ScannedSlip, name: string, code: string, today: CivilDate): Html => html`
<div class="wrap"><div class="head"><h1>行政检查任务单</h1>
<p>${name} ${codeGroups(slip.uscc)}</p>
<p>${orDash(slip.slipNo)} · ${slip.authority} · ${day(slip.issuedOn)} 签发</p></div>
${standing(slip, code)}
<section class="block" aria-labelledby="who"><h2 id="who">谁来检查</h2>
<table class="cards"><caption>检查人员 ${slip.officers.length} 人</caption><thead><tr><th scope="col">执法证号</th><th scope="col">单位</th><th scope="col">有效至</th></tr></thead>
<tbody>${slip.officers.map(
  ({ certificateNo, department, validUntil }) => html`
<tr><th scope="row"><code>${certificateNo}</code></th><td data-label="单位">${department}</td><td data-label="有效至">${day(validUntil)}${validUntil < today ? '（已过期，可以拒绝检查）' : ''}</td></tr>`,
)}</tbody></table></section>
<section class="block" aria-labelledby="what"><h2 id="what">查什么</h2>
<p>${slip.planName} · 检查时间 ${day(slip.from)} 至 ${day(slip.to)}${today < slip.from ? '，还没有开始' : today > slip.to ? '，已经过了' : ''}</p>
<ul class="results">${slip.items.map(
  ({ name: item, legalBasis, content, method }) =>
    html`<li>${item}（${method}）：${content}<p class="why">依据 ${legalBasis.join('；')}</p></li>`,
)}</ul></section>
<section class="block" aria-labelledby="rights"><h2 id="rights">您的权利</h2>
<ul class="results">${rightsOnVisit(slip.issuedOn).map(({ right, basis }) => html`<li>${right}<p class="why">${basis.map(citationText).join('；')}</p></li>`)}</ul></section>
<section class="block" aria-labelledby="after"><h2 id="after">检查以后</h2>
<ul class="results"><li>结果在检查结束后 ${term(PUBLISH_RESULTS)}内公示，见<a href="/enterprises/${slip.uscc}">本企业的档案</a>。</li>
<li>怎么评价这次检查：从检查人员带来的纸条里任意抽一张，用上面的一次性评价码<a href="/ratings">评价</a>。评价码不属于任何一次检查，评价不会查到您。</li>
<li>检查人员违反规定的，可以向 ${slip.authority} 投诉，或者拨打 12345。</li></ul></section></div>`

const noSuchSlip: Failure = {
  title: '没有这张任务单',
  next: ['请重新扫描任务单上的二维码', '仍然没有的，持单的人不能证明是来检查的：可以拒绝，并拨打 12345 核实'],
  english:
    'There is no such task slip. Scan the code once more. Those who show no valid slip may be refused: call 12345.',
}

/** What an enterprise sees when it scans the code on entry 扫码入企: who, what, on which basis, and its rights. */
export const slip = pageForChecked({
  path: '/visits/:code',
  params: { code: oneTimeCode },
  otherwise: noSuchSlip,
  render: async ({ params: { code } }, { queries, today, checked }) => {
    const found = await checked.slip(code)
    if (found === undefined) return failed(404, noSuchSlip)
    const name = (await queries.enterprise(found.uscc))?.name ?? found.uscc
    return { title: '行政检查任务单', body: body(found, name, code, today) }
  },
  forms: {
    '/entry': async ({ params: { code } }, { checked }) => {
      const found = await checked.scan(code)
      if (found === undefined) return failed(404, noSuchSlip)
      if ('code' in found)
        return failed(409, {
          title: '现在不能确认入企',
          next: [found.text.zh, '请向本机关核实这张任务单'],
          english: `Entry cannot be confirmed now: ${found.text.en}`,
        })
      return { to: `/visits/${code}`, status: 303 }
    },
  },
})
