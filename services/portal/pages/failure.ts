import { type Html, html } from '@mingjian/http'
import { searchBox } from './search-box.ts'

/** Something that isn't there, or went wrong: what it was, and what to do next. */
export interface Failure {
  readonly title: string
  readonly next: readonly string[]
  /** What was looked for, to look for it again. */
  readonly q?: string
}

export const failurePage = ({ title, next, q = '' }: Failure): Html => html`
<div class="wrap"><div class="head prose"><h1>${title}</h1><ul>${next.map((step) => html`<li>${step}</li>`)}</ul>${searchBox(q)}</div></div>`

export const noSuchPage: Failure = {
  title: '没有这个页面',
  next: ['请核对网址，或者从上面的栏目进入', '查企业可以直接在这里输入名称、拼音或者代码'],
}

export const noSuchEnterprise = (uscc: string): Failure => ({
  title: '没有登记这个代码',
  next: [
    '请核对 18 位统一社会信用代码，最后一位是校验码',
    '也可以改用企业名称、拼音或者首字母查询',
    '不在本辖区登记的，请到国家企业信用信息公示系统（www.gsxt.gov.cn）查询',
  ],
  q: uscc.slice(0, 60),
})

export const noSuchDraw: Failure = {
  title: '没有这次抽取',
  next: ['请从“双随机抽查”栏目选择一次抽取', '历次抽取都保留，包括作废的'],
}

export const staleLink: Failure = {
  title: '这个翻页链接已经失效',
  next: ['请回到第一页重新翻看', '链接可能不完整，或者查询条件已经改变'],
}

export const wentWrong: Failure = {
  title: '暂时不能回答',
  next: ['这不是您的操作造成的，请稍后重试', '已经公示的信息没有丢失', '接口 /v1 也许仍然可用'],
}

export const searchAway: Failure = {
  title: '名称查询暂时不能回答',
  next: [
    '请稍后重试，一般几分钟内恢复',
    '输入 18 位统一社会信用代码，现在也能查到企业',
    '名录与双随机抽查照常可以查看',
  ],
}

export const tooMany: Failure = {
  title: '查询太频繁',
  next: ['请稍等一分钟再试', '需要大量数据时，请使用接口（/openapi.json）'],
}
