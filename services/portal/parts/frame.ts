import { type Html, html } from '@mingjian/http'
import type { Shown } from '../page.ts'

/** What every page says of the place it belongs to. */
export interface Site {
  /** `昆都仑区市场监管信用公示` */
  readonly name: string
  /** Said above every page: that the register is invented, that a service is interrupted. */
  readonly notice?: string
}

const SECTIONS = [
  ['/', '查企业'],
  ['/lists/abnormal', '经营异常名录'],
  ['/lists/serious', '严重违法名单'],
  ['/draws', '双随机抽查'],
  ['/about', '关于'],
] as const

/** What staff see instead. */
const STAFF_SECTIONS = [
  ['/staff/board', '时限看板'],
  ['/staff/visits', '检查任务'],
  ['/', '公示页面'],
] as const

const STYLES = [
  'tokens',
  'elements',
  'frame',
  'text',
  'tables',
  'search',
  'form',
  'enterprise',
  'draw',
  'check',
] as const

/** A bronze mirror, the 鉴 of the name. */
const mirror = html`<svg viewBox="0 0 40 40" aria-hidden="true" fill="none" stroke="currentColor">
  <circle cx="20" cy="20" r="17.5" stroke-width="3"/><circle cx="20" cy="20" r="11" stroke-width="1.6"/>
  <circle cx="20" cy="20" r="4" fill="currentColor" stroke="none"/>
  <path d="M20 5.5v4M20 30.5v4M5.5 20h4M30.5 20h4" stroke-width="2"/></svg>`

export const frame = (site: Site, { title, current, body, language }: Shown): Html => {
  const inside = current?.startsWith('/staff/') ?? false
  return html`<!doctype html>
<html lang="${language ?? 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · 明鉴</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${STYLES.map((style) => html`<link rel="stylesheet" href="/assets/${style}.css">`)}
<script src="/assets/manner.js"></script>
<script src="/assets/portal.js" defer></script>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${site.notice === undefined ? '' : html`<aside class="notice" aria-label="说明"><div class="wrap"><p>${site.notice}</p></div></aside>`}
<header class="masthead"><div class="wrap">
<a class="brand" href="/">${mirror}<span><strong>明鉴</strong><span>${site.name}</span></span></a>
<nav aria-label="主要栏目"><ul>
${(inside ? STAFF_SECTIONS : SECTIONS).map(
  ([href, name]) => html`<li><a href="${href}" ${href === current ? html`aria-current="page"` : ''}>${name}</a></li>`,
)}
${inside ? html`<li><form action="/staff/leave" method="post"><button type="submit">退出</button></form></li>` : language === undefined ? html`<li><a href="/en" lang="en" hreflang="en">EN</a></li>` : html`<li><a href="/" lang="zh-CN" hreflang="zh-CN">中文</a></li>`}
</ul></nav>
<div class="manner" hidden>
<button class="quiet" type="button" data-manner="type" aria-pressed="false">大字</button>
<button class="quiet" type="button" data-manner="theme" aria-pressed="false">深色</button>
</div>
</div></header>
<main id="main" tabindex="-1">${body}</main>
<footer class="colophon"><div class="wrap">
<p>${site.name}。公示信息以作出登记、决定的机关的文书为准。</p>
<p><a href="/about">这里的数据从哪里来、怎样核对</a> · <a href="/openapi.json">接口（OpenAPI）</a> · <a href="/staff">工作人员入口</a></p>
</div></footer>
<link rel="stylesheet" href="/assets/fonts.css">
</body>
</html>
`
}

/** Where the page stands: links to what is above it, itself last. */
export const trail = (above: readonly (readonly [href: string, name: string])[], here: string): Html => html`
<nav class="trail wrap" aria-label="所在位置"><ol>
${above.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}<li aria-current="page">${here}</li>
</ol></nav>`
