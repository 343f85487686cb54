import type { LegalSetting, SetVersion } from '@mingjian/credit-query'
import { type Html, html } from '@mingjian/http'
import { page } from '../page.ts'
import { trail } from '../parts/frame.ts'
import { count, day, minute } from '../words.ts'

const MEMBERS: Readonly<Record<string, string>> = {
  person: '自然人',
  organisation: '法人和其他组织',
  year: '年度',
  opens: '自',
  closes: '至',
  basis: '依据',
  confidence: '核实',
  reason: '说明',
}
const CONFIDENCE: Readonly<Record<SetVersion['confidence'], string>> = {
  certain: '已核实',
  likely: '较可靠',
  'to-verify': '待核',
}
const LEVELS: Readonly<Record<LegalSetting['level'], string>> = {
  nation: '国家级',
  province: '省级以上',
  local: '本级以上',
}

/** A value as people read it: numbers grouped, members named. */
const valueText = (value: unknown): string => {
  if (typeof value === 'number') return count(value)
  if (Array.isArray(value)) return value.map(valueText).join('；')
  if (typeof value !== 'object' || value === null) return CONFIDENCE[value as SetVersion['confidence']] ?? String(value)
  return Object.entries(value)
    .map(([member, one]) => `${MEMBERS[member] ?? member} ${member === 'year' ? one : valueText(one)}`)
    .join('，')
}

const span = ({ from, to }: SetVersion): Html => html`${day(from)} 起${to === null ? '' : html`，至 ${day(to)}`}`

const source = ({ authority, basis, confidence, reason }: SetVersion): Html => html`
<dt>设定机关</dt><dd>${authority ?? '随平台提供，尚未由机关设定'}</dd>
<dt>文件</dt><dd>${basis}</dd>
<dt>核实</dt><dd>${CONFIDENCE[confidence]}${reason === null ? '' : `：${reason}`}</dd>`

const act = (one: LegalSetting['history'][number]): Html => html`
<li><details class="evidence"><summary>${span(one)}：${valueText(one.value)}</summary><dl class="pairs">${source(one)}
<dt>记录</dt><dd>${minute(one.recordedAt)} 记入，位置 ${count(one.position)}</dd></dl></details></li>`

const setting = ({ name, title, level, provision, inForce, history }: LegalSetting): Html => html`
<section class="block" id="${name}" aria-labelledby="${name}-title"><h2 id="${name}-title">${title}</h2>
<dl class="pairs"><dt>现行</dt><dd>${valueText(inForce.value)}（${span(inForce)}）</dd>${source(inForce)}
<dt>由谁设定</dt><dd>${LEVELS[level]}机关，依据 ${provision.map(({ text }) => html`${text}`)}</dd></dl>
${history.length === 0 ? '' : html`<h3>历次设定</h3><ul>${history.map(act)}</ul>`}</section>`

const body = (authority: string, settings: readonly LegalSetting[]): Html => html`
${trail(
  [
    ['/', '查企业'],
    ['/about', '关于'],
  ],
  '设定事项',
)}
<div class="wrap"><div class="head"><h1>设定事项</h1>
<p>法律、规章留给机关设定的数额、比例和例外，对${authority}现行有效的是这些。本级没有设定的，从上级。</p></div>
${settings.map(setting)}
<p class="source"><a href="/v1/legal-settings">数据（JSON）</a></p></div>`

/** 设定事项: values that the law leaves to authorities, who set them, and how sure they are. */
export const legalSettings = page({
  path: '/law/settings',
  render: async (_, { queries }) => {
    const { authority, items } = await queries.settings()
    return { title: '设定事项', current: '/about', body: body(authority, items) }
  },
})
