import { createHash } from 'node:crypto'
import { dayText } from '@mingjian/codes'
import { type Html, html } from '@mingjian/http'
import type { Issued } from './issued.ts'

const STYLE = html`:root{color-scheme:light dark}body{font:17px/1.9 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:38em;margin:3em auto;padding:0 1em}
h1{font-size:1.35em;text-align:center;font-weight:600}h1 span{display:block}.number{text-align:center}.body p{text-indent:2em;margin:.4em 0}
.sign{text-align:right;margin-top:2em}.check{font-size:.8em;margin-top:3em;border-top:1px solid;padding-top:.6em;overflow-wrap:anywhere}
@media print{.links{display:none}}`

/** For the Content-Security-Policy of the page: its own style, and nothing else. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(String(STYLE)).digest('base64')}'`

/** The document for reading and printing in a browser. */
export const pageOf = ({ document, sha256, event }: Issued): Html => {
  const { authority, title, number, addressee, paragraphs, on } = document
  const address = `/v1/documents/${encodeURIComponent(number)}`
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${number}</title><style>${STYLE}</style></head>
<body><main><h1><span>${authority}</span><span>${title}</span></h1><p class="number">${number}</p>
<div class="body"><div>${addressee}：</div>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
<div class="sign"><div>${authority}</div><div>${dayText(on)}</div></div></main>
<footer class="check">核验：文书文本（<a href="${address}.json">${number} 的 text</a>）的 SHA-256 为 <code>${sha256}</code>，见于记录位置 ${event.position}。
<span class="links"><a href="${address}.pdf">PDF</a> · <a href="/enterprises/${encodeURIComponent(event.subject)}">主体档案</a></span></footer></body></html>
`
}
