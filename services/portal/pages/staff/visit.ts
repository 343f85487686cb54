import type { CivilDate } from '@mingjian/codes'
import { type Html, html } from '@mingjian/http'
import { CORRECTED, INSPECTION_RESULTS, NOTHING_FOUND, restsOnFacts } from '@mingjian/inspection/law'
import { text } from '../../page.ts'
import { block } from '../../parts/block.ts'
import { type Failure, failed } from '../../parts/failure.ts'
import type { VisitForStaff } from '../../ports.ts'
import { codeGroups, codeToScan, day, minute, orDash } from '../../words.ts'
import { pageForStaff } from './door.ts'

const ANSWERS = ['符合', '不符合', '不适用', '未检查']
const STATES = ['存续', '注销', '被吊销', '被撤销', '迁出', '已关闭停业或正在组织清算']
const CAPACITIES = ['法定代表人', '负责人', '经营者', '受委托人', '现场工作人员']
const MANNERS = ['书面', '电话', '短信', '电子邮件', '其他']

/** What the acts are called on the list of what has not been sent. */
const ACTS: Readonly<Record<string, string>> = {
  IssueTaskSlip: '签发任务单',
  GiveInspectionNotice: '检查通知',
  EnterPremises: '入企',
  CheckItem: '检查事项',
  TakeEvidence: '检查证据',
  SignAsOfficer: '检查人员签字',
  SignAsEnterprise: '企业签字',
  NoteSignatureRefused: '未签字的记录',
  CompleteVisit: '检查结束',
}

const options = (values: readonly string[]): Html => html`${values.map((value) => html`<option>${value}</option>`)}`

const own = (team: VisitForStaff['officers'], departments: readonly string[]): string | undefined =>
  team.find(({ department }) => departments.includes(department))?.id

/** Officers to choose from; one of the departments that it is for comes first. */
const officers = ({ officers: team }: VisitForStaff, departments: readonly string[] = []): Html =>
  html`${team.map(({ id, department }) => html`<option value="${id}" ${id === own(team, departments) ? 'selected' : ''}>${id}${department === '' ? '' : `（${department}）`}</option>`)}`

const submit = (words: string): Html =>
  html`<p class="apply"><button class="primary" type="submit">${words}</button></p><p class="said" role="status" data-said></p>`

const notice = (visit: VisitForStaff): Html => html`
<form class="form" data-act="GiveInspectionNotice">
<p class="muted">有的事项应当提前通知企业：${visit.items.filter((item) => item.noticeBeforehand).map(({ name }) => html`${name}；`)}</p>
<label for="manner">通知方式</label><select id="manner" name="manner">${options(MANNERS)}</select>
<label for="visitOn">检查日期</label><input id="visitOn" name="visitOn" type="date" min="${visit.from}" max="${visit.to}" required>
${submit('已通知')}</form>`

const entry = (visit: VisitForStaff): Html => html`
<form class="form" data-act="EnterPremises">
<p class="muted">出示任务单和执法证件，请企业扫描上面的二维码；企业不能扫码的，由检查人员记录。</p>
<fieldset><legend>在场的检查人员</legend>${visit.officers.map(
  ({ id, department }) => html`
<label class="choice"><input type="checkbox" name="officer" value="${id}" checked> ${id}${department === '' ? '' : `，${department}`}</label>`,
)}</fieldset>
${submit('已亮证入企')}</form>`

const point = (point: string, at: number, of: string): Html => html`
<fieldset data-point="${point}"><legend>${point}</legend>
<div class="choices">${ANSWERS.map((answer) => html`<label class="choice"><input type="radio" name="answer-${at}" value="${answer}" required> ${answer}</label>`)}</div>
<label class="unseen" for="note-${of}-${at}">说明</label><input id="note-${of}-${at}" name="note-${at}" placeholder="说明（可不填）" maxlength="4000"></fieldset>`

const result = (name: string, of: string, at: number, visit: VisitForStaff): Html => html`
<li><label class="choice"><input type="checkbox" name="result" value="${name}" ${name === NOTHING_FOUND ? 'data-alone' : ''}> ${name}</label>
${
  restsOnFacts(name)
    ? html`<div data-facts hidden><label for="facts-${of}-${at}">事实（将会公示，不写个人信息）</label>
