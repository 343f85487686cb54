import { type Html, html } from '@mingjian/http'

/** The one field that everything starts from; the home page has it large with a hint and examples. */
export const searchBox = (q: string): Html => html`
<form class="search" action="/" method="get" role="search">
<label class="unseen" for="q">名称、旧名称、拼音、首字母或者统一社会信用代码</label>
<input id="q" type="search" name="q" value="${q}" maxlength="60" autocomplete="off" autocapitalize="off" spellcheck="false"
 placeholder="企业名称、拼音或代码" enterkeyhint="search">
<button class="primary" type="submit">查询</button>
</form>`
