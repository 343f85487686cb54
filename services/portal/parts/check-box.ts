import { type Html, html } from '@mingjian/http'

/**
 * Where a proof file is checked in the page itself: chosen, dropped here, or the one at an address. Hidden until JavaScript is there;
 * without it the command line does the same.
 */
export const checkBox = (here?: { readonly url: string; readonly label: string }): Html => html`
<div class="check" data-check="/assets/verify.js" data-key="/log/key.pub" hidden>
<p>${here === undefined ? '' : html`<button type="button" data-here="${here.url}">${here.label}</button> `}<label>${here === undefined ? '选择' : '或者选择'}证明文件，也可以把文件拖到这里 <input type="file" accept="application/json,.json"></label></p>
<p class="muted">核对由您的浏览器完成：核对程序不能访问网络，文件不离开本页。它与命令行 <code>verify</code> 是同一份程序。</p>
<p role="status" data-verdict></p><ol data-steps></ol>
<script src="/assets/check.js" defer></script></div>`
