import { type Html, html, type Part } from '@mingjian/http'

/** A part of a page with a heading of its own. */
export const block = (id: string, title: string, body: Part): Html => html`
<section class="block" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`
