import { html } from '@mingjian/http'
import type { Sentence } from '@mingjian/kernel'
import type { Shown } from '../page.ts'
import { searchBox } from './search-box.ts'

/** Something that isn't there, or went wrong: what it was, and what to do next. */
export interface Failure {
  readonly title: string
  readonly next: readonly string[]
  /** Both in a sentence. */
  readonly english: string
  /** What was looked for, to look for it again. */
  readonly q?: string
}

const failurePage = ({ title, next, english, q = '' }: Failure) => html`
<div class="wrap"><div class="head prose"><h1>${title}</h1><ul>${next.map((step) => html`<li>${step}</li>`)}</ul><p class="muted" lang="en">${english}</p>${searchBox(q)}</div></div>`

export const failed = (status: number, failure: Failure): Shown => ({
  status,
  title: failure.title,
  body: failurePage(failure),
})

/** A sentence in Chinese, then in English. */
export const bothLanguages = ({ zh, en }: Sentence) => html`${zh} <span class="muted" lang="en">${en}</span>`

export const noSuchPage: Failure = {
  title: '没有这个页面',
  next: ['请核对网址，或者从上面的栏目进入', '查企业可以直接在这里输入名称、拼音或者代码'],
  english: 'There is no such page: check the address, or search for an enterprise here.',
}

/** Of every list that is walked by cursor. */
export const staleLink: Failure = {
  title: '这个翻页链接已经失效',
  next: ['请回到第一页重新翻看', '链接可能不完整，或者查询条件已经改变'],
  english: 'This link to a further page no longer holds: begin with the first page.',
}

export const wentWrong: Failure = {
  title: '暂时不能回答',
  next: ['这不是您的操作造成的，请稍后重试', '已经公示的信息没有丢失', '接口 /v1 也许仍然可用'],
  english: 'No answer can be given right now. Nothing has been lost: please try again later.',
}

export const searchAway: Failure = {
  title: '名称查询暂时不能回答',
  next: [
    '请稍后重试，一般几分钟内恢复',
    '输入 18 位统一社会信用代码，现在也能查到企业',
    '名录与双随机抽查照常可以查看',
  ],
  english: 'Names cannot be searched right now; a code of 18 characters still leads to its enterprise.',
}

export const tooMany: Failure = {
  title: '查询太频繁',
  next: ['请稍等一分钟再试', '需要大量数据时，请使用接口（/openapi.json）'],
  english: 'Too many requests: wait a minute, or use the interface at /openapi.json.',
}