<textarea id="facts-${of}-${at}" name="facts-${name}" rows="3" maxlength="4000" data-needed></textarea>
${name === CORRECTED ? html`<label for="correct-${of}">改正的最后一日</label><input id="correct-${of}" name="correctBy" type="date" min="${visit.from}" data-needed>` : ''}</div>`
    : ''
}</li>`

const item = (
  visit: VisitForStaff,
  { itemNo, name, legalBasis, content, method, departments, points }: VisitForStaff['items'][number],
  at: number,
): Html => html`
<form class="form" data-act="CheckItem" data-slot="CheckItem/${itemNo}" data-item="${itemNo}" aria-labelledby="item-${at}">
<h3 id="item-${at}">${name}</h3>
<p class="muted">${itemNo} · ${method} · ${departments.join('、')}</p>
<details><summary>内容和依据</summary><p>${content}</p>${legalBasis.map((basis) => html`<p class="muted">${basis}</p>`)}</details>
${points.map((one, index) => point(one, index, String(at)))}
<fieldset><legend>抽查结果</legend><ul class="plain">${INSPECTION_RESULTS.map((one, index) => result(one, String(at), index, visit))}</ul></fieldset>
<label for="by-${at}">填写人</label><select id="by-${at}" name="by">${officers(visit, departments)}</select>
<fieldset><legend>共同检查的人员</legend><div class="choices">${visit.officers.map(
  ({ id }) => html`
<label class="choice"><input type="checkbox" name="with" value="${id}" checked> ${id}</label>`,
)}</div></fieldset>
${submit('记下这一事项')}</form>`

const evidence = (visit: VisitForStaff): Html => html`
<form class="form" data-act="TakeEvidence">
<p class="muted">照片、录音录像和文件在本机计算摘要（SHA-256），连同时间和位置记入；改动任何一处，摘要就不同。</p>
<label for="file">文件</label><input id="file" name="file" type="file" accept="image/*,video/*,audio/*,application/pdf" required>
<label for="description">说明的是什么</label><input id="description" name="description" required maxlength="4000">
<label for="of-item">属于哪一事项</label><select id="of-item" name="itemNo"><option value="">整个检查</option>${visit.items.map(({ itemNo, name }) => html`<option value="${itemNo}">${name}</option>`)}</select>
<label for="taken-by">取证人</label><select id="taken-by" name="by">${officers(visit)}</select>
${submit('存入证据')}</form>
${
  visit.evidence.length === 0
    ? ''
    : html`<ul class="results">${visit.evidence.map(({ description, takenAt, sha256 }) => html`<li>${description}，${minute(takenAt)}<p class="why"><code>${sha256}</code></p></li>`)}</ul>`
}`

const signatures = (visit: VisitForStaff): Html => html`
<p class="muted">签字是对此刻的记录：签字以后又改动了事项或者证据的，要重新签字。</p>
${visit.officers.map(
  ({ id, certificateNo }) => html`
<form class="form" data-act="SignAsOfficer" data-slot="SignAsOfficer/${id}" data-officer="${id}">
<label class="choice"><input type="checkbox" name="sure" required> ${id}（执法证 ${orDash(certificateNo)}）：以上检查属实</label>${submit('检查人员签字')}</form>`,
)}
<form class="form" data-act="SignAsEnterprise" data-slot="enterprise">
<h3>企业签字</h3><label for="capacity">签字人</label><select id="capacity" name="capacity">${options(CAPACITIES)}</select>
<p>请在框内签字</p><canvas width="1000" height="360" aria-label="签字"></canvas>
<p><button class="quiet" type="button" data-wipe>擦去重签</button></p>${submit('企业签字')}</form>
<form class="form" data-act="NoteSignatureRefused" data-slot="enterprise">
<details><summary>未签字</summary>
<label for="kind">情形</label><select id="kind" name="kind"><option value="refused">拒绝签字</option><option value="absent">无人签字</option></select>
<label for="reason">原因</label><input id="reason" name="reason" required maxlength="4000">
<label for="witness">见证人（没有的，应当有证据）</label><input id="witness" name="witness" maxlength="4000">
<label for="noted-by">记录人</label><select id="noted-by" name="by">${officers(visit)}</select>
${submit('记录未签字')}</details></form>`

