import { type Html, html } from '@mingjian/http'

/** Back to the first page, on to the next: a list is walked by cursor. */
export const pager = (path: string, first: boolean, next: string | undefined): Html => html`
<nav class="pages" aria-label="翻页">${first ? '' : html`<a href="${path}">回到第一页</a>`}
${next === undefined ? '' : html`<a href="${path}?cursor=${encodeURIComponent(next)}" rel="next">下一页</a>`}</nav>`
