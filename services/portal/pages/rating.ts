import { type Html, html } from '@mingjian/http'

const SCORES = [5, 4, 3, 2, 1]

/** Where a check is rated by a one-time code; `said` is what became of the last one. */
export const ratingPage = (
  aspects: readonly string[],
  said: { readonly wrong: boolean; readonly words: string } | undefined,
): Html => html`
<div class="wrap"><div class="head"><h1>评价检查</h1>
<p>评价码印在检查人员带来的纸条上，由您任意抽取，不属于哪一次检查。至少十份评价一起放出，只有月份，没有时间，也没有您的企业。所以没有填写文字的地方：文字会认出写的人。</p></div>
${said === undefined ? '' : html`<section class="answer" aria-label="评价"><p ${said.wrong ? html`class="fault" role="alert"` : html`role="status"`}>${said.words}</p></section>`}
<form class="form" action="/ratings" method="post">
<label for="code">评价码</label><input id="code" name="code" required autocomplete="off" spellcheck="false" minlength="32" maxlength="45">
${aspects.map(
  (aspect, at) => html`
<fieldset><legend>${aspect}</legend><div class="choices">${SCORES.map((score) => html`<label class="choice"><input type="radio" name="score-${at}" value="${score}" required> ${score} 分</label>`)}</div></fieldset>`,
)}
<p class="apply"><button class="primary" type="submit">提交评价</button></p></form></div>`