const completion = (): Html => html`
<form class="form" data-act="CompleteVisit">
<label for="state">企业状态</label><select id="state" name="enterpriseState">${options(STATES)}</select>
${submit('检查结束')}</form>`

const slip = (visit: VisitForStaff, link: string | undefined): Html =>
  link === undefined
    ? html`<form class="form" data-act="IssueTaskSlip"><p>任务单还没有签发，签发以后才能检查。签发时按事项清单和人员库核对事项、依据和执法证件。</p>${submit('签发任务单')}</form>`
    : html`<figure class="code-to-scan">${codeToScan(link)}
<figcaption>扫码入企：企业扫描后看到谁来检查、查什么、依据什么、有哪些权利。<br><a href="${link}">${link}</a></figcaption></figure>
<dl class="pairs"><dt>任务单</dt><dd>${orDash(visit.slipNo)}</dd><dt>检查人员</dt><dd>${visit.officers.map(({ id, department, certificateNo, validUntil }) => html`<div>${id}，${department}，执法证 ${certificateNo}（至 ${day(validUntil)}）</div>`)}</dd>
<dt>事项</dt><dd>${visit.items.map(({ name, legalBasis }) => html`<div>${name}</div><div class="muted">${legalBasis.join('；')}</div>`)}</dd></dl>`

/** `link` is where the code on the slip leads. */
const body = (visit: VisitForStaff, link: string | undefined, today: CivilDate): Html => {
  const { task, name, uscc, planName, from, to, stage, items } = visit
  const issued = stage === 'issued'
  const names = Object.entries(ACTS).map(([act, words]) => html` data-name${act}="${words}"`)
  return html`
<div class="wrap" data-visit="${task}" data-stage="${stage}"${names}><div class="head"><h1>${name}</h1>
<p>${codeGroups(uscc)} ${orDash(visit.address)}</p>
<p>${planName} · 检查时间 ${day(from)} 至 ${day(to)}${today < from ? '，还没有开始' : today > to ? '，已经过了' : ''}</p></div>
<section class="answer outbox" aria-label="发送情况"><p role="status" data-count>这一页要用 JavaScript 才能填写。</p><button class="quiet" type="button" data-send>现在发送</button>
<p class="muted" data-network></p><details><summary>没有送达的</summary><ul class="plain" data-list></ul></details></section>
<p class="answer" data-over ${stage === 'assigned' || issued ? 'hidden' : ''}>检查已经结束，等待审核和公示。</p>
${block('slip', '任务单', slip(visit, link))}
${
  issued
    ? html`${items.some((one) => one.noticeBeforehand) ? block('notice', '检查通知', notice(visit)) : ''}
${block('entry', '入企', entry(visit))}
${block(
  'items',
  '检查事项',
  items.map((one, at) => item(visit, one, at)),
)}
${block('evidence', '证据', evidence(visit))}
${block('signatures', '签字', signatures(visit))}
${block('end', '检查结束', completion())}`
    : ''
}
<script type="module" src="/assets/visit.js"></script></div>`
}

const noSuchVisit: Failure = {
  title: '没有这项检查任务',
  next: ['请从“检查任务”选择一项', '任务由抽取产生，或者由复查、线索产生'],
  english: 'There is no such task of inspection: choose one from the list.',
}

/** A visit as officers do it: slip, entry, items, evidence, signatures, end. */
export const visit = pageForStaff({
  path: '/staff/visits/:task',
  params: { task: text },
  otherwise: noSuchVisit,
  render: async ({ params: { task }, origin }, { staff, today }) => {
    const found = await staff.visit(task)
    if (found === undefined) return failed(404, noSuchVisit)
    // Where the enterprise's phone reaches us: at the address that this page was asked for.
    const link = found.code === null ? undefined : `${origin}/visits/${found.code}`
    return { title: `检查 ${found.name}`, current: '/staff/visits', body: body(found, link, today) }
  },
})
